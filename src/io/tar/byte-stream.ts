import type { Problem } from '../../core/problem';
import { BlobWindow } from '../blob-bytes';

/** Bytes that come one after the other, at the pace of their reader. */
export interface ByteStream {
  /** Bytes read or skipped so far. */
  readonly position: number;
  /** Why the stream broke off; null while it has not, and when it simply ended. */
  readonly fault: Problem | null;
  /** The next `length` bytes, in a buffer of their own; fewer only where the stream ends. */
  read(length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** The same bytes, which stay to be read. */
  peek(length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Goes on by `length` bytes; false when the stream ends before. */
  skip(length: number): Promise<boolean>;
  /** Lets go of what the bytes come from. Nothing may be read after it. */
  close(): Promise<void>;
}

/** A Blob from its start on; skipping costs nothing. Reads throw UnreadableBlob. */
export function blobStream(blob: Blob): ByteStream {
  const window = new BlobWindow(blob, BLOB_WINDOW_BYTES);
  let position = 0;
  return {
    get position() {
      return position;
    },
    fault: null,
    async read(length) {
      const bytes = (await window.bytes(position, length)).slice();
      position += bytes.length;
      return bytes;
    },
    async peek(length) {
      return (await window.bytes(position, length)).slice();
    },
    skip(length) {
      const isThere = position + length <= blob.size;
      position = Math.min(position + length, blob.size);
      return Promise.resolve(isThere);
    },
    close: () => Promise.resolve(),
  };
}

/** Small: with files of 90 kB between the headers, most of a larger one would be read in vain. */
const BLOB_WINDOW_BYTES = 128 * 1024;

/**
 * Chunks of any size as they are made; a chunk is asked for only when the last one is used up. A chunk
 * need not be good for longer than until the next is asked for.
 */
export function chunkStream(chunks: AsyncGenerator<Uint8Array, Problem | null, void>): ByteStream {
  let position = 0;
  let fault: Problem | null = null;
  let ended = false;
  /** What was pulled and not yet read lies in it from `start` up to `end`. It is the same for each chunk. */
  let store = new Uint8Array(STORE_BYTES);
  let start = 0;
  let end = 0;

  /** Pulls until `length` bytes are held or the stream ends. */
  async function fill(length: number): Promise<void> {
    while (end - start < length && !ended) {
      const next = await chunks.next();
      if (next.done === true) {
        ended = true;
        fault = next.value;
      } else hold(next.value);
    }
  }

  function hold(chunk: Uint8Array): void {
    const held = store.subarray(start, end);
    if (end + chunk.length > store.length) {
      const needed = held.length + chunk.length;
      // Memory is taken for bytes that are there, whatever size is asked for.
      if (needed > store.length) store = new Uint8Array(2 * needed);
      store.set(held);
      start = 0;
      end = held.length;
    }
    store.set(chunk, end);
    end += chunk.length;
  }

  function copy(length: number): Uint8Array<ArrayBuffer> {
    return store.slice(start, start + Math.min(length, end - start));
  }

  function drop(length: number): void {
    start += length;
    position += length;
    if (start === end) start = end = 0;
    // A large file that came by must not be paid for until the end.
    if (end === 0 && store.length > KEPT_BYTES) store = new Uint8Array(STORE_BYTES);
  }

  return {
    get position() {
      return position;
    },
    get fault() {
      return fault;
    },
    async read(length) {
      await fill(length);
      const bytes = copy(length);
      drop(bytes.length);
      return bytes;
    },
    async peek(length) {
      await fill(length);
      return copy(length);
    },
    async skip(length) {
      let left = length;
      while (left > 0) {
        if (end === start) await fill(1);
        if (end === start) return false;
        const step = Math.min(left, end - start);
        drop(step);
        left -= step;
      }
      return true;
    },
    async close() {
      store = new Uint8Array(0);
      start = end = 0;
      ended = true;
      await chunks.return(null);
    },
  };
}

/** Room for a spectrum and a chunk behind it. */
const STORE_BYTES = 512 * 1024;
const KEPT_BYTES = 4 * 1024 * 1024;
