import type { Zlib } from '../zlib';
import { pieces, type GzipEnd, type InflatedChunk } from './pieces';

/** Small, as what comes of a piece is counted, and may be too much, before the next is taken. */
const PIECE_BYTES = 64 * 1024;

/**
 * A gzip file of one member inflated by zlib, with its checksum. A chunk is a view of zlib's memory, and
 * good until the next is asked for: 20,000 spectra are 2 GB, which as buffers of their own would be
 * garbage faster than it is collected. What follows the first member is `damaged`, as for the platform.
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
    for await (const piece of pieces(blob, PIECE_BYTES)) {
      let left = piece;
      for (;;) {
        const { state, taken, bytes } = zlib.step(stream, left);
        if (state === 'damaged') return 'damaged';
        left = left.subarray(taken);
        compressed += taken;
        if (bytes.length > 0) yield { bytes, compressed };
        if (state === 'ended') return compressed === blob.size ? 'whole' : 'damaged';
        // With all of it taken there may be more to give.
        if (taken === 0 && bytes.length === 0) break;
      }
    }
    return 'truncated';
  } finally {
    zlib.close(stream);
  }
}
