import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LicenceFile } from '../../scripts/vite/licences';
import { DIST, expect, test } from './app';
import { offlineReady } from './pages';

test('Help shows the licences of the app and of all packages in it, also offline', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await offlineReady(page);
  await context.setOffline(true);
  await page.goto('/help#licences');
  await expect(page.getByRole('heading', { name: 'Licences' })).toBeVisible();

  await page.getByText(/^ktyper .* \(GPL-3\.0-or-later\)$/).click();
  await expect(page.getByLabel('Licence of ktyper')).toContainText('GNU GENERAL PUBLIC LICENSE');
  await page.getByText(/^dexie .* \(Apache-2\.0\)$/).click();
  // The copyright line is in the package's notices.
  await expect(page.getByLabel('Licence of dexie')).toContainText('David Fahlander');
  await page.getByText(/^onnxruntime-web .* \(MIT\)$/).click();
  await expect(page.getByLabel('Licence of onnxruntime-web')).toContainText(
    'Microsoft Corporation',
  );
});

test('the licences are those of the packages that the bill of materials lists', async () => {
  const read = (name: string) => readFile(join(DIST, name), 'utf8');
  const { packages } = JSON.parse(await read('licences.json')) as LicenceFile;
  const sbom = JSON.parse(await read('sbom.cdx.json')) as { components: { name: string }[] };
  const names = packages.map(({ name }) => name);
  expect(sbom.components.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  // One package from each bundle: the page, a worker, WebAssembly alone, the service worker.
  for (const name of ['svelte', 'sax', '@zip.js/zip.js', 'workbox-precaching']) {
    expect(names).toContain(name);
  }
  const text = await read('licences.txt');
  for (const { text: licence } of packages) expect(text).toContain(licence);
});
