import type { Page } from '@playwright/test';

/** An address of the site that runs no app, so that nothing else has the database open. */
const NO_APP = '/models/index.json';

/** What of a run is put into the storage; a measure that is not named is as usual. */
export interface StoredRun {
  readonly name: string;
  readonly instrument?: string;
  readonly acquiredAt: string;
  readonly shiftPpm: number;
  readonly peaks?: number;
  readonly calibratedAt?: string;
  /** Spots whose spectra failed. */
  readonly failed?: readonly string[];
  /** What the sample `ATCC 13883` on A1 was called. */
  readonly control?: string;
}

/**
 * Puts jobs that have ended into the browser's storage, each with a summary of its run, as a laboratory has them after
 * some months. The app must have been opened before, so that there is a database.
 */
export async function storeRuns(page: Page, runs: readonly StoredRun[]): Promise<void> {
  await page.goto(new URL(NO_APP, page.url()).href);
  await page.evaluate(async (wanted) => {
    const opening = indexedDB.open('ktyper');
    await new Promise<void>((resolve, reject) => {
      opening.onsuccess = () => resolve();
      opening.onerror = () => reject(opening.error ?? new Error('no answer'));
    });
    const db = opening.result;
    const transaction = db.transaction(['jobs', 'runSummaries'], 'readwrite');
    const spots = Array.from(
      { length: 96 },
      (_, i) => `${'ABCDEFGH'[Math.floor(i / 12)]}${(i % 12) + 1}`,
    );
    for (const [i, run] of wanted.entries()) {
      const token = `0b9c2a54-1f0e-4d39-9a3b-${String(i).padStart(12, '0')}`;
      const createdAt = Date.parse(run.acquiredAt) + 3_600_000;
      const { failed = [], control = 'Klebsiella pneumoniae' } = run;
      transaction.objectStore('jobs').put({
        token,
        name: run.name,
        nameTyped: true,
        origin: 'input',
        createdAt,
        finishedAt: createdAt + 8_000,
        status: 'completed',
        model: null,
        appVersion: '1.0.0',
        inputs: [{ path: `${run.name}.zip`, size: 2e6, files: 1 }],
        sampleSheet: null,
        counts: { found: 96, done: 96, samples: 96, calls: { 'klebsiella-pneumoniae': 96 } },
        summary: null,
        problem: null,
        deletedAt: null,
      });
      const summary = {
        instrument: run.instrument ?? 'FLEX-1',
        acquiredAt: run.acquiredAt,
        spectra: 96,
        failures: failed.length,
        calibrants: 2,
        medians: {
          shiftPpm: run.shiftPpm,
          tiltPpmPerKda: 12 + (i % 5),
          peaks: run.peaks ?? 28 + (i % 4),
          markerSignalToNoise: 6 + (i % 7) / 10,
          resolution: 800 + 10 * (i % 6),
        },
        calibratedAt: [run.calibratedAt ?? '2026-01-04T06:00:00.000+00:00'],
        calibrations: ['1 2 3 0 0'],
        tried: spots,
        failed,
        checksum: `96-${i.toString(16)}`,
        calls: [control, 'Klebsiella variicola'].map((label) => ({
          kind: label.startsWith('No ') ? 'none' : 'species',
          label,
          meaning: { says: label.startsWith('No ') ? [] : [label], leavesOpen: [] },
        })),
        samples: spots.map((spot, place) => [
          place,
          place === 0 ? 'ATCC 13883' : `KPN${i}-${place}`,
          [spot],
          place === 0 ? 0 : 1,
        ]),
      };
      const stored = { job: token, version: 1, finishedAt: createdAt + 8_000 };
      transaction.objectStore('runSummaries').put({ ...stored, runs: JSON.stringify([summary]) });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
    });
    db.close();
  }, runs);
}

/** Runs of a laboratory, one a day: with a steady instrument, but for what is changed of single ones. */
export function dailyRuns(
  count: number,
  changes: Readonly<Record<number, Partial<StoredRun>>> = {},
): readonly StoredRun[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `Plate ${i + 1}`,
    acquiredAt: new Date(Date.UTC(2026, 0, 5 + i, 9)).toISOString(),
    // Between 90 and 110 in an order without rows on one side.
    shiftPpm: 100 + 10 * Math.sin(2.4 * i),
    ...changes[i],
  }));
}
