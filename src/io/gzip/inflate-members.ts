import { Gunzip } from 'fflate';
import { crc32 } from '../crc32';
import { pieces, type GzipEnd, type InflatedChunk } from './pieces';

/** Small, since what a piece holds before damage is lost with it. */
const PIECE_BYTES = 16 * 1024;
const TRAILER_BYTES = 8;

/**
 * A gzip file of one or more members inflated by fflate, for what the platform refuses: a second
 * member, padding, and damage as late in the file as can be. Each member's checksum and length are
 * compared. What follows the last member and is none is ignored, as gzip itself does.
 * Source: RFC 1952, 2.2 and 2.3.1.
 * @throws UnreadableBlob
 */
export async function* inflateMembers(blob: Blob): AsyncGenerator<InflatedChunk, GzipEnd, void> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let member = NO_BYTES;
  let isEachSound = true;
  let compressed = 0;
  /** The last pieces, in which the trailer of a member that just ended stands. */
  let recent: Uint8Array = new Uint8Array(0);

  const inflater = new Gunzip((bytes) => {
    member = { crc: crc32(bytes, member.crc), size: member.size + bytes.length };
    if (bytes.length > 0) ready.push(bytes.slice());
  });
  inflater.onmember = () => {
    isEachSound &&= hasTrailer(recent, member);
    member = NO_BYTES;
  };

  for await (const piece of pieces(blob, PIECE_BYTES)) {
    recent = joined(recent.subarray(-PIECE_BYTES), piece);
    compressed += piece.length;
    const failure = attempt(() => inflater.push(piece));
    while (ready.length > 0) yield { bytes: ready.shift()!, compressed };
    if (failure === null) continue;
    // No header where a member could begin: what stands there is not gzip's concern.
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

/** Whether the checksum and length of a member stand among the bytes, as they do at its end. */
function hasTrailer(bytes: Uint8Array, { crc, size }: Sums): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - TRAILER_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === crc && view.getUint32(at + 4, true) === size >>> 0)
      return true;
  }
  return false;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** fflate's codes for data that break off and for a wrong header. */
const UNEXPECTED_END = 0;
const INVALID_HEADER = 6;

/** @returns fflate's error code, or -1 for any other error that bad data made it throw; null: none */
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
