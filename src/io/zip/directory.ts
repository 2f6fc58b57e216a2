import { BlobWindow } from '../blob-bytes';
import {
  DIRECTORY_HEADER_BYTES,
  directoryTailBytes,
  parseDirectoryHeader,
  type ZipHeader,
} from './header';
import type { EndRecord } from './end-record';
import { DIRECTORY_SIGNATURE } from './signatures';

/** The directory is read in slices of this size, however large it is. */
const DIRECTORY_WINDOW_BYTES = 4 * 1024 * 1024;

/**
 * The central directory's entries, one by one, until it ends: the declared count is not asked.
 * Offsets of local headers are those in the file.
 * @returns whether the directory was whole; false when it breaks off or is something else
 * @throws UnreadableBlob
 */
export async function* readDirectory(
  blob: Blob,
  end: EndRecord,
): AsyncGenerator<ZipHeader, boolean, void> {
  const window = new BlobWindow(blob, DIRECTORY_WINDOW_BYTES);
  let at = end.directoryStart;
  while (at < end.directoryEnd) {
    const fixed = await window.bytes(at, DIRECTORY_HEADER_BYTES);
    if (fixed.length < DIRECTORY_HEADER_BYTES) return false;
    const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
    const signature = view.getUint32(0, true);
    // A digital signature of the directory may close it (APPNOTE 4.3.13).
    if (signature === DIGITAL_SIGNATURE) return true;
    if (signature !== DIRECTORY_SIGNATURE) return false;
    const tailBytes = directoryTailBytes(view);
    const whole = await window.bytes(at, DIRECTORY_HEADER_BYTES + tailBytes);
    if (whole.length < DIRECTORY_HEADER_BYTES + tailBytes) return false;
    const header = parseDirectoryHeader(
      new DataView(whole.buffer, whole.byteOffset, DIRECTORY_HEADER_BYTES),
      whole.subarray(DIRECTORY_HEADER_BYTES),
    );
    yield { ...header, localHeader: header.localHeader + (end.shift ?? 0) };
    at += whole.length;
  }
  return true;
}

const DIGITAL_SIGNATURE = 0x05054b50;
