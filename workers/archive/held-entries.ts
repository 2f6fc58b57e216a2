import type { EntryData } from '../../src/io/entry';
import { freeBuffer, freeSeenBuffer } from '../../src/core/free-buffer';
import type { GivenEntries } from './api';

/** Arrays of numbers are views into the buffer, and must begin at a multiple of their size. */
const ALIGNMENT = 8;
/** Sizes of memory for a batch, in bytes: the next batch, which is a little larger, fits as well. */
const ROOM_STEP = 256 * 1024;

/**
 * Bytes of entries of a .tar.gz, which can be read only once, until they are no longer needed. They stay on
 * the archive's thread, so that they do not burden the page's memory and garbage collector.
 */
export class HeldEntries {
  readonly #bytes = new Map<number, Uint8Array<ArrayBuffer>>();
  // Never reset, so that a late request cannot get another entry.
  #next = 0;

  /** Number of held entries. */
  get size(): number {
    return this.#bytes.size;
  }

  /**
   * Takes over an entry's bytes and returns a reference to them. References to bytes elsewhere are returned
   * unchanged.
   */
  hold(data: EntryData): EntryData {
    if (data.kind !== 'bytes') return data;
    const id = this.#next++;
    this.#bytes.set(id, data.bytes);
    return { kind: 'held', id };
  }

  /**
   * Copies entries. They remain held, since the worker that asked may be lost, and another may ask again.
   *
   * @param room its memory is reused when it is large enough, since allocating takes as long as copying
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
    const buffer = roomFor(end, room);
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

/** Returns memory of a size: the given one, where that is large enough. */
function roomFor(size: number, room: ArrayBuffer | null): ArrayBuffer {
  if (room !== null && room.byteLength >= size) return room;
  if (room !== null) freeSeenBuffer(room);
  return new ArrayBuffer(Math.ceil(size / ROOM_STEP) * ROOM_STEP);
}
