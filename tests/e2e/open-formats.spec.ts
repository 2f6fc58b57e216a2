import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { mzml } from '../builders/documents';
import { profileText } from '../builders/open-spectra';
import { dropOnPage } from './drop';
import { jobStatus, rowTexts, sampleRows } from './pages';
import { expect, test } from './runs';

/** Reads the spectra of a simulated run's first two samples. */
async function spectraOf(run: string): Promise<readonly Spectrum[]> {
  const files = await readdir(run, { recursive: true });
  const fids = files.filter((file) => file.endsWith('fid') && !file.includes('BTS')).sort();
  const spectra: Spectrum[] = [];
  for (const path of fids) {
    const fid = new Uint8Array(await readFile(join(run, path)));
    const acqu = new Uint8Array(await readFile(join(run, dirname(path), 'acqu')));
    const { spectrum } = readAcquisition({ path, fid, acqu }, new AxisCache());
    if (spectrum.ok) spectra.push(spectrum.value.spectrum);
  }
  return spectra.slice(0, 2);
}

test('an mzML, a text and a Bruker folder dropped together give rows of one table, with plots', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('RUN', '--spots', '4', '--seed', '7');
  const [first, second] = await spectraOf(run);
  const exported = join(dirname(run), 'exported');
  await mkdir(exported);
  await writeFile(join(exported, 'one.txt'), profileText(first!, { head: '# m/z intensity\n' }));
  const both = [first!, second!].map((profile) => ({ profile, mz: { zlib: true } }));
  // The file's name does not say that it is an mzML.
  await writeFile(join(exported, 'two.xml'), mzml(both));
  await writeFile(join(exported, 'list.csv'), '2000.5,12\n2001.5,13\n2002.5,14\n');

  await page.goto('/');
  await dropOnPage(page, [
    run,
    ...['one.txt', 'two.xml', 'list.csv'].map((name) => join(exported, name)),
  ]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  const rows = await rowTexts(page);
  const callOf = (name: string) => rows.find((row) => row.includes(name));
  expect(callOf('list')).toContain('Not read');
  for (const name of ['one', 'two#scan=1', 'two#scan=2']) {
    expect(callOf(name)).toMatch(/^[KR]\. [a-z]+/m);
  }

  await sampleRows(page).filter({ hasText: 'two#scan=2' }).click();
  const plot = page.getByRole('application', { name: /^Spectrum of two#scan=2/ });
  await expect(plot).toBeVisible();
  await expect(plot).toHaveAttribute('aria-label', /m\/z \d{4} to 2\d{4}$/);
  await expect(page.getByText('two.xml#scan=2', { exact: true }).first()).toBeAttached();
});
