// Says so when the app's own scripts cannot be fetched: after an update of the host, the page of an older
// version may name files that are gone, and would stay blank. A file of its own, as no other may run then, and in
// each language that the page speaks.
const notStarted = {
  en: {
    why: 'ktyper could not start: a part of it could not be fetched. Either there is no network, or it was updated on its host. Your jobs are kept. ',
    reload: 'Reload the page',
  },
  fr: {
    why: 'ktyper n’a pas pu démarrer\u00a0: une partie n’a pas pu être téléchargée. Soit le réseau est absent, soit l’application a été mise à jour sur son serveur. Vos analyses sont conservées. ',
    reload: 'Recharger la page',
  },
};
addEventListener(
  'error',
  (event) => {
    if (!(event.target instanceof HTMLScriptElement)) return;
    const app = document.getElementById('app');
    if (app === null || app.firstChild !== null) return;
    const words = notStarted[document.documentElement.lang] ?? notStarted.en;
    const text = document.createElement('p');
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = words.reload;
    link.addEventListener('click', (click) => {
      click.preventDefault();
      location.reload();
    });
    text.append(words.why, link, '.');
    app.append(text);
  },
  true,
);
