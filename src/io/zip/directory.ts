import { blobBytes, BlobWindow } from '../blob-bytes';
import {
  DIRECTORY_HEADER_BYTES,
  DIRECTORY_SIGNATURE,
  directoryTailBytes,
  parseDirectoryHeader,
  type ZipHeader,
} from './header';

/**
 * Size of the slices in which the directory is read. An entry of the directory always fits, as it contains
 * three texts of at most 64 kB.
 */
const SLICE_BYTES = 256 * 1024;

/**
 * Yields the central directory's entries, some thousand at a time, until it ends, ignoring the declared
 * count. Offsets of local headers are relative to the file.
 *
 * @returns whether the directory was whole; false when it ends early or is something else
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
    // An entry that exceeds a whole slice is incomplete.
    if (length === 0) return false;
    start += length;
  }
  return true;
}

interface Slice {
  readonly headers: readonly ZipHeader[];
  /** Number of bytes of these headers. */
  readonly length: number;
  /** Whether the directory was whole; null where it continues after this slice. */
  readonly isOver: boolean | null;
}

/** @param left number of bytes from the slice's start to the directory's end */
function readSlice(slice: Uint8Array, left: number, shift: number): Slice {
  const view = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
  const headers: ZipHeader[] = [];
  let at = 0;
  while (at < left && at + DIRECTORY_HEADER_BYTES <= slice.length) {
    const signature = view.getUint32(at, true);
    // The directory may end with a digital signature (APPNOTE 4.3.13).
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

/** The contents of the end record of a zip archive. */
export interface EndRecord {
  /** Declared number of entries, which is unreliable: 16 bits wrap, and it may be forged. */
  readonly entries: number;
  /** Offsets of the central directory's start and end in the file. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
  /**
   * Number of bytes before the archive, which must be added to its stated offsets. Null when bytes are
   * missing, so that no stated offset is reliable.
   */
  readonly shift: number | null;
  /** Whether the archive is one of several parts. */
  readonly multiDisk: boolean;
}

/**
 * Finds the end-of-central-directory record, including that of Zip64, and from it the directory. Source:
 * APPNOTE 6.3.10, 4.3.14 to 4.3.16.
 *
 * @returns null when there is none, because the file is not a zip, or lost its end
 * @throws UnreadableBlob
 */
export async function findEndRecord(blob: Blob): Promise<EndRecord | null> {
  const tailStart = Math.max(0, blob.size - TAIL_BYTES);
  const tail = await blobBytes(blob, tailStart, TAIL_BYTES);
  const view = new DataView(tail.buffer);
  const at = findEnd(view);
  if (at === null) return null;
  const classic = {
    disk: view.getUint16(at + 4, true),
    directoryDisk: view.getUint16(at + 6, true),
    entriesHere: view.getUint16(at + 8, true),
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const big = await readZip64End(blob, view, at, tailStart);
  const fields = big?.fields ?? classic;
  const multiDisk =
    fields.disk !== fields.directoryDisk ||
    fields.disk !== 0 ||
    fields.entriesHere !== fields.entries;
  const directoryEnd = big?.at ?? tailStart + at;
  // The directory ends where the end record begins; any difference is the number of bytes before the
  // archive.
  const shift = directoryEnd - fields.size - fields.offset;
  const directoryStart = fields.offset + Math.max(shift, 0);
  if (shift <= 0) {
    return {
      entries: fields.entries,
      directoryStart,
      directoryEnd,
      shift: shift === 0 ? 0 : null,
      multiDisk,
    };
  }
  // Some writers leave a gap between the two instead; the stated offset is then correct.
  const stated = await blobBytes(blob, fields.offset, 4);
  const unshifted = fields.entries > 0 && isDirectorySignature(stated);
  return {
    entries: fields.entries,
    directoryStart: unshifted ? fields.offset : directoryStart,
    directoryEnd: unshifted ? fields.offset + fields.size : directoryEnd,
    shift: unshifted ? 0 : shift,
    multiDisk,
  };
}

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
/** Length of an end record, the longest comment, and the records that Zip64 puts before them. */
const TAIL_BYTES = END_BYTES + 0xffff + LOCATOR_BYTES + ZIP64_END_BYTES;

const END_SIGNATURE = 0x06054b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_END_SIGNATURE = 0x06064b50;

function isDirectorySignature(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 1 && bytes[3] === 2;
}

/**
 * Finds the last end record whose comment ends exactly at the end of the file; else the last one, as in a
 * file with other bytes appended.
 */
function findEnd(tail: DataView): number | null {
  let last: number | null = null;
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    const commentEnd = at + END_BYTES + tail.getUint16(at + 20, true);
    if (commentEnd === tail.byteLength) return at;
    if (commentEnd < tail.byteLength) last ??= at;
  }
  return last;
}

/** Reads Zip64's end record, which is found by the locator before the classic end record. */
async function readZip64End(blob: Blob, tail: DataView, endAt: number, tailStart: number) {
  const locator = endAt - LOCATOR_BYTES;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_SIGNATURE) return null;
  const stated = Number(tail.getBigUint64(locator + 8, true));
  // The stated offset, or, when bytes precede the archive, right before the locator.
  for (const at of [stated, tailStart + locator - ZIP64_END_BYTES]) {
    if (!Number.isSafeInteger(at) || at < 0) continue;
    const bytes = await blobBytes(blob, at, ZIP64_END_BYTES);
    if (bytes.length < ZIP64_END_BYTES) continue;
    const view = new DataView(bytes.buffer);
    if (view.getUint32(0, true) !== ZIP64_END_SIGNATURE) continue;
    const fields = {
      disk: view.getUint32(16, true),
      directoryDisk: view.getUint32(20, true),
      entriesHere: Number(view.getBigUint64(24, true)),
      entries: Number(view.getBigUint64(32, true)),
      size: Number(view.getBigUint64(40, true)),
      offset: Number(view.getBigUint64(48, true)),
    };
    return { at, fields };
  }
  return null;
}
