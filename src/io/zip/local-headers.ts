import { BlobWindow } from '../blob-bytes';
import {
  DESCRIPTOR_FLAG,
  DESCRIPTOR_SIGNATURE,
  DIRECTORY_SIGNATURE,
  LOCAL_HEADER_BYTES,
  LOCAL_SIGNATURE,
  localTailBytes,
  parseLocalHeader,
  type ZipHeader,
} from './header';

/** An entry found by its local header. */
export interface ScannedEntry {
  readonly header: ZipHeader;
  /** Whether the archive ends, or continues with other bytes, before the entry's data are complete. */
  readonly cutOff: boolean;
}

/**
 * Finds the entries of an archive whose central directory is lost or damaged, by the local header before
 * each entry's data. After damage the search continues at the next header. Reads the archive once, in
 * slices.
 *
 * @throws UnreadableBlob
 */
export async function* scanLocalHeaders(
  blob: Blob,
  signal: AbortSignal | undefined,
): AsyncGenerator<ScannedEntry, void, void> {
  const window = new BlobWindow(blob, SCAN_WINDOW_BYTES);
  let at = 0;
  while (at + LOCAL_HEADER_BYTES <= blob.size && signal?.aborted !== true) {
    const local = await readLocalHeader(window, at);
    if (local === null) {
      const next = await findSignature(window, at + 1, signal);
      if (next === null) return;
      at = next.at;
      continue;
    }
    const { header, dataStart } = local;
    const sizeIsBehind = (header.flags & DESCRIPTOR_FLAG) !== 0 && header.compressedSize === 0;
    const descriptor = sizeIsBehind ? await findDataDescriptor(window, dataStart, signal) : null;
    if (descriptor !== null) {
      const { crc32, compressedSize, size, end } = descriptor;
      const span = dataStart - at + compressedSize;
      yield { header: { ...header, crc32, compressedSize, size, span }, cutOff: false };
      at = end;
      continue;
    }
    const end = dataStart + header.compressedSize;
    const cutOff = sizeIsBehind || end > blob.size;
    yield { header, cutOff };
    // A size that exceeds the archive may itself be wrong, so the next header may be earlier.
    at = cutOff ? dataStart : end;
  }
}

const SCAN_WINDOW_BYTES = 4 * 1024 * 1024;

/**
 * Reads the local header at an offset, and finds the offset of the data after it.
 *
 * @returns null when there is no header
 * @throws UnreadableBlob
 */
async function readLocalHeader(
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

/** Highest version needed to extract, 6.3. With a higher one, the signature occurs there by chance. */
const HIGHEST_VERSION = 63;

/** The record after the data of an entry that was written before its size was known. */
interface DataDescriptor {
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of the byte after it. */
  readonly end: number;
}

/**
 * Finds the descriptor of the data at `dataStart`: the one whose stated size equals its distance from
 * there. Its signature may be missing; then the header after it shows where it is. Source: APPNOTE 6.3.10,
 * 4.3.9.
 *
 * @returns null when another entry, or the end, comes first
 * @throws UnreadableBlob
 */
async function findDataDescriptor(
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

/** Length of a checksum and two sizes; with Zip64, a size has 8 bytes rather than 4. */
const NARROW_BYTES = 12;
const WIDE_BYTES = 20;

/** Largest possible compression ratio of deflate. */
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

interface FoundSignature {
  readonly at: number;
  readonly signature: number;
}

/**
 * Finds the next signature of a local header, a directory header or a data descriptor at or after `from`.
 *
 * @returns null when there is none, or when `signal` was aborted
 * @throws UnreadableBlob
 */
async function findSignature(
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
    // The last three bytes may be the start of a signature.
    start += bytes.length - 3;
  }
  return null;
}

const FIRST_BYTE = 0x50;
const STEP_BYTES = 64 * 1024;
