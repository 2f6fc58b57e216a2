import { blobBytes } from '../blob-bytes';

/** A piece of what a gzip file holds, and how many bytes of the file were read for all so far. */
export interface InflatedChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly compressed: number;
}

/** How inflating ended. */
export type GzipEnd = 'whole' | 'truncated' | 'damaged';

/**
 * A file in pieces of at most `pieceBytes`, read in slices of 4 MB. An inflater gives all of a piece's
 * output before it can be stopped, 1032 times its size at worst: so pieces are small.
 * @throws UnreadableBlob
 */
export async function* pieces(
  blob: Blob,
  pieceBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    const slice = await blobBytes(blob, start, SLICE_BYTES);
    for (let at = 0; at < slice.length; at += pieceBytes) {
      yield slice.subarray(at, at + pieceBytes);
    }
  }
}

const SLICE_BYTES = 4 * 1024 * 1024;
