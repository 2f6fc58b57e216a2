import { problem, type Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import type { WatchList } from '../../core/watch/types';
import { sha256 } from '../../io/sha256';
import type { KtyperDatabase } from '../../storage/database';
import type { WatchListRecord } from '../../storage/records';
import {
  addWatchList,
  readWatchLists,
  removeWatchList,
  switchWatchList,
} from '../../storage/watch-lists';
import type { PageMessages } from '../page-messages';
import { sentence } from '../../words/told/sentence';

/** A table of this computer, with the problem of its file if it cannot be read. */
export interface ShelvedWatchList extends Pick<
  WatchListRecord,
  'sha256' | 'title' | 'addedAt' | 'madeOf' | 'isOn' | 'table'
> {
  readonly list: Result<WatchList, Problem>;
}

/** The tables of peaks to watch on this computer. */
export class WatchShelf {
  readonly #db: KtyperDatabase;
  readonly #messages: PageMessages | undefined;
  #reading: Promise<readonly ShelvedWatchList[]> | null = null;
  /** The tables, the oldest first; null until they are read. */
  lists = $state.raw<readonly ShelvedWatchList[] | null>(null);
  /** The reason why they could not be read, or a change could not be stored. */
  problem = $state.raw<Problem | null>(null);

  /** @param messages tell other pages of changes, and this page of theirs */
  constructor(db: KtyperDatabase, messages?: PageMessages) {
    this.#db = db;
    this.#messages = messages;
    messages?.onModelsChanged(() => void this.#readAgain());
  }

  /** Reads the lists once, and again after a failure or a change. */
  async load(): Promise<readonly ShelvedWatchList[]> {
    const reading = (this.#reading ??= this.#read());
    const lists = await reading;
    // A change during the reading makes what was read outdated.
    if (this.#reading === reading) this.lists = lists;
    return lists;
  }

  /** Returns the lists that new jobs look for. Never fails: `problem` has the reason when there are none. */
  readonly watching = async (): Promise<readonly WatchList[]> =>
    (await this.load()).flatMap(({ isOn, list }) => (isOn && list.ok ? [list.value] : []));

  /** Stores a table and switches it on. */
  async add(
    title: string,
    madeOf: string,
    table: Uint8Array<ArrayBuffer>,
  ): Promise<Result<void, Problem>> {
    if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined) return err(insecure());
    const record = { sha256: await sha256(table), title, madeOf, table };
    return this.#change(addWatchList(this.#db, { ...record, addedAt: Date.now(), isOn: true }));
  }

  async turn({ sha256: sum }: ShelvedWatchList, isOn: boolean): Promise<void> {
    const turned = await this.#change(switchWatchList(this.#db, sum, isOn));
    if (!turned.ok) this.problem = turned.error;
  }

  /** Removes a table. Jobs keep the peaks that they looked for. */
  async remove({ sha256: sum }: ShelvedWatchList): Promise<Problem | null> {
    const removed = await this.#change(removeWatchList(this.#db, sum));
    return removed.ok ? null : removed.error;
  }

  async #change(changing: Promise<Result<void, Problem>>): Promise<Result<void, Problem>> {
    const changed = await changing;
    if (!changed.ok) return changed;
    this.#messages?.modelsChanged();
    await this.#readAgain();
    return changed;
  }

  async #readAgain(): Promise<void> {
    this.#reading = null;
    await this.load();
  }

  async #read(): Promise<readonly ShelvedWatchList[]> {
    const records = await readWatchLists(this.#db);
    this.problem = records.ok ? null : records.error;
    if (records.ok) return Promise.all(records.value.map(openList));
    this.#reading = null;
    return [];
  }
}

/** Reads a stored table in the same way as when it was added. */
async function openList(record: WatchListRecord): Promise<ShelvedWatchList> {
  const { title, table, sha256: sum, madeOf } = record;
  // The reader is fetched here, since people without a table need not wait for it.
  const reader = await import('../../core/watch/parse-watch-table').catch(() => null);
  if (reader === null) return { ...record, list: err(unreachable()) };
  const parsed = reader.parseWatchTable(table, madeOf);
  const isSame = (await sha256(table)) === sum;
  const list = !isSame
    ? err(damaged(madeOf))
    : parsed.ok
      ? ok({ title, sha256: sum, peaks: parsed.value.peaks })
      : parsed;
  return { ...record, list };
}

function unreachable(): Problem {
  return problem(
    'engine-unreachable',
    sentence('store.watchUnreachable'),
    sentence('job.partAbsentCure'),
  );
}

function insecure(): Problem {
  return problem(
    'insecure-context',
    sentence('archive.insecure'),
    sentence('archive.insecureCure'),
  );
}

function damaged(path: string): Problem {
  return problem(
    'watch-table-damaged',
    sentence('store.watchDamaged'),
    sentence('store.watchDamagedCure'),
    path,
  );
}
