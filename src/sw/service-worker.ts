/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { allowUpdate } from './allow-update';
import { BuiltFiles } from './built-files';
import { answerCheck } from './check-kept';
import { builtModelList, hostModels, onlyModelLists } from './model-list';

declare const self: ServiceWorkerGlobalScope;

const scope = new URL(self.registration.scope);
// Once: the build puts the whole list in the place of the name.
const FILES = __PRECACHE__;
const PAGE = 'index.html';
const MODEL_LIST = 'model-list';
/** A cache that is there while the host lacks a file of this version that is not kept either. */
const OUTDATED = 'outdated';
const models = `${scope.pathname}models/`;

const built = new BuiltFiles(FILES, scope.href, async () => {
  await caches.open(OUTDATED);
  // The version that the host has instead.
  void self.registration.update().catch(() => undefined);
});
const kept = new PrecacheController({ plugins: [built] });
kept.precache(FILES);

// The list of models is asked of the host first: a host adds a model by adding a folder and a line
// to it, without a new build.
registerRoute(
  ({ url }) => url.origin === scope.origin && url.pathname === `${models}index.json`,
  new NetworkFirst({
    cacheName: MODEL_LIST,
    networkTimeoutSeconds: 3,
    plugins: [
      onlyModelLists,
      { handlerDidError: () => Promise.resolve(builtModelList(__MODEL_LIST__)) },
    ],
  }),
);

registerRoute(
  new PrecacheRoute(kept, {
    // `?job=3` or a mail program's tracking mark does not make another file.
    ignoreURLParametersMatching: [/./],
    cleanURLs: false,
    // The page is answered below, at every address.
    directoryIndex: '',
  }),
);

// A model pack that the host added later. Its folder names its version, so it never changes.
registerRoute(
  ({ url }) => url.origin === scope.origin && url.pathname.startsWith(models),
  new CacheFirst({ cacheName: 'models-of-this-host', plugins: [hostModels] }),
);

// Every address of the app is the same page: /results/<token>, /jobs, with any query. A last part
// with a dot in it is a file.
const keptPage = kept.createHandlerBoundToURL(PAGE);
const pageIntegrity = FILES.find(({ url }) => url === PAGE)?.integrity;
registerRoute(
  new NavigationRoute(
    async (options) => {
      // A version with a hole that its host cannot fill leaves the page to the host's version.
      if (await caches.has(OUTDATED)) {
        const newer = await fetch(options.request).catch(() => null);
        if (newer?.ok === true) return newer;
      }
      return keptPage({ ...options, params: { integrity: pageIntegrity ?? '' } });
    },
    { denylist: [/^[^?]*\.[^/?]*(?:\?|$)/] },
  ),
);

// A list that an older version kept may name a model that went with it.
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([caches.delete(MODEL_LIST), caches.delete(OUTDATED)]));
});

// The first visit's page is served from here on, so that a reload needs no network. A page of an
// older version keeps the older worker until it is closed or asks for the update.
clientsClaim();

self.addEventListener('message', (event) => {
  event.waitUntil(allowUpdate(self, event));
  event.waitUntil(answerCheck(event, FILES.length, () => checkKept(event)));
});

async function checkKept(event: ExtendableMessageEvent): Promise<readonly string[]> {
  const missing = await built.check((address, integrity) => {
    const cacheKey = kept.getCacheKeyForURL(address);
    const params = { integrity, ...(cacheKey === undefined ? {} : { cacheKey }) };
    return kept.strategy.handle({ request: new Request(address), event, params });
  });
  if (missing.length === 0) await caches.delete(OUTDATED);
  return missing;
}
