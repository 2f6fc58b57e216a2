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
  // While the app is being worked on its files change under the service worker's feet.
  props: { app: createApp(base), serviceWorker: import.meta.env.PROD ? `${base}sw.js` : null },
});
