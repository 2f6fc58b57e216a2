import type { BlobWindow } from '../blob-bytes';

/** Signatures that stand in a zip archive, as little-endian numbers. Source: APPNOTE 6.3.10, 4.3. */
export const LOCAL_SIGNATURE = 0x04034b50;
export const DIRECTORY_SIGNATURE = 0x02014b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;

export interface FoundSignature {
  readonly at: number;
  readonly signature: number;
}

/**
 * The next place at or after `from` where the signature of a local header, of a directory header or
 * of a data descriptor stands; null when there is none, or when `signal` was aborted.
 * @throws UnreadableBlob
 */
export async function findSignature(
  window: BlobWindow,
  from: number,
  signal: AbortSignal | undefined,
): Promise<FoundSignature | null> {
  let start = from;
  while (start + 4 <= window.size && signal?.aborted !== true) {
    const bytes = await window.bytes(start, Math.min(STEP_BYTES, window.size - start));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let i = bytes.indexOf(FIRST_BYTE);
    while (i >= 0 && i + 4 <= bytes.length) {
      const signature = view.getUint32(i, true);
      if (
        signature === LOCAL_SIGNATURE ||
        signature === DIRECTORY_SIGNATURE ||
        signature === DESCRIPTOR_SIGNATURE
      ) {
        return { at: start + i, signature };
      }
      i = bytes.indexOf(FIRST_BYTE, i + 1);
    }
    // The last three bytes may begin a signature.
    start += bytes.length - 3;
  }
  return null;
}

const FIRST_BYTE = 0x50;
const STEP_BYTES = 64 * 1024;
