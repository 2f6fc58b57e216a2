import { isAscii } from '../../core/ascii';
import { crc32 } from '../crc32';
import { decodeName, decodeUtf8 } from '../decode-name';

/** The contents of a central or local header of an entry. Sizes are in bytes. */
export interface ZipHeader {
  /** As decoded, not yet normalised. */
  readonly name: string;
  /** Bytes of a name in an encoding that is not declared; null of any other. */
  readonly undeclaredName: Uint8Array | null;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Stated offset of the local header. */
  readonly localHeader: number;
  /** Least number of bytes from that offset to the entry's end: header, name and data. */
  readonly span: number;
}

/** Signatures in a zip archive, as little-endian numbers. Source: APPNOTE 6.3.10, 4.3. */
export const LOCAL_SIGNATURE = 0x04034b50;
export const DIRECTORY_SIGNATURE = 0x02014b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;

export const DIRECTORY_HEADER_BYTES = 46;
export const LOCAL_HEADER_BYTES = 30;

/** Bit 0, and bit 6 for strong encryption: the bytes need a password. */
export const ENCRYPTED_FLAGS = 0x41;
/** Bit 3: checksum and sizes follow the data. */
export const DESCRIPTOR_FLAG = 0x08;
/** Bit 11: name and comment are UTF-8. */
const UTF8_FLAG = 0x800;

/** @returns the length of name, extra fields and comment after the fixed part of a central header */
export function directoryTailBytes(view: DataView, at: number): number {
  return (
    view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  );
}

/**
 * Reads a complete central directory header. Source: APPNOTE 6.3.10, 4.3.12.
 *
 * @param view of the same bytes
 * @param at offset of its signature
 * @param shift to add to the stated offset of the local header
 */
export function parseDirectoryHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  shift: number,
): ZipHeader {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = view.getUint16(at + 28, true);
  const name = at + DIRECTORY_HEADER_BYTES;
  const extra = bytes.subarray(name + nameBytes, name + nameBytes + view.getUint16(at + 30, true));
  const { size, compressedSize, localHeader } = applyZip64(extra, {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    localHeader: view.getUint32(at + 42, true),
  });
  const rawName = bytes.subarray(name, name + nameBytes);
  return {
    ...nameOf(rawName, (flags & UTF8_FLAG) !== 0, extra),
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    size,
    compressedSize,
    localHeader: localHeader + shift,
    span: LOCAL_HEADER_BYTES + nameBytes + compressedSize,
  };
}

/** @returns the length of name and extra fields after the fixed part of a local header */
export function localTailBytes(fixed: DataView): number {
  return fixed.getUint16(26, true) + fixed.getUint16(28, true);
}

/**
 * Reads a local header, which precedes an entry's data. Its sizes and checksum are zero when
 * `DESCRIPTOR_FLAG` is set. Source: APPNOTE 6.3.10, 4.3.7.
 */
export function parseLocalHeader(fixed: DataView, tail: Uint8Array, offset: number): ZipHeader {
  const flags = fixed.getUint16(6, true);
  const nameBytes = fixed.getUint16(26, true);
  const extra = tail.subarray(nameBytes);
  const sizes = applyZip64(extra, {
    size: fixed.getUint32(22, true),
    compressedSize: fixed.getUint32(18, true),
    localHeader: offset,
  });
  return {
    ...nameOf(tail.subarray(0, nameBytes), (flags & UTF8_FLAG) !== 0, extra),
    flags,
    method: fixed.getUint16(8, true),
    crc32: fixed.getUint32(14, true),
    ...sizes,
    localHeader: offset,
    span: LOCAL_HEADER_BYTES + nameBytes + sizes.compressedSize,
  };
}

/**
 * Decodes an entry's name: as UTF-8 where flag bit 11 is set; else from Info-ZIP's Unicode path field, if
 * its checksum matches this name; else by `decodeName`, for the time being where the bytes are not UTF-8
 * either. Source: APPNOTE 6.3.10, 4.4.4 and 4.6.9.
 */
export function nameOf(
  raw: Uint8Array,
  isUtf8: boolean,
  extra: Uint8Array,
): Pick<ZipHeader, 'name' | 'undeclaredName'> {
  const declared = isUtf8 ? null : unicodePath(raw, extra);
  const isKnown = declared !== null || isUtf8 || isAscii(raw) || decodeUtf8(raw) !== null;
  return {
    name: declared ?? decodeName(raw),
    // A copy: the directory that it stands in is not to be kept for it.
    undeclaredName: isKnown ? null : raw.slice(),
  };
}

const UNICODE_PATH_ID = 0x7075;

/** Reads the Unicode path field: version 1, CRC-32 of the name in the header, the name in UTF-8. */
function unicodePath(raw: Uint8Array, extra: Uint8Array): string | null {
  const field = extraField(extra, UNICODE_PATH_ID);
  if (field === null || field.byteLength < 5 || field.getUint8(0) !== 1) return null;
  if (field.getUint32(1, true) !== crc32(raw)) return null;
  return decodeUtf8(new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5));
}

/**
 * Finds the first extra field with an id. A field that exceeds the end stops the search, since some writers
 * pad with arbitrary bytes.
 *
 * @returns the field without its head of four bytes; null when there is none
 */
function extraField(extra: Uint8Array, id: number): DataView | null {
  if (extra.length === 0) return null;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  while (at + 4 <= view.byteLength) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return null;
    if (view.getUint16(at, true) === id) {
      return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    }
    at += 4 + length;
  }
  return null;
}

interface Sizes {
  readonly size: number;
  readonly compressedSize: number;
  readonly localHeader: number;
}

const ZIP64_ID = 0x0001;
const IN_ZIP64 = 0xffffffff;

/**
 * Replaces the 32-bit numbers that refer to Zip64 by those of the Zip64 extra field, which contains only
 * the needed ones, in this order. A number that is missing there stays unchanged. Source: APPNOTE 6.3.10,
 * 4.5.3.
 */
function applyZip64(extra: Uint8Array, sizes: Sizes): Sizes {
  const field = extraField(extra, ZIP64_ID);
  if (field === null) return sizes;
  let at = 0;
  const replaced = (value: number): number => {
    if (value !== IN_ZIP64 || at + 8 > field.byteLength) return value;
    at += 8;
    return Number(field.getBigUint64(at - 8, true));
  };
  return {
    size: replaced(sizes.size),
    compressedSize: replaced(sizes.compressedSize),
    localHeader: replaced(sizes.localHeader),
  };
}
