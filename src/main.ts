import { mount } from 'svelte';
import App from './App.svelte';
import { createApp } from './state/app';
import { LanguageChoice } from './state/language.svelte';
import './styles/app.css';
import { trustOwnScripts } from './trust-own-scripts';
import { restOfWords } from './words/fetch-words';

const base = import.meta.env.BASE_URL;
trustOwnScripts(globalThis, base);

const language = new LanguageChoice();
language.begin().then(show, () => {
  // `public/not-started.js` says so, as where this script itself could not be fetched.
  document.querySelector('script[type="module"]')?.dispatchEvent(new Event('error'));
});

function show() {
  const target = document.getElementById('app');
  if (target === null) throw new Error('The page has no element to stand in.');
  const app = createApp(base, language);
  // During development the files change, and a service worker would serve old ones.
  const serviceWorker = import.meta.env.PROD ? `${base}sw.js` : null;
  mount(App, { target, props: { app, serviceWorker } });

  // The first page can be used without them; what shows a job or a problem waits for them.
  void restOfWords().catch(() => undefined);
}
