import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { WatchListRecord } from './records';
import { attempt, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** The tables of peaks to watch of this computer, the oldest first. Their files are as they were put. */
export function readWatchLists(db: KtyperDatabase): Stored<readonly WatchListRecord[]> {
  return attempt(async () => {
    const records = await db.watchLists.toArray();
    return records.sort((a, b) => a.addedAt - b.addedAt);
  });
}

/** Keeps a table; the same one once more takes its place. */
export function addWatchList(db: KtyperDatabase, record: WatchListRecord): Stored<void> {
  return attempt(async () => void (await db.watchLists.put(record)));
}

export function switchWatchList(db: KtyperDatabase, sha256: string, isOn: boolean): Stored<void> {
  return attempt(async () => void (await db.watchLists.update(sha256, { isOn })));
}

export function removeWatchList(db: KtyperDatabase, sha256: string): Stored<void> {
  return attempt(() => db.watchLists.delete(sha256));
}
