import type { Problem } from '../../core/problem';
import { BlobWindow } from '../blob-bytes';

/** A stream of bytes that advances at the pace of its reader. */
export interface ByteStream {
  /** Number of bytes read or skipped so far. */
  readonly position: number;
  /** The reason why the stream broke off; null while it has not, and when it ended as it should. */
  readonly fault: Problem | null;
  /** Reads the next `length` bytes into a buffer of their own; fewer only where the stream ends. */
  read(length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Returns the same bytes without advancing. */
  peek(length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Advances by `length` bytes. Returns false when the stream ends before. */
  skip(length: number): Promise<boolean>;
  /** Closes what the bytes come from. Nothing may be read afterwards. */
  close(): Promise<void>;
}

/** Reads a Blob from its start. Skipping costs nothing. Reads throw UnreadableBlob. */
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

/**
 * The window is small: between headers are files of 90 kB, so most of a larger window would be read in vain.
 */
const BLOB_WINDOW_BYTES = 128 * 1024;

/**
 * Reads chunks of any size as they are made. A chunk is requested only when the last one is consumed, and
 * need not be valid after the next is requested.
 */
export function chunkStream(chunks: AsyncGenerator<Uint8Array, Problem | null, void>): ByteStream {
  let position = 0;
  let fault: Problem | null = null;
  let ended = false;
  /** The bytes that were pulled and not yet read, from `start` up to `end`. It is reused for all chunks. */
  let store = new Uint8Array(STORE_BYTES);
  let start = 0;
  let end = 0;

  /** Pulls chunks until `length` bytes are held or the stream ends. */
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
      // Memory is allocated only for bytes that have arrived, whatever size is requested.
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
    // Memory that a large file needed is not kept until the end.
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

/** Size with room for a spectrum and a chunk behind it. */
const STORE_BYTES = 512 * 1024;
const KEPT_BYTES = 4 * 1024 * 1024;
