import { Gunzip, Inflate } from 'fflate';
import { joinBytes } from '../core/join-bytes';
import { blobBytes, UnreadableBlob } from './blob-bytes';
import type { EntryData } from './entry';
import { LOCAL_HEADER_BYTES, localTailBytes } from './zip/header';

type Bytes = Uint8Array<ArrayBuffer>;

/** The first bytes of a file. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Number of bytes that nearly always suffices for the name and extra fields before an entry's data. */
const USUAL_TAIL = 1024;

/**
 * Reads the first `wanted` bytes of an entry, or fewer where it is shorter. Reads and inflates no more than
 * necessary.
 *
 * @returns null when they cannot be read
 */
export async function headOf(data: EntryData, wanted: number): Promise<Head | null> {
  try {
    switch (data.kind) {
      case 'bytes':
        return head(data.bytes, wanted);
      case 'blob':
        return head(await blobBytes(data.blob, 0, wanted + 1), wanted);
      case 'zip': {
        const bytes = await zippedHead(data, wanted);
        return bytes === null
          ? null
          : { bytes: bytes.subarray(0, wanted), isWhole: data.size <= wanted };
      }
      case 'held':
      case 'unreadable':
        return null;
    }
  } catch (error) {
    if (error instanceof UnreadableBlob) return null;
    throw error;
  }
}

function head(bytes: Uint8Array, wanted: number): Head {
  return { bytes: bytes.subarray(0, wanted), isWhole: bytes.length <= wanted };
}

/** A stored block, which is not deflated, is returned as a whole, and is no longer than this. */
const LONGEST_BLOCK = 65_535 + 1_024;

async function zippedHead(
  data: Extract<EntryData, { kind: 'zip' }>,
  wanted: number,
): Promise<Uint8Array | null> {
  const first = await compressedHead(data, wanted);
  if (first === null || data.method === 'stored') return first;
  const bytes = inflatedHead(first, (tell) => new Inflate(tell));
  if (bytes.length >= Math.min(wanted, data.size)) return bytes;
  const more = await compressedHead(data, LONGEST_BLOCK);
  return more && inflatedHead(more, (tell) => new Inflate(tell));
}

/** Reads the first bytes of an entry's data as they are in the archive. */
async function compressedHead(
  { archive, localHeader, compressedSize }: Extract<EntryData, { kind: 'zip' }>,
  wanted: number,
): Promise<Uint8Array | null> {
  const length = Math.min(compressedSize, wanted);
  const slice = await blobBytes(archive, localHeader, LOCAL_HEADER_BYTES + USUAL_TAIL + length);
  if (slice.length < LOCAL_HEADER_BYTES) return null;
  const start =
    LOCAL_HEADER_BYTES + localTailBytes(new DataView(slice.buffer, 0, LOCAL_HEADER_BYTES));
  return start + length <= slice.length
    ? slice.subarray(start, start + length)
    : blobBytes(archive, localHeader + start, length);
}

/** Inflates the start of a gzip file as far as possible. */
export function gunzippedHead(bytes: Uint8Array): Uint8Array {
  return inflatedHead(bytes, (tell) => new Gunzip(tell));
}

/** Inflates the given bytes. It is not an error when the data end early. */
function inflatedHead(
  compressed: Uint8Array,
  open: (tell: (bytes: Uint8Array) => void) => { push(bytes: Uint8Array): void },
): Bytes {
  const pieces: Uint8Array[] = [];
  try {
    open((piece) => void pieces.push(piece)).push(compressed);
  } catch {
    // The pieces before the error are good.
  }
  return joinBytes(pieces);
}
