import { problem, type Problem } from '../core/problem';
import { isArchiveName, nestedArchiveProblem } from './archive-problems';
import type { ArchiveEntry } from './entry';
import type { EntryEvent } from './entry-event';
import { formatBytes } from '../core/text';
import type { IoLimits } from './limits';
import type { OpenZlib } from './inflate/zlib';
import { isClutter, MAX_PATH_LENGTH, normalisePath } from './paths';
import { refusedFormat, refusedFormatProblem, type RefusedFormat } from './refused-formats';
import type { Tally } from './tally';

/** Files that are of use for what is in them, whatever they are called. */
export interface ByContent {
  /** Whether a file of this path is worth a look. */
  readonly mayBe: (path: string) => boolean;
  /** Whether what begins so is: asked before a file that comes by once is held. */
  readonly isUseful: (head: Uint8Array, size: number) => boolean;
}

/** What every source of one drop is listed under. */
export interface ListingContext {
  readonly wanted: (path: string) => boolean;
  readonly byContent: ByContent;
  readonly limits: IoLimits;
  readonly tally: Tally;
  readonly signal: AbortSignal | undefined;
  readonly openZlib: OpenZlib | undefined;
}

/** What becomes of a name: a path to go on with, a limit that it passes, or neither. */
interface Considered {
  readonly path: string | null;
  readonly limit: Problem | null;
}

/** How many files that nobody wanted are named, for a sentence about what was found instead. */
const OTHERS_NAMED = 5;

/** The bookkeeping of one source: which of its names are wanted, and what else is in it. */
export class SourceListing {
  private files = 0;
  private wantedFiles = 0;
  /** Paths, and where each came first. */
  private readonly seen = new Map<string, number>();
  private readonly others: string[] = [];
  private readonly refused = new Map<RefusedFormat, Set<string>>();
  private nested: { readonly first: string; count: number } | null = null;
  private duplicates: { readonly first: string; count: number } | null = null;
  private longPaths: { readonly first: string; count: number } | null = null;
  private unreadable: { readonly first: Problem; count: number } | null = null;
  private officeDocument = false;
  /** The first spectrum that was processed already by the instrument's software. */
  private processed: string | null = null;

  constructor(
    readonly source: number,
    /** The archive's own path; null for the loose files of the drop. */
    private readonly archive: string | null,
    readonly context: ListingContext,
  ) {}

  /** How to call the source in a sentence. */
  get path(): string {
    return this.archive ?? 'The drop';
  }

  get stopped(): boolean {
    return this.context.tally.exhausted || this.context.signal?.aborted === true;
  }

  /**
   * The path to go on with when `name` is a file that is wanted; null when it is not. Counts it.
   * A limit that it passes is in `limit`.
   * @param format what its bytes gave away, where they were looked at
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

  /** A file that was worth a look turned out to be of no use. */
  passOver(path: string): void {
    this.noteOther(path, null);
  }

  /**
   * The event of a wanted entry; null when the source has had its path already.
   * @param place of the entry, whatever that is
   * @param isSame whether the entry at another place is the same file; never, where nobody knows
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
    // One that is cut off comes with its archive's own problem.
    if (data.kind === 'unreadable' && data.problem.kind !== 'entry-cut-off') {
      this.unreadable ??= { first: data.problem, count: 0 };
      this.unreadable.count += 1;
    }
    return { kind: 'entry', entry: checked };
  }

  /** What is to be said once the source has been listed as far as it goes. */
  *finish(): Generator<EntryEvent> {
    // Whoever takes these events may take their time, and the paths of a large run are many.
    this.seen.clear();
    if (this.unreadable !== null) {
      const { first, count } = this.unreadable;
      const several = `${this.path} has ${count} files that cannot be read. The first: `;
      yield this.problem(count === 1 ? first : { ...first, message: `${several}${first.message}` });
    }
    if (this.duplicates !== null) {
      const { first, count } = this.duplicates;
      const more = count > 1 ? ` (and ${count - 1} more)` : '';
      yield this.problem(
        problem(
          'duplicate-path',
          `${this.path} has ${first}${more} more than once; the first was read.`,
          'Check which one is meant, and drop that one alone.',
          first,
        ),
      );
    }
    if (this.longPaths !== null) {
      const { first, count } = this.longPaths;
      yield this.problem(
        problem(
          'path-length',
          `${this.path} has ${count === 1 ? 'a file' : `${count} files`} with a path of more than ${MAX_PATH_LENGTH} characters, which no computer can have. The first begins with ${first.slice(0, 60)}.`,
          'Pack the run again from its source.',
        ),
      );
    }
    for (const [format, paths] of this.refused) {
      const [first] = paths;
      yield this.problem(refusedFormatProblem(format, first!, paths.size));
    }
    if (this.nested !== null) {
      yield this.problem(nestedArchiveProblem(this.path, this.nested.first, this.nested.count));
    }
    if (this.processed !== null && this.wantedFiles === 0) {
      yield this.problem(
        problem(
          'processed-only',
          `${this.processed} is a spectrum that flexAnalysis has processed; the fid, which is the spectrum as it was recorded, is not there.`,
          'Copy the whole folder of the spectrum from the instrument, with its fid and acqu.',
          this.processed,
        ),
      );
    }
    if (this.officeDocument && this.wantedFiles === 0) {
      yield this.problem(
        problem(
          'office-document',
          `${this.path} is a spreadsheet or another Office document, not an archive of spectra.`,
          'If it is the sample sheet, save it as text with tabs, named sample_sheet.tsv, and drop it with the run.',
          this.path,
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
    // What is of use for its contents may be read in parts: that is for its reader to say.
    if (size <= limits.entryBytes || !this.context.wanted(path)) return entry;
    if (entry.data.kind === 'unreadable') return entry;
    const fault = entryTooLarge(path, size, limits);
    return { path, size, source, data: { kind: 'unreadable', problem: fault } };
  }
}

export function entryTooLarge(path: string, size: number, limits: IoLimits): Problem {
  return problem(
    'limit-entry-bytes',
    `${path} is ${formatBytes(size)}; a single file may be ${formatBytes(limits.entryBytes)} at most.`,
    'A spectrum is far smaller: check what this file is.',
    path,
  );
}

/** A document of several spectra that stands in an archive, where it cannot be read in parts. */
export function documentTooLarge(path: string, size: number, limits: IoLimits): Problem {
  return problem(
    'limit-document-bytes',
    `${path} is ${formatBytes(size)}; inside an archive a file of spectra may be ${formatBytes(limits.documentBytes)} at most.`,
    'Unpack the archive and drop the file itself, which may be of any size.',
    path,
  );
}

/** Bruker's own place for processed spectra. */
const PROCESSED = /(?:^|\/)pdata\/\d+\/[12]r$/;

const NOTHING: Considered = { path: null, limit: null };

function isFolderName(name: string): boolean {
  return name.endsWith('/') || name.endsWith('\\');
}
