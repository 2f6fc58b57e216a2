import type { Page } from '@playwright/test';

interface Index {
  readonly default: string;
  readonly models: readonly { readonly id: string; readonly version: string; path: string }[];
}

/**
 * Lets the page find a second model on its host: the same graph under a stricter manifest. The files of the
 * host stay as they are.
 */
export async function offerOtherModel(page: Page, url: string): Promise<void> {
  const read = async <T>(path: string) => (await (await page.request.get(url + path)).json()) as T;
  const index = await read<Index>('models/index.json');
  const [shipped] = index.models;
  if (shipped === undefined) throw new Error('The app has no model.');
  const folder = `models/${shipped.path}`;
  const manifest = await read<Record<string, object>>(`${folder}/manifest.json`);
  const strict = { id: 'strict', version: '2.0.0', path: 'strict/2.0.0' };
  await page.route('**/models/index.json', (route) =>
    route.fulfill({ json: { ...index, models: [...index.models, strict] } }),
  );
  await page.route('**/models/strict/2.0.0/*', async (route) => {
    const name = route.request().url().split('/').at(-1);
    if (name !== 'manifest.json') {
      const response = await page.request.get(`${url}${folder}/${name}`);
      return route.fulfill({ body: await response.body() });
    }
    return route.fulfill({
      json: {
        ...manifest,
        id: strict.id,
        version: strict.version,
        title: 'Strict model',
        thresholds: { ...manifest['thresholds'], species: 0.9999, high: 0.99999 },
      },
    });
  });
}
