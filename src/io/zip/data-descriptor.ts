import type { BlobWindow } from '../blob-bytes';
import { readLocalHeader } from './read-local-header';
import {
  DESCRIPTOR_SIGNATURE,
  findSignature,
  LOCAL_SIGNATURE,
  type FoundSignature,
} from './signatures';

/** What stands behind the data of an entry that was written before its size was known. */
export interface DataDescriptor {
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset right after it. */
  readonly end: number;
}

/**
 * The descriptor of the data that begins at `dataStart`: the one that states the very size at which
 * it stands. It may come without its signature; then the header that follows gives it away. Null
 * when another entry, or the end, comes first.
 * Source: APPNOTE 6.3.10, 4.3.9.
 * @throws UnreadableBlob
 */
export async function findDataDescriptor(
  window: BlobWindow,
  dataStart: number,
  signal: AbortSignal | undefined,
): Promise<DataDescriptor | null> {
  let found = await findSignature(window, dataStart, signal);
  while (found !== null) {
    const descriptor = await descriptorBy(window, dataStart, found);
    if (descriptor !== null) return descriptor;
    if (found.signature === LOCAL_SIGNATURE && (await readLocalHeader(window, found.at)))
      return null;
    found = await findSignature(window, found.at + 1, signal);
  }
  return null;
}

async function descriptorBy(window: BlobWindow, dataStart: number, found: FoundSignature) {
  if (found.signature === DESCRIPTOR_SIGNATURE) {
    return readDescriptor(window, found.at + 4, found.at - dataStart);
  }
  for (const length of [NARROW_BYTES, WIDE_BYTES]) {
    const at = found.at - length;
    const descriptor = await readDescriptor(window, at, at - dataStart);
    if (descriptor?.end === found.at) return descriptor;
  }
  return null;
}

/** Checksum and two sizes, which have 4 or, with Zip64, 8 bytes each. */
const NARROW_BYTES = 12;
const WIDE_BYTES = 20;

/** Deflate cannot do better than 1032 to 1. */
const HIGHEST_RATIO = 1032;

async function readDescriptor(
  window: BlobWindow,
  at: number,
  compressedSize: number,
): Promise<DataDescriptor | null> {
  if (compressedSize < 0) return null;
  const bytes = await window.bytes(at, WIDE_BYTES);
  if (bytes.length < NARROW_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const crc32 = view.getUint32(0, true);
  if (bytes.length >= WIDE_BYTES && Number(view.getBigUint64(4, true)) === compressedSize) {
    const size = Number(view.getBigUint64(12, true));
    const isPossible = size <= compressedSize * HIGHEST_RATIO;
    if (isPossible) return { crc32, compressedSize, size, end: at + WIDE_BYTES };
  }
  if (view.getUint32(4, true) !== compressedSize) return null;
  return { crc32, compressedSize, size: view.getUint32(8, true), end: at + NARROW_BYTES };
}
