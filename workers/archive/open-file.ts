import { DocumentScanner } from '../../src/core/open-formats/document/scanner';
import type { ScannedSpectrum } from '../../src/core/open-formats/document/spectrum-head';
import { atPath, problem, type Problem } from '../../src/core/problem';
import type { ArchiveEntry, EntryData } from '../../src/io/entry';
import type { IoLimits } from '../../src/io/limits';
import { type ByteSource, openBytes, xmlEncoding } from '../../src/io/open-bytes';
import type { OpenZlib } from '../../src/io/inflate/zlib';
import type { AcquisitionStep, ArchiveStep } from './api';
import { sentence, type Sentences } from '../../src/words/told/sentence';

/** The context for reading a file. */
export interface OpenFileContext {
  readonly limits: IoLimits;
  readonly signal: AbortSignal;
  readonly openZlib: OpenZlib | undefined;
  /** Returns the path of the fid that a spectrum was converted from, if that is among the files. */
  readonly twinOf: (sourcePath: string) => string | null;
}

/** Reports a text file as one spectrum, which the compute worker reads. */
export async function* tellText(
  entry: ArchiveEntry,
  isGzip: boolean,
  context: OpenFileContext,
): AsyncGenerator<ArchiveStep, void, void> {
  const { path, source, size } = entry;
  const data = isGzip ? await gunzipped(entry, context) : entry.data;
  yield {
    kind: 'acquisition',
    source,
    path,
    size,
    file: data,
    open: { filePath: path, head: null, twin: null },
  };
}

async function gunzipped(entry: ArchiveEntry, context: OpenFileContext): Promise<EntryData> {
  const source = openBytes(entry, true, context);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await source.next();
    if (next.done === true) {
      if (next.value !== null) return { kind: 'unreadable', problem: next.value };
      break;
    }
    size += next.value.length;
    if (size > context.limits.entryBytes) break;
    pieces.push(next.value.slice());
  }
  await source.return(null);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  // Reading stops above the limit, and the reader of the format then refuses the file for its size.
  return { kind: 'bytes', bytes };
}

/**
 * Reports the spectra of a document one after the other, each with its bytes. The document is read in
 * pieces, at the pace of the consumer, and nothing of it is kept.
 */
export async function* tellDocument(
  entry: ArchiveEntry,
  head: Uint8Array,
  isGzip: boolean,
  context: OpenFileContext,
): AsyncGenerator<ArchiveStep, void, void> {
  const { path } = entry;
  const scanner = new DocumentScanner();
  const teller = new SpectrumTeller(entry, context);
  const decoder = xmlDecoder(head);
  if (decoder === null) {
    yield teller.unreadable(UNKNOWN_ENCODING);
    return;
  }
  const source = openBytes(entry, isGzip, context);
  const broken = yield* scanAll(source, decoder, scanner, teller, context);
  await source.return(null);
  if (context.signal.aborted) return;
  yield* endOf(path, broken ?? scanner.fault, scanner, teller);
}

/** @returns the reason why the bytes, or the spectra, end early; null when they do not */
async function* scanAll(
  source: ByteSource,
  decoder: TextDecoder,
  scanner: DocumentScanner,
  teller: SpectrumTeller,
  { limits, signal }: OpenFileContext,
): AsyncGenerator<ArchiveStep, Problem | null, void> {
  for (;;) {
    const next = await source.next();
    if (signal.aborted) return null;
    const isEnd = next.done === true;
    const text = isEnd ? decoder.decode() : decoder.decode(next.value, { stream: true });
    for (const spectrum of scanner.write(text)) {
      if (teller.told === limits.documentSpectra) return tooManySpectra(limits);
      yield teller.tell(spectrum);
    }
    if (isEnd) {
      if (next.value === null) scanner.end();
      return next.value;
    }
    if (scanner.fault !== null) return null;
  }
}

/** Reports the problems of a document, after it was read as far as possible. */
function* endOf(
  path: string,
  fault: Problem | null,
  scanner: DocumentScanner,
  teller: SpectrumTeller,
): Generator<ArchiveStep> {
  const { told } = teller;
  const { fragmentSpectra, declared } = scanner.report;
  const say = (
    of: 'input' | 'file',
    kind: string,
    message: Sentences,
    cure: Sentences,
  ): ArchiveStep => ({
    kind: 'problem',
    problem: problem(kind, message, cure, path),
    of,
  });
  if (fault !== null) {
    if (told === 0) yield teller.unreadable(fault);
    else {
      const message = sentence('archive.brokenDocument', {
        path,
        fault: fault.message,
        count: told,
      });
      yield say('file', fault.kind, message, fault.cure);
    }
    return;
  }
  if (told + fragmentSpectra === 0) {
    yield say(
      'input',
      'document-empty',
      sentence('archive.documentEmpty', { path }),
      sentence('archive.exportAgainCure'),
    );
  } else if (told === 0) {
    yield say(
      'input',
      'document-fragments',
      sentence('archive.documentFragments', { path, count: fragmentSpectra }),
      sentence('archive.linearModeCure'),
    );
  } else if (fragmentSpectra > 0) {
    yield say(
      'file',
      'fragment-spectra',
      sentence('archive.fragmentsLeftOut', { path, count: fragmentSpectra }),
      sentence('told.nothingToDoCure'),
    );
  }
  if (declared !== null && declared !== told + fragmentSpectra && told > 0) {
    yield say(
      'file',
      'document-count',
      sentence('archive.documentCount', { path, declared, found: told + fragmentSpectra }),
      sentence('archive.checkExportCure'),
    );
  }
}

/** Makes the steps of a document's spectra, with unique paths. */
class SpectrumTeller {
  told = 0;
  readonly #entry: ArchiveEntry;
  readonly #context: OpenFileContext;
  readonly #paths = new Set<string>();

  constructor(entry: ArchiveEntry, context: OpenFileContext) {
    this.#entry = entry;
    this.#context = context;
  }

  tell({ head, bytes }: ScannedSpectrum): AcquisitionStep {
    const filePath = this.#entry.path;
    this.told++;
    const path = head.isOnly ? filePath : this.#pathOf(head.id);
    const twin = head.sourcePath === null ? null : this.#context.twinOf(head.sourcePath);
    const file: EntryData = bytes.ok
      ? { kind: 'bytes', bytes: bytes.value }
      : { kind: 'unreadable', problem: atPath(bytes.error, path) };
    const size = bytes.ok ? bytes.value.length : 0;
    return { ...this.#step(path, size), file, open: { filePath, head, twin } };
  }

  /** Makes the step of a document that cannot be read at all, which becomes a row with the reason. */
  unreadable(reason: Problem): AcquisitionStep {
    const { path, size } = this.#entry;
    const file: EntryData = { kind: 'unreadable', problem: atPath(reason, path) };
    return { ...this.#step(path, size), file, open: { filePath: path, head: null, twin: null } };
  }

  #step(path: string, size: number) {
    return { kind: 'acquisition' as const, source: this.#entry.source, path, size };
  }

  /**
   * Makes a unique path from the spectrum's id in the file, with a number after an id that occurs twice.
   */
  #pathOf(id: string): string {
    // Makes any id, even of a hostile file, fit to be shown.
    const name = id.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST_ID) || String(this.told);
    let path = `${this.#entry.path}#${name}`;
    if (this.#paths.has(path)) path = `${path} (${this.told})`;
    this.#paths.add(path);
    return path;
  }
}

const LONGEST_ID = 200;

function xmlDecoder(head: Uint8Array): TextDecoder | null {
  try {
    return new TextDecoder(xmlEncoding(head));
  } catch {
    return null;
  }
}

const UNKNOWN_ENCODING = problem(
  'xml-encoding',
  sentence('archive.encodingUnknown'),
  sentence('archive.exportUtf8Cure'),
);

function tooManySpectra(limits: IoLimits): Problem {
  return problem(
    'limit-document-spectra',
    sentence('archive.tooManySpectra', { most: limits.documentSpectra }),
    sentence('archive.exportPartsCure'),
  );
}
