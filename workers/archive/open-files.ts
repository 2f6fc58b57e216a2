import { fidEnding, fidPathOf } from '../../src/core/open-formats/document/source-path';
import { type ContentKind, LOOK_BYTES, recognise } from '../../src/core/open-formats/recognise';
import { problem } from '../../src/core/problem';
import { TextList } from '../../src/core/text-list';
import { TextTable } from '../../src/core/text-table';
import { andMore } from '../../src/io/archive-problems';
import type { ArchiveEntry } from '../../src/io/entry';
import { gunzippedHead, type Head, headOf } from '../../src/io/head-of';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import type { OpenZlib } from '../../src/io/inflate/zlib';
import { type RefusedFormat, refusedFormatProblem } from '../../src/io/refused-formats';
import { OTHERS_NAMED } from '../../src/io/source-listing';
import { beginsAsSheet } from '../../src/core/sample-sheet/parse-sample-sheet';
import { officeFileOf } from '../../src/io/office-file';
import { readAll, sheetStep } from './make-steps';
import { type OpenFileContext, tellDocument, tellText } from './open-file';
import type { ArchiveStep } from './api';
import { sentence } from '../../src/words/told/sentence';

/** The information in a file's first bytes. */
interface Recognised {
  readonly content: ContentKind;
  /** The first bytes of its contents, after unpacking. */
  readonly head: Uint8Array;
  readonly isGzip: boolean;
}

/** Recognises the contents by the first bytes, whether compressed by gzip or not; null without spectra. */
export function recogniseHead({ bytes, isWhole }: Head): Recognised | null {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const head = isGzip ? gunzippedHead(bytes) : bytes;
  const content = recognise(head, isWhole);
  return content === null ? null : { content, head, isGzip };
}

/** Finds the files of a source that hold spectra in an open format, and reports these spectra. */
export class OpenFiles {
  readonly #context: OpenFileContext;
  readonly #fids = new TextList();
  /** Numbers of the latest fids by the last parts of their paths, from the sample's folder on. */
  readonly #byEnding = new TextTable();
  readonly #refused = new Map<RefusedFormat, { readonly first: string; count: number }>();
  /** Files without spectra, the first few with their paths. */
  readonly others = { files: 0, paths: [] as string[] };
  readonly #takesSheets: boolean;
  readonly #sheets = new Set<string>();
  #beside: { readonly first: string; count: number } | null = null;

  /** @param takesSheets whether sample sheets among the files count; else it is said that they do not */
  constructor(signal: AbortSignal, openZlib: OpenZlib | undefined, takesSheets: boolean) {
    this.#takesSheets = takesSheets;
    const twinOf = (path: string) => {
      const fid = fidPathOf(path);
      const number = fid === null ? undefined : this.#byEnding.get(fidEnding(fid));
      return number === undefined ? null : this.#fids.at(number);
    };
    this.#context = { limits: DEFAULT_IO_LIMITS, signal, openZlib, twinOf };
  }

  /** Notes a fid, so that spectra that were converted from it are reported as its copies. */
  noteFid(path: string): void {
    this.#byEnding.set(fidEnding(path), this.#fids.add(path));
  }

  /**
   * Opens a file that may hold spectra, and reports them.
   *
   * @param isBesideFid whether its folder has a fid, which takes precedence
   */
  async *tell(entry: ArchiveEntry, isBesideFid: boolean): AsyncGenerator<ArchiveStep, void, void> {
    const { path, data } = entry;
    if (this.#sheets.has(path)) return;
    const head = await headOf(data, LOOK_BYTES);
    if (head !== null && isSheetHead(head.bytes)) {
      yield* this.#readSheet(entry, head.bytes);
      return;
    }
    const recognised = head && recogniseHead(head);
    if (recognised === null) {
      if (data.kind === 'unreadable' && SPECTRUM_NAME.test(path)) {
        yield* tellText(entry, false, this.#context);
      } else this.#passOver(path);
      return;
    }
    const { content, isGzip } = recognised;
    if (content.kind === 'refused') this.#refuse(content.format, path);
    else if (isBesideFid) {
      this.#beside ??= { first: path, count: 0 };
      this.#beside.count += 1;
    } else if (content.kind === 'text') yield* tellText(entry, isGzip, this.#context);
    else yield* tellDocument(entry, recognised.head, isGzip, this.#context);
  }

  /** Reports a file that is a sample sheet, whatever it is called; nothing for any other. */
  async *tellSheet(entry: ArchiveEntry): AsyncGenerator<ArchiveStep, void, void> {
    const head = await headOf(entry.data, LOOK_BYTES);
    if (head !== null && isSheetHead(head.bytes)) yield* this.#readSheet(entry, head.bytes);
  }

  async *#readSheet(
    { path, data }: ArchiveEntry,
    head: Uint8Array,
  ): AsyncGenerator<ArchiveStep, void, void> {
    this.#sheets.add(path);
    if (!this.#takesSheets) {
      yield { kind: 'problem', problem: sheetNotUsed(path), of: 'file' };
      return;
    }
    const [bytes] = await readAll([data]);
    const step = await sheetStep(bytes!, path);
    // A workbook that holds something else is another's, and no matter deep in a run.
    const isOther = step.kind === 'problem' && officeFileOf(head) !== null;
    if (isOther && path.split('/').length > SHALLOW) this.#passOver(path);
    else yield step;
  }

  /** Reports the remaining problems, after all files were reported. */
  *finish(): Generator<ArchiveStep> {
    for (const [format, { first, count }] of this.#refused) {
      const fault = refusedFormatProblem(format, first, count);
      yield { kind: 'problem', problem: fault, of: 'input' };
    }
    if (this.#beside !== null) {
      const { first, count } = this.#beside;
      const fault = problem(
        'beside-fid',
        sentence('archive.besideFid', { files: andMore(first, count - 1) }),
        sentence('archive.besideFidCure'),
        first,
      );
      yield { kind: 'problem', problem: fault, of: 'file' };
    }
  }

  #refuse(format: RefusedFormat, path: string): void {
    const refused = this.#refused.get(format) ?? { first: path, count: 0 };
    refused.count += 1;
    this.#refused.set(format, refused);
  }

  #passOver(path: string): void {
    this.others.files += 1;
    if (this.others.paths.length < OTHERS_NAMED) this.others.paths.push(path);
  }
}

/** Folders that a workbook may lie in to be taken for a sheet of the run: at the root, or in its only one. */
const SHALLOW = 2;

/** Whether a file that begins so is a sample sheet, or an office document, which may be one. */
export function isSheetHead(head: Uint8Array): boolean {
  return officeFileOf(head) !== null || beginsAsSheet(head);
}

function sheetNotUsed(path: string) {
  return problem(
    'sheet-not-used',
    sentence('archive.sheetNotUsed', { path }),
    sentence('archive.sheetNotUsedCure'),
    path,
  );
}

/**
 * Names of files that are nearly always spectra. Such a file that cannot be read is a row with the reason.
 */
const SPECTRUM_NAME = /\.(?:mzml|mzxml|txt|csv|tsv|xy|asc)(?:\.gz)?$/i;
