import { BlobWindow } from '../blob-bytes';
import {
  DIRECTORY_HEADER_BYTES,
  directoryTailBytes,
  parseDirectoryHeader,
  type ZipHeader,
} from './header';
import type { EndRecord } from './end-record';
import { DIRECTORY_SIGNATURE } from './signatures';

/**
 * The directory is read in slices of this size, however large it is. An entry of it always fits: it has
 * three texts of 64 kB at most.
 */
const SLICE_BYTES = 256 * 1024;

/**
 * The central directory's entries, some thousand at a time, until it ends: the declared count is not
 * asked. Offsets of local headers are those in the file.
 * @returns whether the directory was whole; false when it breaks off or is something else
 * @throws UnreadableBlob
 */
export async function* readDirectory(
  blob: Blob,
  end: EndRecord,
): AsyncGenerator<readonly ZipHeader[], boolean, void> {
  const window = new BlobWindow(blob, SLICE_BYTES);
  let start = end.directoryStart;
  while (start < end.directoryEnd) {
    const slice = await window.bytes(start, SLICE_BYTES);
    const { headers, length, isOver } = readSlice(slice, end.directoryEnd - start, end.shift ?? 0);
    if (headers.length > 0) yield headers;
    if (isOver !== null) return isOver;
    // What not even a whole slice holds breaks off.
    if (length === 0) return false;
    start += length;
  }
  return true;
}

interface Slice {
  readonly headers: readonly ZipHeader[];
  /** Bytes of those. */
  readonly length: number;
  /** Whether the directory was whole, where it ends in this slice. */
  readonly isOver: boolean | null;
}

/** @param left bytes from the slice's start to the directory's end */
function readSlice(slice: Uint8Array, left: number, shift: number): Slice {
  const view = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
  const headers: ZipHeader[] = [];
  let at = 0;
  while (at < left && at + DIRECTORY_HEADER_BYTES <= slice.length) {
    const signature = view.getUint32(at, true);
    // A digital signature of the directory may close it (APPNOTE 4.3.13).
    if (signature === DIGITAL_SIGNATURE) return { headers, length: at, isOver: true };
    if (signature !== DIRECTORY_SIGNATURE) return { headers, length: at, isOver: false };
    const bytes = DIRECTORY_HEADER_BYTES + directoryTailBytes(view, at);
    if (at + bytes > slice.length) break;
    headers.push(parseDirectoryHeader(slice, view, at, shift));
    at += bytes;
  }
  return { headers, length: at, isOver: null };
}

const DIGITAL_SIGNATURE = 0x05054b50;
