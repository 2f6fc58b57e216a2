import type { Page } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusedInputs } from '../builders/refused-inputs';
import { dropOnPage } from './drop';
import { jobStatus, sampleRows, tableDrawn } from './pages';
import { expect, test } from './runs';

test('a file that is not a run is refused in one clear sentence, and creates no job', async ({
  page,
}, testInfo) => {
  const file = testInfo.outputPath('notes.txt');
  await writeFile(file, 'no spectrum here');
  await page.goto('/');
  await dropOnPage(page, [file]);
  const note = page.getByRole('status', { name: 'What was dropped' });
  await expect(note).toContainText('No spectrum was found. 1 other file was found: notes.txt.');
  await expect(note).toContainText('Use a Bruker flex folder');
  await note.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toBeHidden();
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  await expect(page.getByText(/no job on this computer/)).toBeVisible();
});

test('a model or a sample sheet that is dropped as a run is used for what it is', async ({
  page,
}, testInfo) => {
  const sheet = testInfo.outputPath('mine.csv');
  await writeFile(sheet, 'spectrum_id,sample_id\nA1,x\nA2,x\n');
  await page.goto('/');
  await dropOnPage(page, [sheet]);
  const note = page.getByRole('status', { name: 'What was dropped' });
  await expect(note).toContainText('mine.csv is a sample sheet, with 2 rows for 1 sample');
  await note.getByRole('button', { name: 'Use as sample sheet' }).click();
  await expect(page.getByText('The sample sheet has 2 rows for 1 sample.')).toBeVisible();

  const table = testInfo.outputPath('markers.csv');
  await writeFile(table, 'taxon,locus,mass,genomes\nA,S22,5193.9,10\nB,S22,5280.7,10\n');
  await dropOnPage(page, [table]);
  await expect(note).toContainText('markers.csv is a model or a part of one');
  // The sheet was chosen for a run, and stays chosen.
  await expect(page.getByText('The sample sheet has 2 rows for 1 sample.')).toBeVisible();
  await note.getByRole('button', { name: 'Add as a model' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('markers.csv');
});

for (const { name, bytes, sentence } of refusedInputs()) {
  test(`${name} beside a sound run does not lose any of the run’s spectra, in either order`, async ({
    page,
    makeRun,
  }, testInfo) => {
    const run = await makeRun('run.zip', '--spots', '12', '--seed', '4');
    const bad = testInfo.outputPath(name);
    await writeFile(bad, bytes);
    for (const dropped of [
      [bad, run],
      [run, bad],
    ]) {
      await page.goto('/');
      await dropOnPage(page, dropped);
      await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByRole('main')).toContainText(sentence);
      expect(await spotsOfRun(page)).toBe(12);
    }
  });
}

test('a folder inside a run that cannot be opened does not lose any of the run’s spectra', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('run', '--spots', '12', '--seed', '4');
  await mkdir(join(run, 'a locked one'));
  await writeFile(join(run, 'a locked one', 'fid'), 'x');
  // The user who runs the tests may be able to open all folders, so the browser is patched to refuse this one.
  await page.addInitScript(() => {
    const { prototype } = DataTransferItem;
    const getEntry = Reflect.get(prototype, 'webkitGetAsEntry');
    let isPatched = false;
    prototype.webkitGetAsEntry = function () {
      const entry = getEntry.call(this);
      if (entry?.isDirectory !== true || isPatched) return entry;
      isPatched = true;
      const folders = Object.getPrototypeOf(entry) as FileSystemDirectoryEntry;
      const createReader = Reflect.get(folders, 'createReader');
      folders.createReader = function (this: FileSystemDirectoryEntry) {
        const reader = createReader.call(this);
        if (this.name !== 'a locked one') return reader;
        const refuse: FileSystemDirectoryReader['readEntries'] = (_, fail) =>
          fail?.(new DOMException('It may not be read.', 'NotReadableError'));
        return { readEntries: refuse };
      };
      return entry;
    };
  });
  await page.goto('/');
  await dropOnPage(page, [run]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main')).toContainText(
    /The browser could not open .*a locked one: it was moved or deleted, or may not be read\./,
  );
  expect(await spotsOfRun(page)).toBe(12);
});

/** Counts the spectra of the simulated run that did not fail. Refused archives may have rows as well. */
async function spotsOfRun(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Export' }).click();
  const asked = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^JSON/ }).click();
  const { spectra } = JSON.parse(await readFile(await (await asked).path(), 'utf8')) as {
    spectra: { readonly status: string; readonly path: string }[];
  };
  return spectra.filter(({ path, status }) => path.startsWith('run') && status !== 'failed').length;
}

test('an archive that was cut off gives the files before the cut, and reports the cut', async ({
  page,
  makeRun,
}, testInfo) => {
  const whole = await readFile(await makeRun('cut.tar.gz', '--spots', '24', '--seed', '8'));
  const file = testInfo.outputPath('cut.tar.gz');
  await writeFile(file, whole.subarray(0, whole.length / 2));
  await page.goto('/');
  await dropOnPage(page, [file]);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await tableDrawn(page);
  const count = await sampleRows(page).count();
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(20);
  await expect(page.getByRole('main')).toContainText(/cut off|ends|truncated|damaged/i);
});
