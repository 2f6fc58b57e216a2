import { expect, test as base } from '@playwright/test';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listen } from '../../scripts/serve/listen';
import { createStaticServer } from '../../scripts/serve/static-server';
import { TOLD_AREAS } from '../../src/words/told/sentence';

export { expect };

/** A key of what is told, with its values behind it. */
const TOLD_KEY = new RegExp(`\\b(?:${TOLD_AREAS.join('|')})\\.[a-z]\\w+ \\(`);

/** The built app: `dist`, unless `KTYPER_DIST` names the folder of another build. */
export const DIST =
  process.env['KTYPER_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

export interface ServedApp {
  readonly url: string;
  /** Stops the server and closes its open connections. */
  stop(): Promise<void>;
}

/**
 * Serves the built app as `npm start` does, on a free port.
 *
 * @param intercept may answer a request itself, and then returns true
 */
export async function serveApp(
  folder = DIST,
  port = 0,
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<ServedApp> {
  const server = createStaticServer(folder);
  const [serve] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!intercept(request, response)) serve?.call(server, request, response);
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}`,
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Playwright's test with the built app served. `page.goto('/')` opens the start page. */
export const test = base.extend<object, { app: ServedApp }>({
  app: [
    async ({}, use) => {
      const app = await serveApp();
      await use(app);
      await app.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => {
    await use(app.url);
  },
});

// What is told as a value and never put in words shows itself so, or by its key; no type catches it in a component.
test.afterEach(async ({ page }) => {
  if (page.isClosed()) return;
  const text = await page.evaluate(() => document.body.innerText).catch(() => '');
  expect(text).not.toContain('[object Object]');
  expect(text).not.toMatch(TOLD_KEY);
});
