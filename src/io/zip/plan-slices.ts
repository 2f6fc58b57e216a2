import type { EntryData } from '../entry';
import { LOCAL_HEADER_BYTES } from './header';

export type ZipData = Extract<EntryData, { kind: 'zip' }>;

/** An entry with its place in the batch. */
export interface BatchEntry {
  readonly data: ZipData;
  readonly index: number;
}

/** A part of an archive that is read at once, and the entries in it. */
export interface ArchiveSlice {
  readonly archive: Blob;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly BatchEntry[];
}

/** A slice is closed before it would be longer than this. Only a slice of one entry may be longer. */
const SLICE_BYTES = 4 * 1024 * 1024;
/**
 * Gaps up to this size are read too: a read takes 0.7 ms in Chromium, as long as 100 kB more in the last one.
 */
const GAP_BYTES = 64 * 1024;
/** Room for the name and extra fields in an entry's local header, which the directory does not state. */
const NAME_BYTES = 1024;

/**
 * Plans which parts of which archives to read for these entries: in the order of their place, neighbours
 * together.
 */
export function planSlices(entries: readonly BatchEntry[]): readonly ArchiveSlice[] {
  const byArchive = new Map<Blob, BatchEntry[]>();
  for (const entry of entries) {
    const same = byArchive.get(entry.data.archive);
    if (same === undefined) byArchive.set(entry.data.archive, [entry]);
    else same.push(entry);
  }
  const slices: ArchiveSlice[] = [];
  for (const [archive, unordered] of byArchive) {
    const ordered = unordered.toSorted((a, b) => a.data.localHeader - b.data.localHeader);
    let open: { archive: Blob; start: number; end: number; entries: BatchEntry[] } | null = null;
    for (const entry of ordered) {
      const start = entry.data.localHeader;
      const end = start + LOCAL_HEADER_BYTES + NAME_BYTES + entry.data.compressedSize;
      if (open !== null && start - open.end <= GAP_BYTES && end - open.start <= SLICE_BYTES) {
        open.end = Math.max(open.end, end);
        open.entries.push(entry);
      } else {
        open = { archive, start, end, entries: [entry] };
        slices.push(open);
      }
    }
  }
  return slices;
}
