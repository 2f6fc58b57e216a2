import { decodeName } from '../decode-name';

export const BLOCK_BYTES = 512;

/** One header block of a tar archive. */
export interface TarHeader {
  /** The name as decoded, with the ustar prefix; not yet normalised. */
  readonly name: string;
  readonly linkName: string;
  /** Number of bytes of data after the header, as stated. */
  readonly size: number;
  /** The type flag: `0` file, `5` folder, `x` pax records, `L` a long name ... */
  readonly type: string;
  /** Only for GNU sparse files: whether more header blocks follow before the data. */
  readonly isExtended: boolean;
}

/**
 * Reads a header block of 512 bytes in one of the layouts old (V7), POSIX ustar and GNU.
 * Sources: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
 *
 * @returns null when its checksum is wrong or a number field is not a number
 */
export function parseTarHeader(block: Uint8Array): TarHeader | null {
  if (!isTarHeader(block)) return null;
  const size = tarNumber(block.subarray(124, 136));
  if (size === null) return null;
  const type = block[156] === 0 ? '0' : String.fromCharCode(block[156]!);
  const name = text(block.subarray(0, 100));
  // GNU tar has other fields where ustar has the prefix, which its magic shows.
  const prefix = hasUstarMagic(block) ? text(block.subarray(345, 500)) : '';
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    linkName: text(block.subarray(157, 257)),
    size,
    type,
    isExtended: block[482] !== 0,
  };
}

/** Returns whether the block's checksum is correct. A block of zeros is not a header. */
export function isTarHeader(block: Uint8Array): boolean {
  const stated = tarNumber(block.subarray(148, 156));
  if (stated === null || stated === 0) return false;
  // Some old programs summed signed bytes.
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    const byte = i >= 148 && i < 156 ? 0x20 : block[i]!;
    unsigned += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  return stated === unsigned || stated === signed;
}

/** Returns whether a block has only zeros; two such blocks end an archive. */
export function isZeroBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** POSIX writes `ustar` with a zero; GNU writes blanks there. */
function hasUstarMagic(block: Uint8Array): boolean {
  return USTAR_MAGIC.every((byte, i) => block[257 + i] === byte);
}

const USTAR_MAGIC = [0x75, 0x73, 0x74, 0x61, 0x72, 0x00];

/**
 * Reads a number field: octal digits with blanks or zeros around them, or, when the highest bit is set, base
 * 256 (GNU, for sizes of 8 GiB or more).
 *
 * @returns null when it is neither, negative or not exact
 */
function tarNumber(field: Uint8Array): number | null {
  const first = field[0]!;
  if (first & 0x80) {
    if (first !== 0x80) return null;
    let value = 0;
    for (const byte of field.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = text(field).trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

/** Decodes text up to the first zero byte. */
function text(field: Uint8Array): string {
  const end = field.indexOf(0);
  return decodeName(end < 0 ? field : field.subarray(0, end));
}
