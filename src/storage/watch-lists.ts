import * as v from 'valibot';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { WatchListRecord } from './records';
import { attempt } from './attempt';
import type { StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Of a damaged record, what is sound of it. A table without its bytes is not the one that was added. */
const listShape = v.object({
  title: v.fallback(v.string(), 'Damaged table'),
  addedAt: v.fallback(v.number(), NaN),
  madeOf: v.fallback(v.string(), ''),
  table: v.fallback(v.instance(Uint8Array<ArrayBuffer>), () => new Uint8Array()),
  isOn: v.fallback(v.boolean(), false),
});

/** Fields that are absent are damaged as well. */
const ABSENT = { title: null, addedAt: null, madeOf: null, table: null, isOn: null } as const;

/** The tables of peaks to watch of this computer, the oldest first. Their files are as they were put. */
export function readWatchLists(db: KtyperDatabase): Stored<readonly WatchListRecord[]> {
  return attempt(db, async () => {
    const records = await db.watchLists.toArray();
    const lists = records.map(({ sha256, ...fields }) => {
      return { sha256, ...v.parse(listShape, { ...ABSENT, ...fields }) };
    });
    return lists.sort((a, b) => a.addedAt - b.addedAt || 0);
  });
}

/** Keeps a table; the same one once more takes its place. */
export function addWatchList(db: KtyperDatabase, record: WatchListRecord): Stored<void> {
  return attempt(db, async () => void (await db.watchLists.put(record)));
}

export function switchWatchList(db: KtyperDatabase, sha256: string, isOn: boolean): Stored<void> {
  return attempt(db, async () => void (await db.watchLists.update(sha256, { isOn })));
}

export function removeWatchList(db: KtyperDatabase, sha256: string): Stored<void> {
  return attempt(db, () => db.watchLists.delete(sha256));
}
