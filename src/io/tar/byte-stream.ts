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

/** Chunks of any size as they are made; a chunk is asked for only when the last one is used up. */
export function chunkStream(chunks: AsyncGenerator<Uint8Array, Problem | null, void>): ByteStream {
  let position = 0;
  let fault: Problem | null = null;
  let ended = false;
  /** What was pulled and not yet read, in order. */
  let held: Uint8Array[] = [];
  let heldBytes = 0;

  /** Pulls until `length` bytes are held or the stream ends. */
  async function fill(length: number): Promise<void> {
    while (heldBytes < length && !ended) {
      const next = await chunks.next();
      if (next.done === true) {
        ended = true;
        fault = next.value;
      } else {
        held.push(next.value);
        heldBytes += next.value.length;
      }
    }
  }

  /** Copies the first `length` held bytes. */
  function copy(length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of held) {
      if (at === length) break;
      const part = chunk.subarray(0, length - at);
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  function drop(length: number): void {
    let left = length;
    let whole = 0;
    while (left > 0 && held[whole]!.length <= left) {
      left -= held[whole]!.length;
      whole += 1;
    }
    held = held.slice(whole);
    if (left > 0) held[0] = held[0]!.subarray(left);
    heldBytes -= length;
    position += length;
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
      const bytes = copy(Math.min(length, heldBytes));
      drop(bytes.length);
      return bytes;
    },
    async peek(length) {
      await fill(length);
      return copy(Math.min(length, heldBytes));
    },
    async skip(length) {
      let left = length;
      while (left > 0) {
        if (heldBytes === 0) await fill(1);
        if (heldBytes === 0) return false;
        const step = Math.min(left, heldBytes);
        drop(step);
        left -= step;
      }
      return true;
    },
    async close() {
      held = [];
      heldBytes = 0;
      ended = true;
      await chunks.return(null);
    },
  };
}
