import type { BlobWindow } from '../blob-bytes';
import { LOCAL_HEADER_BYTES, localTailBytes, parseLocalHeader, type ZipHeader } from './header';
import { LOCAL_SIGNATURE } from './signatures';

/**
 * The local header at `at` with the offset of the data behind it; null when none stands there.
 * @throws UnreadableBlob
 */
export async function readLocalHeader(
  window: BlobWindow,
  at: number,
): Promise<{ readonly header: ZipHeader; readonly dataStart: number } | null> {
  const fixed = await window.bytes(at, LOCAL_HEADER_BYTES);
  if (fixed.length < LOCAL_HEADER_BYTES) return null;
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  if ((view.getUint16(4, true) & 0xff) > HIGHEST_VERSION) return null;
  const length = LOCAL_HEADER_BYTES + localTailBytes(view);
  const whole = await window.bytes(at, length);
  if (whole.length < length) return null;
  const header = parseLocalHeader(
    new DataView(whole.buffer, whole.byteOffset, LOCAL_HEADER_BYTES),
    whole.subarray(LOCAL_HEADER_BYTES),
    at,
  );
  return { header, dataStart: at + length };
}

/** Versions needed to extract go up to 6.3: a higher one is not a header but chance. */
const HIGHEST_VERSION = 63;
