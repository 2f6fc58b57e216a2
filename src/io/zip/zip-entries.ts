import type { Problem } from '../../core/problem';
import type { EntryData } from '../entry';
import type { EntryEvent } from '../entry-event';
import type { SourceListing } from '../source-listing';
import type { ZipHeader } from './header';
import { overlappingRanges } from './overlaps';
import { entryFault } from './problems';

/** The entries as they are found, until it is known which of them are sound. */
export class ZipEntries {
  files = 0;
  /** Wanted entries that have bytes to give. */
  readable = 0;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Where the local headers of the directory's entries stand; made when it is asked for. */
  private known: ReadonlySet<number> | null = null;
  private readonly wanted: { path: string; header: ZipHeader; cutOff: boolean; at: number }[] = [];
  private inflated = 0;

  constructor(
    private readonly archive: Blob,
    private readonly listing: SourceListing,
  ) {}

  /** Entries and folders so far. */
  get count(): number {
    return this.starts.length;
  }

  /**
   * An entry of the central directory.
   * @returns the limit of the drop that it passes
   */
  addListed(header: ZipHeader): Problem | null {
    return this.add(header, false);
  }

  /** An entry found by its local header, if the directory has not given it already. */
  addSaved(header: ZipHeader, cutOff: boolean): Problem | null {
    this.known ??= new Set(this.starts);
    return this.known.has(header.localHeader) ? null : this.add(header, cutOff);
  }

  private add(header: ZipHeader, cutOff: boolean): Problem | null {
    const at = this.starts.push(header.localHeader) - 1;
    const end = header.localHeader + header.span;
    // What leads beyond the archive is not read, and has no claim to the bytes of others.
    this.ends.push(cutOff || end > this.archive.size ? header.localHeader : end);
    const { path, limit } = this.listing.consider(header.name);
    if (limit !== null) return limit;
    if (!/[/\\]$/.test(header.name)) this.files += 1;
    if (path === null) return null;
    const { tally, limits } = this.listing.context;
    // One that says it is too large is never inflated, and a lie in one must not cost the others.
    const bytes = header.size > limits.entryBytes ? 0 : header.size;
    this.inflated += bytes;
    const passed = tally.addBytes(bytes, this.listing.path, this.inflated, this.archive.size);
    if (passed === null) this.wanted.push({ path, header, cutOff, at });
    return passed;
  }

  *events(): Generator<EntryEvent> {
    const overlapping = overlappingRanges(this.starts, this.ends);
    for (const { path, header, cutOff, at } of this.wanted) {
      const fault = entryFault(path, header, this.archive.size, cutOff, overlapping.has(at));
      const data: EntryData =
        fault === null ? zipData(this.archive, header) : { kind: 'unreadable', problem: fault };
      const identity = `${header.size}:${header.crc32}`;
      const event = this.listing.entry(path, header.size, data, identity);
      if (event === null) continue;
      if (fault === null) this.readable += 1;
      yield event;
    }
  }
}

function zipData(archive: Blob, header: ZipHeader): EntryData {
  return {
    kind: 'zip',
    archive,
    localHeader: header.localHeader,
    method: header.method === 0 ? 'stored' : 'deflated',
    compressedSize: header.compressedSize,
    size: header.size,
    crc32: header.crc32,
  };
}
