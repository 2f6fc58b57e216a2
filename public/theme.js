// Sets the chosen theme before the first paint. A file of its own, because the page's security
// policy allows no inline script, and no module, because a module runs after the first paint.
try {
  const choice = localStorage.getItem('ktyper-theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // No storage: the theme is the system's.
}
