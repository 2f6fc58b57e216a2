import type { Page } from '@playwright/test';
import { isDeepStrictEqual } from 'node:util';
import type { Random } from '../../src/simulate/random';
import { beginJob, exportedJob, messages, untilEnded } from './app-page';
import { leaveApp, readStoredJob, type StoredJob } from './stored-job';
import type { Survivor } from './survive-runs';

/** The ways in which a job's storage is lost. */
export const LOSSES = [
  'site data cleared',
  'database deleted in this tab',
  'database deleted in another tab',
  'records removed in another tab',
] as const;
export type Loss = (typeof LOSSES)[number];

/** Milliseconds within which the page says that the storage has lost its job. */
const SAYING_MS = 15_000;

/** What a page says of a job that the storage has lost. */
const LOST = /no longer in the browser’s storage|closed this page’s storage|no room left/;

/** One run whose storage was cleared. */
export interface ClearOutcome {
  readonly loss: Loss;
  /** Milliseconds from the drop to the loss. */
  readonly after: number;
  /** What the page showed at the end. */
  readonly shown: string;
  /** Samples in the export from the page. */
  readonly samples: number;
  /** Whether the page said that the storage has lost the job. */
  readonly said: boolean;
  /** What the storage has at the end. */
  readonly stored: StoredJob;
  /** What is wrong; null when nothing is. */
  readonly fault: string | null;
}

/** Clears the storage while a job runs, or right after it. */
export async function clearDuring(
  survivor: Survivor,
  path: string,
  loss: Loss,
  random: Random,
): Promise<ClearOutcome> {
  const { url } = survivor;
  const { time, output } = survivor.undisturbed(path);
  const expected = output as { spectra: unknown[]; samples: unknown[] };
  const other = await survivor.open();
  await leaveApp(other, url);
  const page = await survivor.open();
  const token = await beginJob(page, url, path);
  const after = random.uniform() * 1.2 * time;
  await page.waitForTimeout(after);
  await lose(page, other, url, loss);
  const shown = await untilEnded(page);
  let stored = await readStoredJob(other, token);
  let said = false;
  const isWhole = () =>
    stored.status === 'completed' &&
    stored.spectra === expected.spectra.length &&
    stored.samples === expected.samples.length;
  // What was lost before the job was written down is written after all.
  for (const end = Date.now() + SAYING_MS; Date.now() < end && !said && !isWhole();) {
    await page.waitForTimeout(250);
    said = (await messages(page)).some((text) => LOST.test(text));
    stored = await readStoredJob(other, token);
  }
  const exported = shown === 'Completed' ? await exportedJob(page) : null;
  const samples = (exported as { samples?: unknown[] } | null)?.samples?.length ?? 0;
  const fault =
    shown !== 'Completed'
      ? `the job is ${shown}`
      : !isDeepStrictEqual(exported, output)
        ? 'the export is not that of an undisturbed run'
        : stored.status === 'completed' && !isWhole()
          ? 'half a job is stored as completed'
          : !said && !isWhole()
            ? 'nothing is said of the loss'
            : null;
  await page.close();
  await other.close();
  return { loss, after, shown, samples, said, stored, fault };
}

async function lose(page: Page, other: Page, origin: string, loss: Loss): Promise<void> {
  switch (loss) {
    case 'site data cleared': {
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await session.detach();
      break;
    }
    case 'database deleted in this tab':
      return deleteDatabase(page);
    case 'database deleted in another tab':
      return deleteDatabase(other);
    case 'records removed in another tab':
      return removeRecords(other);
  }
}

function deleteDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('ktyper');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      }),
  );
}

function removeRecords(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'ktyper')) return;
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('ktyper');
      opening.onerror = () => reject(opening.error ?? new Error('no answer'));
      opening.onsuccess = () => {
        const db = opening.result;
        const names = [...db.objectStoreNames];
        const clearing = db.transaction(names, 'readwrite');
        for (const name of names) clearing.objectStore(name).clear();
        clearing.onerror = () => reject(clearing.error ?? new Error('no answer'));
        clearing.oncomplete = () => {
          db.close();
          resolve();
        };
      };
    });
  });
}
