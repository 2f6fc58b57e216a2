import { freeSeenBuffer } from '../../src/core/free-buffer';
import type { EntryData } from '../../src/io/entry';
import type { HeldEntriesApi } from '../archive/api';

/** Number of buffers for two batches: one is read while the other is computed. */
const SPARE_BUFFERS = 2;
/** Size of a buffer, in bytes, above which it is not kept for the next batch. */
const KEPT_BYTES = 8 * 1024 * 1024;

/** A batch's entries, including the bytes of those that the archive's thread holds. */
export interface FetchedEntries {
  readonly data: readonly EntryData[];
  /** Returns the memory; the fetched bytes must not be used afterwards. */
  readonly done: () => void;
}

/** Fetches held entries from the archive's thread. */
export class HeldReader {
  readonly #spare: ArrayBuffer[] = [];
  #archive: HeldEntriesApi | null = null;

  connect(archive: HeldEntriesApi): void {
    this.#archive = archive;
  }

  /**
   * Fetches the held entries of a batch. An entry that is no longer held stays unchanged, and reading it
   * returns the reason.
   */
  async fetch(batch: readonly EntryData[]): Promise<FetchedEntries> {
    const ids = batch.flatMap((data) => (data.kind === 'held' ? [data.id] : []));
    if (ids.length === 0 || this.#archive === null) return { data: batch, done: () => undefined };
    const { buffer, places } = await this.#archive.give(ids, this.#spare.pop() ?? null);
    const left = places.values();
    const data = batch.map((one): EntryData => {
      if (one.kind !== 'held') return one;
      const place = left.next().value ?? null;
      if (place === null) return one;
      return { kind: 'bytes', bytes: new Uint8Array(buffer, place.start, place.size) };
    });
    return { data, done: () => this.#keep(buffer) };
  }

  #keep(buffer: ArrayBuffer): void {
    if (this.#spare.length < SPARE_BUFFERS && buffer.byteLength <= KEPT_BYTES) {
      this.#spare.push(buffer);
    } else freeSeenBuffer(buffer);
  }
}
