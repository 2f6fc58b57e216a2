import { problem, type Problem } from '../core/problem';
import { err, ok, unreachable, type Result } from '../core/result';
import { blobBytes, UnreadableBlob } from './blob-bytes';
import { crc32 } from './crc32';
import { freeSeenBuffer } from '../core/free-buffer';
import type { EntryData } from './entry';
import { formatBytes } from '../core/text';
import { type ByteRoom, type Inflate, inflateRaw, newRoom } from './inflate/inflate-raw';
import type { IoLimits } from './limits';
import { LOCAL_HEADER_BYTES, LOCAL_SIGNATURE, localTailBytes } from './zip/header';
import { planSlices, type ArchiveSlice, type BatchEntry, type ZipData } from './zip/plan-slices';
import { sentence } from '../words/told/sentence';

export type EntryBytes = Result<Uint8Array<ArrayBuffer>, Problem>;

/** How compressed entries are read. */
export interface Inflating {
  readonly inflate: Inflate;
  /** Provides the arrays that entries of archives are read into. */
  readonly room: ByteRoom;
}

const PLATFORM: Inflating = { inflate: inflateRaw, room: newRoom };

/** Reads the bytes of one entry; see `readEntries`. */
export async function readEntry(data: EntryData, limits: IoLimits): Promise<EntryBytes> {
  const [bytes] = await readEntries([data], limits);
  return bytes!;
}

/**
 * Reads the bytes of some entries, in their order, inflates them, and checks them against size and
 * checksum. Entries of one archive that are close together are read in one slice. Results are independent:
 * a fault affects one entry only. Problems have no path, since data has none; add it with `atPath`.
 */
export async function readEntries(
  batch: readonly EntryData[],
  limits: IoLimits,
  inflating = PLATFORM,
): Promise<readonly EntryBytes[]> {
  const results = new Array<EntryBytes>(batch.length);
  const zipped: BatchEntry[] = [];
  await Promise.all(
    batch.map(async (data, index) => {
      if (data.kind !== 'zip') results[index] = await readPlain(data, limits);
      else if (data.size > limits.entryBytes || data.compressedSize > limits.entryBytes) {
        results[index] = err(tooLarge(Math.max(data.size, data.compressedSize), limits));
      } else zipped.push({ data, index });
    }),
  );
  const slices = planSlices(zipped);
  let reading = slices[0] && readSlice(slices[0]);
  for (const [i, slice] of slices.entries()) {
    const bytes = await reading!;
    const next = slices[i + 1];
    // The next slice is being read while this one is inflated.
    reading = next && readSlice(next);
    await inflateSlice(slice, bytes, results, inflating);
  }
  return results;
}

/** Number of entries that are inflated at the same time: more take more memory and no less time. */
const INFLATED_AT_ONCE = 4;

type SliceBytes = Result<Uint8Array<ArrayBuffer>, Problem>;

async function readSlice(slice: ArchiveSlice): Promise<SliceBytes> {
  return guarded(() => blobBytes(slice.archive, slice.start, slice.end - slice.start));
}

async function inflateSlice(
  slice: ArchiveSlice,
  bytes: SliceBytes,
  results: EntryBytes[],
  inflating: Inflating,
): Promise<void> {
  const left = slice.entries.values();
  const work = async () => {
    for (const { data, index } of left) {
      results[index] = bytes.ok
        ? await readZipped(data, bytes.value, slice.start, inflating)
        : bytes;
    }
  };
  await Promise.all(Array.from({ length: INFLATED_AT_ONCE }, work));
  // The entries were copied out of it.
  if (bytes.ok) freeSeenBuffer(bytes.value.buffer);
}

/** @param slice bytes of the archive from `sliceStart`, which contain the entry's local header */
async function readZipped(
  data: ZipData,
  slice: Uint8Array<ArrayBuffer>,
  sliceStart: number,
  { inflate, room }: Inflating,
): Promise<EntryBytes> {
  const header = slice.subarray(data.localHeader - sliceStart);
  if (header.length < LOCAL_HEADER_BYTES) return err(damaged('archive.damagedEntryHeader'));
  const view = new DataView(header.buffer, header.byteOffset, LOCAL_HEADER_BYTES);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE)
    return err(damaged('archive.damagedEntryHeader'));
  const dataStart = LOCAL_HEADER_BYTES + localTailBytes(view);
  let compressed = header.subarray(dataStart, dataStart + data.compressedSize);
  if (compressed.length < data.compressedSize) {
    // The name and extra fields before the data were longer than expected.
    const read = await guarded(() =>
      blobBytes(data.archive, data.localHeader + dataStart, data.compressedSize),
    );
    if (!read.ok) return read;
    compressed = read.value;
  }
  if (compressed.length < data.compressedSize) return err(damaged('archive.damagedEntryCutOff'));
  const bytes =
    data.method === 'stored'
      ? copyOf(compressed, room)
      : await inflate(compressed, data.size, room);
  if (bytes === 'damaged') return err(damaged('archive.damagedEntryBroken'));
  if (bytes.length !== data.size) return err(damaged('archive.damagedEntrySize'));
  if (crc32(bytes) !== data.crc32) return err(damaged('archive.damagedEntryChecksum'));
  return ok(bytes);
}

function copyOf(bytes: Uint8Array<ArrayBuffer>, room: ByteRoom): Uint8Array<ArrayBuffer> {
  const copy = room(bytes.length);
  copy.set(bytes);
  return copy;
}

async function readPlain(data: Exclude<EntryData, ZipData>, limits: IoLimits): Promise<EntryBytes> {
  switch (data.kind) {
    case 'unreadable':
      return err(data.problem);
    case 'bytes':
      return data.bytes.length > limits.entryBytes
        ? err(tooLarge(data.bytes.length, limits))
        : ok(data.bytes);
    case 'blob':
      return data.blob.size > limits.entryBytes
        ? err(tooLarge(data.blob.size, limits))
        : guarded(() => blobBytes(data.blob, 0, data.blob.size));
    case 'held':
      return err(heldNoMore);
    default:
      return unreachable(data);
  }
}

async function guarded(
  read: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  try {
    return ok(await read());
  } catch (error) {
    if (error instanceof UnreadableBlob) return err(error.problem());
    throw error;
  }
}

const heldNoMore = problem(
  'entry-let-go',
  sentence('archive.letGo'),
  sentence('archive.letGoCure'),
);

function tooLarge(size: number, limits: IoLimits): Problem {
  return problem(
    'limit-entry-bytes',
    sentence('archive.fileTooLarge', {
      size: formatBytes(size),
      most: formatBytes(limits.entryBytes),
    }),
    sentence('archive.checkFileCure'),
  );
}

function damaged(how: `archive.damagedEntry${Damage}`): Problem {
  return problem('entry-damaged', sentence(how), sentence('archive.copyOrPackArchiveCure'));
}

type Damage = 'Header' | 'CutOff' | 'Broken' | 'Size' | 'Checksum';
