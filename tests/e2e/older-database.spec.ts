import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { choose } from './drop';
import { jobStatus, rowTexts, tableDrawn } from './pages';
import { expect, test } from './runs';

/** An address of the site that runs no app, so that the database is not in use. */
const NO_APP = '/models/index.json';

/** Downloads all results with their evidence. */
async function results(page: Page): Promise<Record<string, unknown>> {
  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^JSON/ }).click();
  const path = await (await downloading).path();
  return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
}

/** Replaces the database by one of version 4, which had one record for each row and each evidence. */
function bringBack(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const now = await answer(indexedDB.open('ktyper'));
    const tables = new Map<string, unknown[]>();
    for (const name of now.objectStoreNames) {
      tables.set(name, await answer(now.transaction(name).objectStore(name).getAll()));
    }
    now.close();
    await answer(indexedDB.deleteDatabase('ktyper'));

    // A new job writes each row once, so that no later chunk replaces an earlier one.
    interface Chunk {
      readonly job: string;
      readonly rows: Uint8Array;
    }
    interface EvidencePage {
      readonly job: string;
      readonly heads: Float64Array;
      readonly numbers: Float32Array;
    }
    const chunks = tables.get('rowChunks') as Chunk[];
    const rowsOf = (kind: 'spectra' | 'samples') =>
      chunks.flatMap(({ job, rows }) => {
        const text = new TextDecoder().decode(rows);
        const chunk = JSON.parse(text) as Record<typeof kind, { readonly index: number }[]>;
        return chunk[kind].map((row) => ({ job, index: row.index, row }));
      });
    const evidence = (tables.get('evidencePages') as EvidencePage[]).flatMap((stored) => {
      const found: object[] = [];
      let at = 0;
      for (let from = 0; from < stored.heads.length; from += 9) {
        const head = [...stored.heads.subarray(from, from + 9)];
        const [sample, scores, loci, ions, shiftPpm, tiltPpmPerKda, sensitivity] = head;
        const take = (count = 0) => stored.numbers.slice(at, (at += count));
        const arrays = { scores: take(scores), loci: take(loci), ions: take(ions) };
        const fitted = { shiftPpm, tiltPpmPerKda, sensitivity };
        const counts = { lociSupported: head[7], lociContradicted: head[8] };
        found.push({ job: stored.job, sample, evidence: { ...arrays, ...fitted, ...counts } });
      }
      return found;
    });

    const opening = indexedDB.open('ktyper', 40);
    opening.onupgradeneeded = () => {
      const old = opening.result;
      const jobs = old.createObjectStore('jobs', { keyPath: 'token' });
      for (const index of ['createdAt', 'status']) jobs.createIndex(index, index);
      const keys: Record<string, string | string[]> = {
        spectra: ['job', 'index'],
        samples: ['job', 'index'],
        evidence: ['job', 'sample'],
        manifests: 'sha256',
        settings: 'key',
        files: 'job',
        models: ['id', 'version'],
        watchLists: 'sha256',
      };
      for (const [name, keyPath] of Object.entries(keys)) old.createObjectStore(name, { keyPath });
    };
    const old = await answer(opening);
    tables.set('spectra', rowsOf('spectra'));
    tables.set('samples', rowsOf('samples'));
    tables.set('evidence', evidence);
    for (const name of old.objectStoreNames) {
      const store = old.transaction(name, 'readwrite').objectStore(name);
      for (const record of tables.get(name) ?? []) await answer(store.put(record));
    }
    old.close();
    return evidence.length;
  });
}

test('results of an older version are still there after an update of the app', async ({
  page,
  makeRun,
}) => {
  const run = await makeRun('plate.zip', '--spots', '12', '--seed', '7');
  await page.goto('/');
  await choose(page, 'Choose files', run);
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  await tableDrawn(page);
  const address = page.url();
  const rows = await rowTexts(page);
  const before = await results(page);

  await page.goto(NO_APP);
  expect(await bringBack(page)).toBeGreaterThanOrEqual(10);

  await page.goto(address);
  await tableDrawn(page);
  expect(await rowTexts(page)).toEqual(rows);
  const after = await results(page);
  expect(after['samples']).toEqual(before['samples']);
  expect(after['spectra']).toEqual(before['spectra']);
  expect(JSON.stringify(after['samples'])).toMatch(/"evidence":\{/);
});
