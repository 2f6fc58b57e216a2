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
Promise.all([language.begin(), loaded()]).then(show, () => {
  // `public/not-started.js` says so, as where this script itself could not be fetched.
  document.querySelector('script[type="module"]')?.dispatchEvent(new Event('error'));
});

/**
 * Resolves once the page has loaded. WebKit tells a page that is left before nothing, and never ends a transaction
 * that it has begun: every page after it would wait for the database.
 */
function loaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

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
