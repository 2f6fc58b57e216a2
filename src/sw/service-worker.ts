/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { allowUpdate } from './allow-update';

declare const self: ServiceWorkerGlobalScope;

const scope = new URL(self.registration.scope);
const MODEL_LIST = 'model-list';
const models = `${scope.pathname}models/`;

// The list of models is asked of the host first: a host adds a model by adding a folder and a line
// to it, without a new build.
registerRoute(
  ({ url }) => url.origin === scope.origin && url.pathname === `${models}index.json`,
  new NetworkFirst({
    cacheName: MODEL_LIST,
    networkTimeoutSeconds: 3,
    plugins: [{ handlerDidError: () => matchPrecache('models/index.json') }],
  }),
);

precacheAndRoute(__PRECACHE__, {
  // `?job=3` or a mail program's tracking mark does not make another file.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});

// A model pack that the host added later. Its folder names its version, so it never changes.
registerRoute(
  ({ url }) => url.origin === scope.origin && url.pathname.startsWith(models),
  new CacheFirst({ cacheName: 'models-of-this-host' }),
);

// Every address of the app is the same page: /results/<token>, /jobs, with any query. A last part
// with a dot in it is a file.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/^[^?]*\.[^/?]*(?:\?|$)/],
  }),
);

// A list that an older version kept may name a model that went with it.
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.delete(MODEL_LIST));
});

// The first visit's page is served from here on, so that a reload needs no network. A page of an
// older version keeps the older worker until it is closed or asks for the update.
clientsClaim();

self.addEventListener('message', (event) => {
  event.waitUntil(allowUpdate(self, event));
});
