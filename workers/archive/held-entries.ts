import type { EntryData } from '../../src/io/entry';
import { freeBuffer } from '../../src/core/free-buffer';
import type { GivenEntries } from './api';

/** Numbers are read where they lie, and must lie at a multiple of their size. */
const ALIGNMENT = 8;

/**
 * Bytes that a .tar.gz gave, which only come by once, until nobody needs them any more. They stay on the
 * archive's thread: on the page's each would be a piece of its memory, and its collector would come for it.
 */
export class HeldEntries {
  readonly #bytes = new Map<number, Uint8Array<ArrayBuffer>>();
  // Never begun anew: what is asked for late is nobody else's.
  #next = 0;

  /** Entries that are held. */
  get size(): number {
    return this.#bytes.size;
  }

  /**
   * Takes an entry's bytes over and gives what stands for them. What refers to bytes elsewhere stays as
   * it is.
   */
  hold(data: EntryData): EntryData {
    if (data.kind !== 'bytes') return data;
    const id = this.#next++;
    this.#bytes.set(id, data.bytes);
    return { kind: 'held', id };
  }

  /**
   * Copies of entries. They are held nevertheless: whoever asked may be lost, and another ask again.
   * @param room whose memory is taken when it is large enough: fresh memory takes as long as the copy
   */
  give(ids: readonly number[], room: ArrayBuffer | null): GivenEntries {
    let end = 0;
    const entries = ids.map((id) => this.#bytes.get(id));
    const places = entries.map((bytes) => {
      if (bytes === undefined) return null;
      const start = end;
      end = Math.ceil((start + bytes.length) / ALIGNMENT) * ALIGNMENT;
      return { start, size: bytes.length };
    });
    const buffer = room !== null && room.byteLength >= end ? room : new ArrayBuffer(end);
    for (const [i, bytes] of entries.entries()) {
      if (bytes !== undefined) new Uint8Array(buffer).set(bytes, places[i]!.start);
    }
    return { buffer, places };
  }

  release(ids: Iterable<number>): void {
    for (const id of ids) {
      const bytes = this.#bytes.get(id);
      this.#bytes.delete(id);
      if (bytes !== undefined) freeBuffer(bytes.buffer);
    }
  }

  clear(): void {
    this.release(this.#bytes.keys());
  }
}
