import type { Problem } from '../../core/problem';
import type { EntryEvent } from '../entry-event';
import type { SourceListing } from '../source-listing';
import type { ZipHeader } from './header';
import { HeaderColumns, ZipEntry } from './header-columns';
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
  /** Of the wanted ones, of which there may be many: their paths, and in columns what else is known. */
  private readonly paths: string[] = [];
  private readonly headers: HeaderColumns;
  /** Places in `starts`, and whether they are cut off. */
  private readonly places: number[] = [];
  private readonly cutOff = new Set<number>();
  private inflated = 0;

  constructor(
    private readonly archive: Blob,
    private readonly listing: SourceListing,
  ) {
    this.headers = new HeaderColumns(archive);
  }

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
    if (passed !== null) return passed;
    this.paths.push(path);
    this.headers.push(header);
    this.places.push(at);
    if (cutOff) this.cutOff.add(at);
    return null;
  }

  *events(): Generator<EntryEvent> {
    const overlapping = overlappingRanges(this.starts, this.ends);
    const { archive, listing, headers } = this;
    for (const [row, path] of this.paths.entries()) {
      const at = this.places[row]!;
      const header = headers.at(row);
      const fault = entryFault(
        path,
        header,
        archive.size,
        this.cutOff.has(at),
        overlapping.has(at),
      );
      const { source } = listing;
      const entry =
        fault === null
          ? new ZipEntry(path, source, headers, row)
          : {
              path,
              size: header.size,
              source,
              data: { kind: 'unreadable', problem: fault } as const,
            };
      const event = listing.entry(entry, row, (other) => headers.isSame(row, other));
      if (event === null) continue;
      if (fault === null) this.readable += 1;
      yield event;
    }
  }
}
