// Says so when the app's own scripts cannot be fetched: after an update of the host, the page of an older
// version may name files that are gone, and would stay blank. A file of its own, as no other may run then.
addEventListener(
  'error',
  (event) => {
    if (!(event.target instanceof HTMLScriptElement)) return;
    const app = document.getElementById('app');
    if (app === null || app.firstChild !== null) return;
    const text = document.createElement('p');
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'Reload the page';
    link.addEventListener('click', (click) => {
      click.preventDefault();
      location.reload();
    });
    text.append(
      'ktyper could not start: a part of it could not be fetched. Either there is no network, or it was updated on its host. Your jobs are kept. ',
      link,
      '.',
    );
    app.append(text);
  },
  true,
);
