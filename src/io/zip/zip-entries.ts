import type { Problem } from '../../core/problem';
import type { ArchiveEntry, EntryData } from '../entry';
import type { EntryEvent } from '../entry-event';
import type { SourceListing } from '../source-listing';
import type { ZipHeader } from './header';
import { chooseNameEncoding, decodeNameAs } from '../name-encoding';
import { normalisePath } from '../paths';
import { entryFault, namesGuessed } from './problems';

/** Collects the entries as they are found, until it is known which of them are sound. */
export class ZipEntries {
  files = 0;
  /** Number of wanted entries whose bytes can be read. */
  readable = 0;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Offsets of the local headers of the directory's entries; made on first use. */
  private known: ReadonlySet<number> | null = null;
  /** The paths of the wanted entries, which may be many; their other data are in columns. */
  private readonly paths: string[] = [];
  private readonly headers: HeaderColumns;
  /** Indices into `starts`, and whether they are cut off. */
  private readonly places: number[] = [];
  private readonly cutOff = new Set<number>();
  /** Names in an encoding that is not declared, by row: their paths are provisional. */
  private readonly undeclared = new Map<number, Uint8Array>();
  private inflated = 0;

  constructor(
    private readonly archive: Blob,
    private readonly listing: SourceListing,
  ) {
    this.headers = new HeaderColumns(archive);
  }

  /** Number of entries and folders so far. */
  get count(): number {
    return this.starts.length;
  }

  /**
   * Adds an entry of the central directory.
   *
   * @returns the limit of the drop that it exceeds
   */
  addListed(header: ZipHeader): Problem | null {
    return this.add(header, false);
  }

  /** Adds an entry found by its local header, unless the directory contained it already. */
  addSaved(header: ZipHeader, cutOff: boolean): Problem | null {
    this.known ??= new Set(this.starts);
    return this.known.has(header.localHeader) ? null : this.add(header, cutOff);
  }

  private add(header: ZipHeader, cutOff: boolean): Problem | null {
    const at = this.starts.push(header.localHeader) - 1;
    const end = header.localHeader + header.span;
    // An entry that exceeds the archive is not read, and must not count as overlapping others.
    this.ends.push(cutOff || end > this.archive.size ? header.localHeader : end);
    const { path, limit } = this.listing.consider(header.name);
    if (limit !== null) return limit;
    if (!/[/\\]$/.test(header.name)) this.files += 1;
    if (path === null) return null;
    const { tally, limits } = this.listing.context;
    // An entry of a larger declared size is never inflated, so its size, which may be wrong, does not count
    // against the limits for the others.
    const bytes = header.size > limits.entryBytes ? 0 : header.size;
    this.inflated += bytes;
    const passed = tally.addBytes(bytes, this.listing.path, this.inflated, this.archive.size);
    if (passed !== null) return passed;
    const row = this.paths.push(path) - 1;
    if (header.undeclaredName !== null) this.undeclared.set(row, header.undeclaredName);
    this.headers.push(header);
    this.places.push(at);
    if (cutOff) this.cutOff.add(at);
    return null;
  }

  *events(): Generator<EntryEvent> {
    yield* this.readNames();
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

  /** Decodes the names whose encoding is not declared, once all are known, and says as what. */
  private *readNames(): Generator<EntryEvent> {
    if (this.undeclared.size === 0) return;
    const encoding = chooseNameEncoding(this.undeclared.values());
    for (const [row, bytes] of this.undeclared) {
      const path = normalisePath(decodeNameAs(encoding, bytes));
      if (path !== '') this.paths[row] = path;
    }
    yield this.listing.remark(namesGuessed(this.listing.path, encoding));
  }
}

/** The part of a header that is kept: all but its name. */
type Header = Omit<ZipHeader, 'name' | 'undeclaredName'>;
const COLUMNS = 7;

/**
 * The headers of a zip archive's entries, as numbers in one array. As objects, those of a large run would
 * be most of the memory of its listing.
 */
class HeaderColumns {
  private values = new Float64Array(COLUMNS * 64);
  private rows = 0;

  constructor(readonly archive: Blob) {}

  push(header: Header): void {
    const at = this.rows * COLUMNS;
    if (at === this.values.length) {
      const grown = new Float64Array(2 * at);
      grown.set(this.values);
      this.values = grown;
    }
    const { flags, method, crc32, compressedSize, size, localHeader, span } = header;
    this.values.set([flags, method, crc32, compressedSize, size, localHeader, span], at);
    this.rows += 1;
  }

  /** @returns whether two entries have the same size and checksum */
  isSame(row: number, other: number): boolean {
    const [a, b] = [this.at(row), this.at(other)];
    return a.size === b.size && a.crc32 === b.crc32;
  }

  at(row: number): Header {
    const { values } = this;
    const at = row * COLUMNS;
    return {
      flags: values[at]!,
      method: values[at + 1]!,
      crc32: values[at + 2]!,
      compressedSize: values[at + 3]!,
      size: values[at + 4]!,
      localHeader: values[at + 5]!,
      span: values[at + 6]!,
    };
  }
}

/** A sound entry of a zip archive. The position of its bytes is looked up on use. */
class ZipEntry implements ArchiveEntry {
  constructor(
    readonly path: string,
    readonly source: number,
    private readonly headers: HeaderColumns,
    private readonly row: number,
  ) {}

  get size(): number {
    return this.headers.at(this.row).size;
  }

  get data(): EntryData {
    const { localHeader, method, compressedSize, size, crc32 } = this.headers.at(this.row);
    return {
      kind: 'zip',
      archive: this.headers.archive,
      localHeader,
      method: method === 0 ? 'stored' : 'deflated',
      compressedSize,
      size,
      crc32,
    };
  }
}

/**
 * Finds the byte ranges [start, end) that begin inside a range that began before them. A sound archive has
 * none, while an archive bomb makes all its entries share the same bytes. Does not change its inputs.
 *
 * @returns the indices of those ranges
 */
function overlappingRanges(
  starts: readonly number[],
  ends: readonly number[],
): ReadonlySet<number> {
  const order = starts.map((_, i) => i).sort((a, b) => starts[a]! - starts[b]!);
  const overlapping = new Set<number>();
  let reached = -Infinity;
  for (const i of order) {
    if (starts[i]! < reached) overlapping.add(i);
    reached = Math.max(reached, ends[i]!);
  }
  return overlapping;
}
