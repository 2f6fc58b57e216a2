import { Inflate } from 'fflate';
import type { InflateZlib } from '../../core/open-formats/document/read-arrays';

/** Size of a piece. One piece can inflate to 1032 times its size, 17 MB, before it is stopped. */
const PIECE_BYTES = 16 * 1024;
const HEADER_BYTES = 2;
const CHECKSUM_BYTES = 4;
const DEFLATE = 8;

/** Inflates zlib data up to `most` bytes, and verifies the checksum. Source: RFC 1950, 2.2. */
export const inflateZlibBytes: InflateZlib = (compressed, most) => {
  const end = compressed.length - CHECKSUM_BYTES;
  if (end < HEADER_BYTES || !isZlibHeader(compressed)) return 'damaged';
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((piece) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
  });
  try {
    for (let at = HEADER_BYTES; at < end; at += PIECE_BYTES) {
      const to = Math.min(at + PIECE_BYTES, end);
      inflater.push(compressed.subarray(at, to), to === end);
      if (size > most) return 'longer';
    }
  } catch {
    return 'damaged';
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const view = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength);
  return view.getUint32(end) === adler32(bytes) ? bytes : 'damaged';
};

/** Whether the first two bytes are those of zlib data, without a dictionary of its own. */
export function isZlibHeader(bytes: Uint8Array): boolean {
  const [method, flags] = [bytes[0]!, bytes[1]!];
  return (method & 0xf) === DEFLATE && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0;
}

/**
 * The largest prime below 2^16, and the number of bytes that can be added before the sums exceed 32 bits.
 */
const MODULUS = 65_521;
const SUMMED_AT_ONCE = 5_552;

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(at + SUMMED_AT_ONCE, bytes.length);
    for (; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return ((b << 16) | a) >>> 0;
}
