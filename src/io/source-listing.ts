import { problem, type Problem } from '../core/problem';
import { andMore, isArchiveName, nestedArchiveProblem, placeOf } from './archive-problems';
import type { ArchiveEntry } from './entry';
import type { EntryEvent } from './entry-event';
import { formatBytes } from '../core/text';
import { TextTable } from '../core/text-table';
import type { IoLimits } from './limits';
import type { OpenZlib } from './inflate/zlib';
import { isClutter, MAX_PATH_LENGTH, normalisePath } from './paths';
import { refusedFormat, refusedFormatProblem, type RefusedFormat } from './refused-formats';
import type { Tally } from './tally';
import { sentence } from '../words/told/sentence';

/** Selects files by their contents, whatever their names. */
export interface ByContent {
  /** Whether a file with this path should be opened to look at its contents. */
  readonly mayBe: (path: string) => boolean;
  /**
   * Returns whether a file is used, judged by its first bytes. Called before a file of a .tar is kept in
   * memory.
   */
  readonly isUseful: (head: Uint8Array, size: number) => boolean;
}

/** The options and limits for every source of one drop. */
export interface ListingContext {
  readonly wanted: (path: string) => boolean;
  readonly byContent: ByContent;
  readonly limits: IoLimits;
  readonly tally: Tally;
  readonly signal: AbortSignal | undefined;
  readonly openZlib: OpenZlib | undefined;
}

/** The decision on a name: a path to continue with, a limit that it exceeds, or neither. */
interface Considered {
  readonly path: string | null;
  readonly limit: Problem | null;
}

/** Number of unused files that are named, for a sentence about what was found instead. */
export const OTHERS_NAMED = 5;

/** The records of one source: which of its names are wanted, and what else it contains. */
export class SourceListing {
  private files = 0;
  private wantedFiles = 0;
  /** Paths, each with the place of its first entry. */
  private seen = new TextTable();
  private readonly others: string[] = [];
  private readonly refused = new Map<RefusedFormat, Set<string>>();
  private nested: { readonly first: string; count: number } | null = null;
  private duplicates: { readonly first: string; count: number } | null = null;
  private longPaths: { readonly first: string; count: number } | null = null;
  private unreadable: { readonly first: Problem; count: number } | null = null;
  private officeDocument = false;
  /** Path of the first spectrum that the instrument's software had already processed. */
  private processed: string | null = null;

  constructor(
    readonly source: number,
    /** The archive's own path; null for the loose files of the drop. */
    private readonly archive: string | null,
    readonly context: ListingContext,
  ) {}

  /** The archive's own path; empty for the loose files of the drop. */
  get path(): string {
    return this.archive ?? '';
  }

  get stopped(): boolean {
    return this.context.tally.exhausted || this.context.signal?.aborted === true;
  }

  /**
   * Counts a name and decides whether it is a wanted file.
   *
   * @param format recognised by its bytes, where these were read
   * @returns the path to continue with, which is null when the file is not wanted, and a limit that it
   * exceeds
   */
  consider(name: string, format: RefusedFormat | null = null): Considered {
    const path = normalisePath(name);
    if (path === '' || isFolderName(name) || isClutter(path)) return NOTHING;
    const limit = this.context.tally.addEntry(this.archive ?? undefined);
    if (limit !== null) return { path: null, limit };
    this.files += 1;
    if (path.length > MAX_PATH_LENGTH) {
      this.longPaths ??= { first: path, count: 0 };
      this.longPaths.count += 1;
      return NOTHING;
    }
    const { wanted, byContent } = this.context;
    if (format === null && (wanted(path) || byContent.mayBe(path))) return { path, limit: null };
    this.noteOther(path, format);
    return NOTHING;
  }

  /** Notes that the contents of a file were looked at, and are not used. */
  passOver(path: string): void {
    this.noteOther(path, null);
  }

  /**
   * Returns the event of a wanted entry; null when the source has already had its path.
   *
   * @param place of the entry, in any numbering
   * @param isSame returns whether the entry at another place is the same file; by default, never
   */
  entry(
    entry: ArchiveEntry,
    place = 0,
    isSame: (other: number) => boolean = () => false,
  ): EntryEvent | null {
    const { path } = entry;
    const before = this.seen.get(path);
    if (before !== undefined) {
      if (!isSame(before)) {
        this.duplicates ??= { first: path, count: 0 };
        this.duplicates.count += 1;
      }
      return null;
    }
    this.seen.set(path, place);
    this.wantedFiles += 1;
    const checked = this.checkSize(entry);
    const { data } = checked;
    // An entry that is cut off is covered by the problem of its archive.
    if (data.kind === 'unreadable' && data.problem.kind !== 'entry-cut-off') {
      this.unreadable ??= { first: data.problem, count: 0 };
      this.unreadable.count += 1;
    }
    return { kind: 'entry', entry: checked };
  }

  /** Yields the remaining events, after the source has been listed as far as possible. */
  *finish(): Generator<EntryEvent> {
    // Frees the paths, which are many for a large run, as the consumer of these events may be slow.
    this.seen = new TextTable();
    if (this.unreadable !== null) {
      const { first, count } = this.unreadable;
      const several = sentence('archive.unreadableFiles', {
        ...placeOf(this.archive),
        count,
        first: first.message,
      });
      yield this.problem(count === 1 ? first : { ...first, message: several });
    }
    if (this.duplicates !== null) {
      const { first, count } = this.duplicates;
      yield this.problem(
        problem(
          'duplicate-path',
          sentence('archive.duplicatePath', {
            ...placeOf(this.archive),
            path: andMore(first, count - 1),
          }),
          sentence('archive.dropAloneCure'),
          first,
        ),
      );
    }
    if (this.longPaths !== null) {
      const { first, count } = this.longPaths;
      yield this.problem(
        problem(
          'path-length',
          sentence('archive.longPaths', {
            ...placeOf(this.archive),
            count,
            most: MAX_PATH_LENGTH,
            first: first.slice(0, 60),
          }),
          sentence('archive.packFromSourceCure'),
        ),
      );
    }
    for (const [format, paths] of this.refused) {
      const [first] = paths;
      yield this.problem(refusedFormatProblem(format, first!, paths.size));
    }
    if (this.nested !== null) {
      yield this.problem(nestedArchiveProblem(this.archive, this.nested.first, this.nested.count));
    }
    if (this.processed !== null && this.wantedFiles === 0) {
      yield this.problem(
        problem(
          'processed-only',
          sentence('archive.processedOnly', { path: this.processed }),
          sentence('archive.processedOnlyCure'),
          this.processed,
        ),
      );
    }
    if (this.officeDocument && this.wantedFiles === 0) {
      yield this.problem(
        problem(
          'office-document',
          sentence('archive.spreadsheet', placeOf(this.archive)),
          sentence('archive.saveSheetAsTextCure'),
          ...(this.archive === null ? [] : [this.archive]),
        ),
      );
    }
    yield {
      kind: 'listed',
      source: this.source,
      path: this.archive,
      files: this.files,
      wanted: this.wantedFiles,
      others: [...this.others],
    };
  }

  problem(fault: Problem): EntryEvent {
    return { kind: 'problem', problem: fault, source: this.source };
  }

  remark(remark: Problem): EntryEvent {
    return { kind: 'problem', problem: remark, source: this.source, isRemark: true };
  }

  private noteOther(path: string, format: RefusedFormat | null): void {
    if (path === '[Content_Types].xml') this.officeDocument = true;
    if (PROCESSED.test(path)) this.processed ??= path;
    if (this.others.length < OTHERS_NAMED) this.others.push(path);
    const refused = format === null ? refusedFormat(path) : { format, path };
    if (refused !== null) {
      const paths = this.refused.get(refused.format) ?? new Set<string>();
      this.refused.set(refused.format, paths.add(refused.path));
    } else if (isArchiveName(path)) {
      this.nested ??= { first: path, count: 0 };
      this.nested.count += 1;
    }
  }

  private checkSize(entry: ArchiveEntry): ArchiveEntry {
    const { path, size, source } = entry;
    const { limits } = this.context;
    // A file that was selected by its contents may be read in parts, so its reader checks the size.
    if (size <= limits.entryBytes || !this.context.wanted(path)) return entry;
    if (entry.data.kind === 'unreadable') return entry;
    const fault = entryTooLarge(path, size, limits);
    return { path, size, source, data: { kind: 'unreadable', problem: fault } };
  }
}

export function entryTooLarge(path: string, size: number, limits: IoLimits): Problem {
  return problem(
    'limit-entry-bytes',
    sentence('archive.entryTooLarge', {
      path,
      size: formatBytes(size),
      most: formatBytes(limits.entryBytes),
    }),
    sentence('archive.checkFileCure'),
    path,
  );
}

/**
 * @returns the problem of a document in an archive, which cannot be read in parts there and is too large
 */
export function documentTooLarge(path: string, size: number, limits: IoLimits): Problem {
  return problem(
    'limit-document-bytes',
    sentence('archive.documentTooLarge', {
      path,
      size: formatBytes(size),
      most: formatBytes(limits.documentBytes),
    }),
    sentence('archive.documentTooLargeCure'),
    path,
  );
}

/** Path of processed spectra in Bruker's folders. */
const PROCESSED = /(?:^|\/)pdata\/\d+\/[12]r$/;

const NOTHING: Considered = { path: null, limit: null };

function isFolderName(name: string): boolean {
  return name.endsWith('/') || name.endsWith('\\');
}
