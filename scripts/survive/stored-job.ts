import type { Page } from '@playwright/test';

/** What the browser's storage has of a job, read without the app. */
export interface StoredJob {
  /** The status in its record; null where there is no record. */
  readonly status: string | null;
  readonly spectra: number;
  readonly samples: number;
}

/** An address of the site on which no app runs, so that nothing works on the database meanwhile. */
const NO_APP = 'models/index.json';

/** Goes to an address of the site on which no app runs. */
export async function leaveApp(page: Page, url: string): Promise<void> {
  await page.goto(new URL(NO_APP, url).href);
}

/** Reads what is stored of a job. The page must be at an address on which no app runs. */
export function readStoredJob(page: Page, token: string): Promise<StoredJob> {
  return page.evaluate(async (token): Promise<StoredJob> => {
    // In a list, since the compiler would give a function a name by a helper that the page does not have.
    const [answer] = [
      <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('no answer'));
        }),
    ];
    const nothing = { status: null, spectra: 0, samples: 0 };
    // To open a database that is not there would make it.
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'ktyper')) return nothing;
    const db = await answer(indexedDB.open('ktyper'));
    try {
      if (!db.objectStoreNames.contains('jobs')) return nothing;
      const tables = db.transaction(['jobs', 'rowChunks']);
      const record = (await answer(tables.objectStore('jobs').get(token))) as
        { status?: string } | undefined;
      const all = IDBKeyRange.bound([token, -Infinity], [token, Infinity]);
      const chunks = (await answer(tables.objectStore('rowChunks').getAll(all))) as {
        rows: Uint8Array;
      }[];
      const spectra = new Set<number>();
      const samples = new Set<number>();
      for (const { rows } of chunks) {
        const chunk = JSON.parse(new TextDecoder().decode(rows)) as {
          spectra: { index: number }[];
          samples: { index: number }[];
          withdrawn: number[];
          whole?: { spectra: number; samples: number[] };
        };
        for (const { index } of chunk.spectra) spectra.add(index);
        for (const { index } of chunk.samples) samples.add(index);
        for (const index of chunk.withdrawn) samples.delete(index);
        if (chunk.whole === undefined) continue;
        const kept = new Set(chunk.whole.samples);
        for (const index of [...samples]) if (!kept.has(index)) samples.delete(index);
        for (const index of [...spectra]) if (index >= chunk.whole.spectra) spectra.delete(index);
      }
      return { status: record?.status ?? null, spectra: spectra.size, samples: samples.size };
    } finally {
      db.close();
    }
  }, token);
}

/** Removes all jobs of the browser. The page must be at an address on which no app runs. */
export async function clearJobs(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
}
