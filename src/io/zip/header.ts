import { applyZip64 } from './extra-fields';
import { decodeZipName } from './entry-name';

/** What a header, central or local, says about an entry. Sizes in bytes. */
export interface ZipHeader {
  /** As decoded, not yet normalised. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of the local header, as stated. */
  readonly localHeader: number;
  /** Fewest bytes that the entry takes from there on: header, name and data. */
  readonly span: number;
}

export const DIRECTORY_HEADER_BYTES = 46;
export const LOCAL_HEADER_BYTES = 30;

/** Bit 0, and bit 6 for strong encryption: the bytes need a password. */
export const ENCRYPTED_FLAGS = 0x41;
/** Bit 3: checksum and sizes stand after the data. */
export const DESCRIPTOR_FLAG = 0x08;
/** Bit 11: name and comment are UTF-8. */
const UTF8_FLAG = 0x800;

/** Bytes of name, extra fields and comment after the fixed part of a central header. */
export function directoryTailBytes(view: DataView, at: number): number {
  return (
    view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  );
}

/**
 * Reads a central directory header, all of which is there.
 * Source: APPNOTE 6.3.10, 4.3.12.
 *
 * @param view of the same bytes
 * @param at where it begins with its signature
 * @param shift what has to be added to the local header's stated offset
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
    name: decodeZipName(rawName, (flags & UTF8_FLAG) !== 0, extra),
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    size,
    compressedSize,
    localHeader: localHeader + shift,
    span: LOCAL_HEADER_BYTES + nameBytes + compressedSize,
  };
}

/** Bytes of name and extra fields after the fixed part of a local header. */
export function localTailBytes(fixed: DataView): number {
  return fixed.getUint16(26, true) + fixed.getUint16(28, true);
}

/**
 * Reads a local header, which stands before each entry's data; sizes and checksum are zero in it when
 * `DESCRIPTOR_FLAG` is set.
 * Source: APPNOTE 6.3.10, 4.3.7.
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
    name: decodeZipName(tail.subarray(0, nameBytes), (flags & UTF8_FLAG) !== 0, extra),
    flags,
    method: fixed.getUint16(8, true),
    crc32: fixed.getUint32(14, true),
    ...sizes,
    localHeader: offset,
    span: LOCAL_HEADER_BYTES + nameBytes + sizes.compressedSize,
  };
}
