import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { writeZip } from '../builders/archives';
import { buildAcqu, buildFid, buildRun, plainCounts } from '../builders/bruker-run';
import { HOSTILE_NAMES } from '../builders/hostile-names';
import { expect, test } from './app';
import { dropOnPage } from './drop';
import { jobStatus, sampleRows, tableDrawn } from './pages';
import { watch } from './watch';

const COMPLETED = { timeout: 60_000 };
const names: readonly string[] = Object.values(HOSTILE_NAMES);

/** Drops an archive of these files on the start page and waits until its job is done. */
async function dropArchive(page: Page, path: string, files: Parameters<typeof writeZip>[0]) {
  await writeFile(path, writeZip(files));
  await page.goto('/');
  await dropOnPage(page, [path]);
  await expect(jobStatus(page, 'Completed')).toBeVisible(COMPLETED);
}

/** Records from the start what the page must never do, whatever the names in a run are. */
async function guard(page: Page) {
  const complaints = await watch(page);
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    async check() {
      expect(complaints).toEqual([]);
      const intruders = page.locator(
        'body script, img[src="x"], svg[onload], b, u, iframe, object',
      );
      await expect(intruders).toHaveCount(0);
    },
  };
}

/** Returns the names as text of the document, whatever the browser displays. */
async function textsOf(page: Page): Promise<(string | null)[]> {
  await tableDrawn(page);
  const rows = await sampleRows(page).all();
  return Promise.all(rows.map((row) => row.getByRole('gridcell').first().textContent()));
}

/** Returns counts that differ a little from spot to spot, since equal spectra would be marked as copies. */
function countsOf(spot: number): Int32Array {
  return plainCounts().map((count, i) => (i === spot ? count + 1 : count));
}

test('names that are markup, right to left or very long are shown unchanged', async ({
  page,
}, testInfo) => {
  const guarded = await guard(page);
  const files = buildRun({
    title: HOSTILE_NAMES.image,
    spots: names.map((name, i) => ({
      spot: `A${i + 1}`,
      name,
      fid: countsOf(i),
      acqu: { CMT1: name, InstrID: name, TgIDS: name },
    })),
  });
  const archive = testInfo.outputPath(`${HOSTILE_NAMES.rightToLeft} & <b>.zip`);
  await dropArchive(
    page,
    archive,
    files.map(({ path, bytes }) => ({ name: path, data: bytes })),
  );
  expect(await textsOf(page)).toEqual(names);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(HOSTILE_NAMES.image);
  await guarded.check();

  for (const [i, name] of names.entries()) {
    await sampleRows(page).nth(i).click();
    await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: name })).toBeVisible();
  }
  await guarded.check();

  // No name makes the page wider than its window.
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);

  await page.goto('/jobs');
  await expect(page.getByRole('table')).toContainText(HOSTILE_NAMES.image);
  await guarded.check();
});

test('folders and problems with such names are shown unchanged', async ({ page }, testInfo) => {
  const guarded = await guard(page);
  const folders = names.filter((name) => !/[/\\]/.test(name));
  const files = folders.flatMap((folder, i) => [
    {
      name: `${folder}/0_A${i + 1}/1/1SLin/acqu`,
      data: buildAcqu({ ID_raw: null, PATCHNO: `a <u>spot</u> ${i}`, ML1: 'no <b>number</b>' }),
    },
    { name: `${folder}/0_A${i + 1}/1/1SLin/fid`, data: buildFid(countsOf(i)) },
  ]);
  const sound = buildRun({ spots: [{ spot: 'H12', name: 'sound' }] });
  await dropArchive(page, testInfo.outputPath('faults.zip'), [
    ...files,
    { name: '<script>alert(1)<|script>.zip', data: 'inner' },
    ...sound.map(({ path, bytes }) => ({ name: path, data: bytes })),
  ]);
  expect(await textsOf(page)).toEqual(expect.arrayContaining([...folders, 'sound']));
  await expect(page.getByRole('main')).toContainText('<script>alert(1)<|script>.zip');

  await sampleRows(page).filter({ hasText: HOSTILE_NAMES.image }).click();
  const panel = page.getByRole('region', { name: HOSTILE_NAMES.image });
  await expect(panel).toContainText(
    'acqu has ML1= no <b>number</b>, which is not a number above 0.',
  );
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('a <u>spot</u>');
  await guarded.check();
});

test('an address that contains markup is the address of no job', async ({ page }) => {
  const guarded = await guard(page);
  const query = `?q=${encodeURIComponent(HOSTILE_NAMES.image)}&call=%22%3E%3Cb%3E&sample=1e9&sort=__proto__`;
  for (const path of ['/results/%3Cscript%3Ealert(1)%3C%2Fscript%3E', '/%3Cimg%20src=x%3E']) {
    await page.goto(path + query);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await guarded.check();
  }
});
