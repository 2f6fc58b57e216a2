import { asciiText } from '../core/ascii';
import { AsciiWriter } from './ascii-writer';
import { exactJson } from '../core/exact-json';
import { plainSample } from '../core/job/plain-sample';
import type { SampleRow, SpectrumRow } from '../core/job/types';
import type { SampleEvidence } from './evidence-pages';
import { isSampleRow, isSpectrumRow } from './stored-rows';

/** All rows that a job has. */
export interface WholeJob {
  /** Number of spectra, counted from 0 without a gap. */
  readonly spectra: number;
  /** Indices of its samples. */
  readonly samples: ReadonlySet<number>;
}

/** Rows that are new or have changed: they replace earlier rows of the same index. */
interface RowChunk {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  /** Indices of samples that no longer exist. They are not used again. */
  readonly withdrawn: readonly number[];
}

/** Rows with the evidence of their samples. */
export interface RowBatch extends RowChunk {
  readonly evidence: readonly SampleEvidence[];
}

/**
 * A chunk as the database has it: JSON in ASCII, or the chunk itself where JSON cannot represent it exactly. Bytes are
 * one value to the browser, which copies each object of a record by itself; and they can be freed once they are
 * written, while a text would lie about until a whole garbage collection. Up to version 9 of the database it was text.
 */
export type StoredChunk = Uint8Array<ArrayBuffer> | string | LastingChunk;

interface LastingChunk extends RowChunk {
  /** Present in the last chunk of a repeated attempt: other rows in earlier chunks no longer exist. */
  readonly whole?: { readonly spectra: number; readonly samples: readonly number[] };
}

/** Number of rows of a chunk, which the page encodes or decodes well within a frame: up to 121 kB. */
const MAX_CHUNK_ROWS = 60;

/** Splits rows into chunks and encodes them. A batch that has no rows, but anything else, has one chunk. */
export function encodeChunks(batch: RowBatch, whole: WholeJob | null): StoredChunk[] {
  return [...encodeInTurn(batch, whole)];
}

/** Does the same, each chunk when it is asked for: one that is written need not wait for the others in memory. */
export function* encodeInTurn(
  { spectra, samples, withdrawn, evidence }: RowBatch,
  whole: WholeJob | null,
): Generator<StoredChunk, void, void> {
  const chunks: LastingChunk[] = [];
  const rows = Math.max(spectra.length, samples.length);
  const step = MAX_CHUNK_ROWS / 2;
  for (let at = 0; at < rows; at += step) {
    const part = <Row>(some: readonly Row[]) => some.slice(at, at + step);
    chunks.push({ spectra: part(spectra), samples: part(samples), withdrawn: [] });
  }
  if (withdrawn.length > 0 || whole !== null || (rows === 0 && evidence.length > 0)) {
    const last = chunks.pop() ?? { spectra: [], samples: [] };
    const rest = whole && { whole: { spectra: whole.spectra, samples: [...whole.samples] } };
    chunks.push({ ...last, withdrawn, ...rest });
  }
  for (const chunk of chunks) yield encode(chunk);
}

function encode(chunk: LastingChunk): StoredChunk {
  try {
    return asciiChunk(chunk) ?? withPlainSamples(chunk);
  } catch (error) {
    // An older version's damaged row may be nested more deeply than JSON can follow.
    if (error instanceof RangeError) return withPlainSamples(chunk);
    throw error;
  }
}

function withPlainSamples(chunk: LastingChunk): LastingChunk {
  return { ...chunk, samples: chunk.samples.map(plainSample) };
}

/**
 * Encodes a chunk row by row, so that each text is small and soon gone. The text of a whole chunk would be one of the
 * engine's large objects, and twice as large where one of its characters is not Latin, such as a minus sign.
 *
 * @returns null where JSON cannot represent the chunk exactly
 */
function asciiChunk({ spectra, samples, ...rest }: LastingChunk): Uint8Array<ArrayBuffer> | null {
  WRITER.clear();
  WRITER.add('{"spectra":[');
  if (!writeRows(spectra)) return null;
  WRITER.add('],"samples":[');
  if (!writeRows(samples, plainSample)) return null;
  const json = exactJson(rest);
  if (json === null) return null;
  // The rest is an object that has the withdrawn samples at least.
  WRITER.add('],');
  WRITER.add(json.slice(1));
  return WRITER.take();
}

function writeRows<Row>(rows: readonly Row[], plain = (row: Row) => row): boolean {
  return rows.every((row, i) => {
    const json = exactJson(plain(row));
    if (json === null) return false;
    if (i > 0) WRITER.add(',');
    WRITER.add(json);
    return true;
  });
}

const WRITER = new AsciiWriter();

/** Merges the chunks of a job in the order in which they were written. */
export class RowLog {
  readonly #spectra = new Map<number, SpectrumRow>();
  readonly #samples = new Map<number, SampleRow>();

  /** @param stored what some version of the app has left there; chunks and rows that are none are ignored */
  add(stored: unknown): void {
    const { spectra, samples, withdrawn, whole } = decodeChunk(stored);
    for (const row of listIn(spectra)) if (isSpectrumRow(row)) this.#spectra.set(row.index, row);
    for (const row of listIn(samples)) if (isSampleRow(row)) this.#samples.set(row.index, row);
    if (Array.isArray(withdrawn))
      for (const index of withdrawn) this.#samples.delete(index as number);
    if (isObject(whole)) this.#keepOnly(whole);
  }

  /** Rows in order of their index. */
  rows(): { readonly spectra: SpectrumRow[]; readonly samples: SampleRow[] } {
    return { spectra: inOrder(this.#spectra), samples: inOrder(this.#samples) };
  }

  #keepOnly({ spectra, samples }: Readonly<Record<string, unknown>>): void {
    const kept = new Set<unknown>(Array.isArray(samples) ? samples : []);
    for (const index of this.#samples.keys()) if (!kept.has(index)) this.#samples.delete(index);
    for (const index of this.#spectra.keys()) {
      if (typeof spectra === 'number' && index >= spectra) this.#spectra.delete(index);
    }
  }
}

function decodeChunk(stored: unknown): Readonly<Record<string, unknown>> {
  const text = stored instanceof Uint8Array ? asciiText(stored) : stored;
  if (typeof text !== 'string') return isObject(text) ? text : {};
  try {
    const chunk: unknown = JSON.parse(text);
    return isObject(chunk) ? chunk : {};
  } catch {
    return {};
  }
}

function listIn(rows: unknown): readonly unknown[] {
  return Array.isArray(rows) ? rows : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inOrder<Row>(rows: ReadonlyMap<number, Row>): Row[] {
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
