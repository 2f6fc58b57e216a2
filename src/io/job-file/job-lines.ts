import { plainSample } from '../../core/job/plain-sample';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { ReviewEntry } from '../../core/review/entry';
import type { ModelManifest } from '../../core/model-pack/types';
import { pageOf, pagesInTurn } from '../../storage/evidence-pages';
import { freeBuffer } from '../../core/free-buffer';
import type { JobRecord } from '../../storage/records';
import type { RunInput, StoredFile } from '../../storage/run-files';
import { blobBytes } from '../blob-bytes';
import type { EvidenceReader } from '../exports/evidence-reader';
import { BinaryLines, LETTERS } from './binary-line';
import { Chain } from './chain';
import { Content } from './content';
import { exactText } from './exact-text';
import { type JobParts, type NamedSize, RECORD_FIELDS } from './format';

/** A job that has ended, with all that is written of it. Rows are in order of their index. */
export interface JobToWrite {
  readonly record: JobRecord;
  readonly manifest: ModelManifest | null;
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: EvidenceReader;
  /** All entries of its review. */
  readonly reviews?: readonly ReviewEntry[];
  /** What it was read from, where that is wanted and there. */
  readonly input: RunInput | null;
}

/** Spectra, and samples, of a part. */
const ROWS = 30;
/** Entries of a review in a part. */
const ENTRIES = 300;
/** Bytes of files in a part: whole groups of three. */
const BYTES = 3 << 16;

/** A line of JSON: as text, or where it has many bytes as ASCII, which is good until the next line is asked for. */
export type Line = string | Uint8Array;

/** Yields the parts of a job as lines, each when it is asked for. @throws UnreadableBlob */
export async function* jobLines(job: JobToWrite): AsyncGenerator<Line, void, void> {
  const chain = new Chain();
  const chained = async (line: Line) => {
    await chain.add(line);
    return line;
  };
  const { token, name, nameTyped } = job.record;
  yield chained(part('job', { token, name, nameTyped }));
  yield chained(part('record', filedRecord(job.record)));
  yield chained(part('manifest', job.manifest));
  for await (const line of contentLines(job)) yield chained(line);
  const { reviews = [] } = job;
  for (let at = 0; at < reviews.length; at += ENTRIES) {
    yield chained(part('reviews', reviews.slice(at, at + ENTRIES)));
  }
  if (job.input !== null) {
    for await (const line of fileLines(job.input)) yield chained(line);
  }
  const whole = { spectra: job.spectra.length, samples: job.samples.length, sha256: chain.hex };
  yield part('whole', whole);
}

/** The checksum of what a job found. */
export async function contentOf(job: Omit<JobToWrite, 'manifest' | 'input'>): Promise<string> {
  const content = await Content.of(job.record);
  for await (const line of contentLines(job)) await content.add(line);
  return content.hex;
}

async function* contentLines({
  spectra,
  samples,
  evidence,
}: Omit<JobToWrite, 'manifest' | 'input'>): AsyncGenerator<Line, void, void> {
  const rows = Math.max(spectra.length, samples.length);
  for (let at = 0; at < rows; at += ROWS) {
    yield part('rows', {
      spectra: spectra.slice(at, at + ROWS),
      samples: samples.slice(at, at + ROWS).map(plainSample),
    });
  }
  const lines = new BinaryLines();
  for (const neighbours of byPage(samples)) {
    const read = await evidence(neighbours);
    const known = neighbours.flatMap((sample) => {
      const found = read.get(sample);
      return found === undefined ? [] : [{ sample, evidence: found }];
    });
    for (const [, { heads, numbers }] of pagesInTurn(known, [])) {
      const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
      const evidence: JobParts['evidence'] = { heads: [...heads], numbers: LETTERS };
      const line = lines.line({ evidence }, bytes);
      // The collector would let those of a long job pile up.
      freeBuffer(numbers.buffer);
      yield line;
    }
  }
}

async function* fileLines({ files, sampleSheet }: RunInput): AsyncGenerator<Line, void, void> {
  const lines = new BinaryLines();
  yield part('files', {
    files: files.map(sizeOf),
    sampleSheet: sampleSheet === null ? null : sizeOf(sampleSheet),
  });
  for (const { blob } of [...files, ...(sampleSheet === null ? [] : [sampleSheet])]) {
    for (let at = 0; at < blob.size; at += BYTES) {
      const bytes: JobParts['bytes'] = LETTERS;
      yield lines.line({ bytes }, await blobBytes(blob, at, BYTES));
    }
  }
}

function filedRecord(record: JobRecord): JobParts['record'] {
  const filed: Record<string, unknown> = {};
  for (const field of RECORD_FIELDS) filed[field] = record[field];
  return filed as unknown as JobParts['record'];
}

function sizeOf({ path, blob }: StoredFile): NamedSize {
  return { path, size: blob.size };
}

function part<Name extends keyof JobParts>(name: Name, value: JobParts[Name]): string {
  return exactText({ [name]: value });
}

/** The indices of samples whose evidence the database has in one place. */
function* byPage(samples: readonly SampleRow[]): Generator<number[], void, void> {
  let together: number[] = [];
  for (const { index } of samples) {
    if (together.length > 0 && pageOf(together[0]!) !== pageOf(index)) {
      yield together;
      together = [];
    }
    together.push(index);
  }
  if (together.length > 0) yield together;
}
