import type { EntryData } from '../../src/io/entry';
import type { HeldEntriesApi } from '../archive/api';

/** Buffers of two batches: one is read while the other is computed. */
const SPARE_BUFFERS = 2;
/** Bytes beyond which a buffer is not kept for the next batch. */
const KEPT_BYTES = 8 * 1024 * 1024;

/** A batch's entries, with the bytes of those that the archive's thread holds. */
export interface FetchedEntries {
  readonly data: readonly EntryData[];
  /** Gives the memory back: nobody may look any more at what was fetched. */
  readonly done: () => void;
}

/** Asks the archive's thread for what it holds. */
export class HeldReader {
  readonly #spare: ArrayBuffer[] = [];
  #archive: HeldEntriesApi | null = null;

  connect(archive: HeldEntriesApi): void {
    this.#archive = archive;
  }

  /** What is held no more stays as it is, and reading it gives the reason. */
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
    }
  }
}
