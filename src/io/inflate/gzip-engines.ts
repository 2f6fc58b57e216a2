import { joinBytes } from '../../core/join-bytes';
import { Gunzip } from 'fflate';
import { blobBytes } from '../blob-bytes';
import { crc32 } from '../crc32';
import { freeSeenBuffer } from '../../core/free-buffer';
import type { Zlib } from './zlib';

/** A piece of a gzip file's contents, and the number of compressed bytes that were read so far. */
export interface InflatedChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly compressed: number;
}

/** How inflating ended. */
export type GzipEnd = 'whole' | 'truncated' | 'damaged';

/**
 * Reads a file in slices of 1 MB and yields pieces of at most `pieceBytes`. Pieces are small, since an
 * inflater cannot be stopped before it has returned all output of a piece, which is at worst 1032 times its
 * size.
 *
 * @param isCopied whether the reader is done with a piece when it asks for the next; each slice is then freed
 * @throws UnreadableBlob
 */
async function* pieces(
  blob: Blob,
  pieceBytes: number,
  isCopied = false,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    const slice = await blobBytes(blob, start, SLICE_BYTES);
    for (let at = 0; at < slice.length; at += pieceBytes) {
      yield slice.subarray(at, at + pieceBytes);
    }
    if (isCopied) freeSeenBuffer(slice.buffer);
  }
}

const SLICE_BYTES = 1024 * 1024;

/**
 * Inflates a gzip file of one member with zlib, and verifies its checksum. A chunk is a view of zlib's
 * memory, and valid until the next is requested: 20,000 spectra are 2 GB, and separate buffers would become
 * garbage faster than it is collected. Bytes after the first member count as `damaged`, as on the platform.
 *
 * @param zlib for this file alone
 * @throws UnreadableBlob
 */
export async function* inflateZlib(
  blob: Blob,
  zlib: Zlib,
): AsyncGenerator<InflatedChunk, GzipEnd, void> {
  const stream = zlib.open('gzip');
  let compressed = 0;
  try {
    for await (const piece of pieces(blob, PIECE_BYTES, true)) {
      let left = piece;
      for (;;) {
        const { state, taken, bytes } = zlib.step(stream, left);
        if (state === 'damaged') return 'damaged';
        left = left.subarray(taken);
        compressed += taken;
        if (bytes.length > 0) yield { bytes, compressed };
        if (state === 'ended') return compressed === blob.size ? 'whole' : 'damaged';
        // All input is consumed, but zlib may have more output.
        if (taken === 0 && bytes.length === 0) break;
      }
    }
    return 'truncated';
  } finally {
    zlib.close(stream);
  }
}

/**
 * Pieces are small, since the output of each is counted, and may exceed the limit, before the next is read.
 */
const PIECE_BYTES = 64 * 1024;

/**
 * Inflates a gzip file with the platform's DecompressionStream. A stream that fails discards its pending
 * output, so all output is read before more input is written and before the stream is closed. Browsers
 * reject anything after the first member, including padding, which counts as `damaged` here.
 *
 * @throws UnreadableBlob
 */
export async function* inflateNative(blob: Blob): AsyncGenerator<InflatedChunk, GzipEnd, void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const read = () => reader.read().catch((error: unknown) => ({ error }));
  let reading = read();
  let compressed = 0;
  try {
    for await (const piece of pieces(blob, PIECE_BYTES)) {
      compressed += piece.length;
      const written = writer.write(piece).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      for (;;) {
        const first = await Promise.race([reading, written.then(soon)]);
        if (first === null) break;
        if ('error' in first) return 'damaged';
        if (first.done) break;
        yield { bytes: first.value, compressed };
        reading = read();
      }
    }
    writer.close().catch(() => undefined);
    for (;;) {
      const last = await reading;
      if ('error' in last) return isDataError(last.error) ? 'damaged' : 'truncated';
      if (last.done) return 'whole';
      yield { bytes: last.value, compressed };
      reading = read();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Waits some turns, so that a read that is already answered wins the race. */
async function soon<T>(value: T): Promise<T> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  return value;
}

/** Recognises Node's error for damaged data, which may occur after the last piece was written. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR';
}

/** Pieces are smaller here, since the output of a piece before damage is lost. */
const MEMBER_PIECE_BYTES = 16 * 1024;
const TRAILER_BYTES = 8;

/**
 * Inflates a gzip file of one or more members with fflate, for files that the platform rejects: with a
 * second member, with padding, or with damage, of which it recovers as much as possible. It verifies each
 * member's checksum and length. Like gzip itself, it ignores bytes after the last member that are no
 * member. Source: RFC 1952, 2.2 and 2.3.1.
 *
 * @throws UnreadableBlob
 */
export async function* inflateMembers(blob: Blob): AsyncGenerator<InflatedChunk, GzipEnd, void> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let member = NO_BYTES;
  let isEachSound = true;
  let compressed = 0;
  /** The last pieces, which contain the trailer of a member that just ended. */
  let recent: Uint8Array = new Uint8Array(0);

  const inflater = new Gunzip((bytes) => {
    member = { crc: crc32(bytes, member.crc), size: member.size + bytes.length };
    if (bytes.length > 0) ready.push(bytes.slice());
  });
  inflater.onmember = () => {
    isEachSound &&= hasTrailer(recent, member);
    member = NO_BYTES;
  };

  for await (const piece of pieces(blob, MEMBER_PIECE_BYTES)) {
    recent = joinBytes([recent.subarray(-MEMBER_PIECE_BYTES), piece]);
    compressed += piece.length;
    const failure = attempt(() => inflater.push(piece));
    while (ready.length > 0) yield { bytes: ready.shift()!, compressed };
    if (failure === null) continue;
    // Bytes without a header in the place of a member are not part of the gzip file.
    const isPadding = failure === INVALID_HEADER && hasTrailer(recent, member);
    return isPadding && isEachSound ? 'whole' : 'damaged';
  }
  if (hasTrailer(recent, member) && isEachSound) return 'whole';
  return attempt(() => inflater.push(new Uint8Array(0), true)) === UNEXPECTED_END
    ? 'truncated'
    : 'damaged';
}

interface Sums {
  readonly crc: number;
  readonly size: number;
}

const NO_BYTES: Sums = { crc: 0, size: 0 };

/** @returns whether the bytes contain a member's checksum and length, as they do at its end */
function hasTrailer(bytes: Uint8Array, { crc, size }: Sums): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - TRAILER_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === crc && view.getUint32(at + 4, true) === size >>> 0)
      return true;
  }
  return false;
}

/** fflate's codes for data that end early and for a wrong header. */
const UNEXPECTED_END = 0;
const INVALID_HEADER = 6;

/** @returns fflate's error code; -1 for any other error caused by bad data; null without an error */
function attempt(push: () => void): number | null {
  try {
    push();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'number'
      ? error.code
      : -1;
  }
}
