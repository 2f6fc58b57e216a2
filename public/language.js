// Finds the language of the page before the first paint: the one that was chosen, else the first of the browser's
// that the page speaks, and fetches its words beside the app. A file of its own, because the page's security
// policy allows no inline script. The build writes the languages into the script's attributes.
{
  const { dataset } = document.currentScript;
  let chosen = null;
  try {
    chosen = localStorage.getItem('ktyper-language');
  } catch {
    // No storage: the language is the browser's.
  }
  const wished = [chosen ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]);
  const language = wished.find((code) => code in dataset) ?? 'en';
  document.documentElement.lang = language;
  if (dataset[language]) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = dataset[language];
    document.head.append(link);
  }
}
