import type { ArchiveEntry, EntryData } from '../entry';
import type { ZipHeader } from './header';

/** What is kept of a header: all but its name. */
type Header = Omit<ZipHeader, 'name'>;
const COLUMNS = 7;

/**
 * The headers of a zip archive's entries, as numbers in one array: as objects, those of a large run would
 * be most of what its listing leaves in memory.
 */
export class HeaderColumns {
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

  /** Whether two entries have the same size and checksum. */
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

/** A sound entry of a zip archive. Where its bytes are is looked up when it is asked for. */
export class ZipEntry implements ArchiveEntry {
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
