import { blobBytes, BlobWindow } from '../blob-bytes';
import {
  DIRECTORY_HEADER_BYTES,
  DIRECTORY_SIGNATURE,
  directoryTailBytes,
  parseDirectoryHeader,
  type ZipHeader,
} from './header';

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

/** What the end of a zip archive says about it. */
export interface EndRecord {
  /** Entries as declared. Not to be believed: 16 bits wrap, and anything can be written there. */
  readonly entries: number;
  /** Where the central directory begins and ends in the file. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
  /**
   * What to add to offsets that the archive states: the bytes that stand before it. Null when bytes
   * are missing in it, so that no stated offset can be trusted.
   */
  readonly shift: number | null;
  /** The archive is one of several parts. */
  readonly multiDisk: boolean;
}

/**
 * Finds the end-of-central-directory record, Zip64's included, and from it the directory. Null when
 * there is none: not a zip, or one that lost its end.
 * Source: APPNOTE 6.3.10, 4.3.14 to 4.3.16.
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
  // The directory ends where the end record begins; what is left over stands before the archive.
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
  // Some writers leave room between the two instead: then the stated offset is right as it is.
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
/** An end record, the longest comment, and what Zip64 puts before them. */
const TAIL_BYTES = END_BYTES + 0xffff + LOCATOR_BYTES + ZIP64_END_BYTES;

const END_SIGNATURE = 0x06054b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_END_SIGNATURE = 0x06064b50;

function isDirectorySignature(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 1 && bytes[3] === 2;
}

/**
 * The last end record whose comment reaches exactly to the end; else the last one at all, as in a
 * file with something appended.
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

/** Zip64's own end record, which the locator before the classic one points to. */
async function readZip64End(blob: Blob, tail: DataView, endAt: number, tailStart: number) {
  const locator = endAt - LOCATOR_BYTES;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_SIGNATURE) return null;
  const stated = Number(tail.getBigUint64(locator + 8, true));
  // Where it says, or, when bytes stand before the archive, right before the locator.
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
