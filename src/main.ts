import { mount } from 'svelte';
import App from './App.svelte';
import { createApp } from './state/app';
import './styles/app.css';
import { trustOwnScripts } from './trust-own-scripts';

const base = import.meta.env.BASE_URL;
trustOwnScripts(globalThis, base);

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no element to stand in.');

mount(App, {
  target,
  // During development the files change, and a service worker would serve old ones.
  props: { app: createApp(base), serviceWorker: import.meta.env.PROD ? `${base}sw.js` : null },
});

// The first page can be used without them; what shows a job or a problem waits for them.
void import('./words/told-messages').catch(() => undefined);
