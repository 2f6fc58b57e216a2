import type { MarkerEvidence } from '../core/job/types';

/** Evidence of a sample. */
export interface SampleEvidence {
  readonly sample: number;
  readonly evidence: MarkerEvidence;
}

/**
 * Evidence of neighbouring samples as the database has it. A page may have several records: the one that
 * was written last and names a sample is the one that applies to it.
 */
export interface StoredPage {
  /** [samples x HEAD]: the sample's index, the lengths of its arrays, and its single numbers. */
  readonly heads: Float64Array<ArrayBuffer>;
  /** The arrays of all samples, one after the other. */
  readonly numbers: Float32Array<ArrayBuffer>;
  /** Samples that no longer exist. */
  readonly withdrawn: readonly number[];
}

/** Numbers of a head: see `headOf`. */
const HEAD = 9;
/** Samples of a page: some hundred kilobytes with the bundled model. */
const PAGE_SAMPLES = 32;

/** @returns the number of the page that has a sample's evidence */
export function pageOf(sample: number): number {
  return Math.floor(sample / PAGE_SAMPLES);
}

/** Encodes evidence, by the numbers of the pages that it belongs to. */
export function encodePages(
  evidence: readonly SampleEvidence[],
  withdrawn: readonly number[],
): ReadonlyMap<number, StoredPage> {
  return new Map(pagesInTurn(evidence, withdrawn));
}

/** Does the same, each page when it is asked for. */
export function* pagesInTurn(
  evidence: readonly SampleEvidence[],
  withdrawn: readonly number[],
): Generator<readonly [page: number, stored: StoredPage], void, void> {
  const kept = new Map<number, SampleEvidence[]>();
  for (const one of evidence) listOf(kept, pageOf(one.sample)).push(one);
  const gone = new Map<number, number[]>();
  for (const sample of withdrawn) listOf(gone, pageOf(sample)).push(sample);
  const pages = new Set([...kept.keys(), ...gone.keys()]);
  for (const page of pages) {
    yield [page, encodePage(kept.get(page) ?? [], gone.get(page) ?? [])];
  }
}

/** Makes room for so many numbers; what is in them is arbitrary. */
export type Room = (length: number) => Float32Array<ArrayBuffer>;

/** Gives each sample memory of its own. */
export const ownRoom: Room = (length) => new Float32Array(length);

/**
 * Decodes samples of a page. Their arrays are copies, so that they do not keep the page in memory. A page that
 * is shorter than its heads say ends where it does.
 *
 * @param wanted null for all samples
 */
export function* samplesOf(
  { heads, numbers }: StoredPage,
  wanted: ReadonlySet<number> | null,
  room: Room,
): Generator<SampleEvidence> {
  let at = 0;
  for (let from = 0; from + HEAD <= heads.length; from += HEAD) {
    const head = heads.subarray(from, from + HEAD);
    const [sample = 0, scores = 0, loci = 0, ions = 0] = head;
    const length = scores + loci + ions;
    const isWhole = [scores, loci, ions].every((size) => Number.isInteger(size) && size >= 0);
    if (!isWhole || at + length > numbers.length) return;
    if (wanted === null || wanted.has(sample)) {
      const own = room(length);
      own.set(numbers.subarray(at, at + length));
      yield { sample, evidence: evidenceOf(head, own) };
    }
    at += length;
  }
}

function encodePage(evidence: readonly SampleEvidence[], withdrawn: readonly number[]): StoredPage {
  const arrays = evidence.flatMap(({ evidence: { scores, loci, ions } }) => [scores, loci, ions]);
  const numbers = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    numbers.set(array, at);
    at += array.length;
  }
  const heads = new Float64Array(evidence.length * HEAD);
  evidence.forEach((one, i) => heads.set(headOf(one), i * HEAD));
  return { heads, numbers, withdrawn };
}

function headOf({ sample, evidence }: SampleEvidence): readonly number[] {
  const { scores, loci, ions, shiftPpm, tiltPpmPerKda, sensitivity } = evidence;
  const { lociSupported, lociContradicted } = evidence;
  const lengths = [scores.length, loci.length, ions.length];
  return [
    sample,
    ...lengths,
    shiftPpm,
    tiltPpmPerKda,
    sensitivity,
    lociSupported,
    lociContradicted,
  ];
}

function evidenceOf(head: Float64Array, own: Float32Array<ArrayBuffer>): MarkerEvidence {
  const [, scores, loci, , shiftPpm, tiltPpmPerKda, sensitivity, supported, contradicted] = head;
  const atLoci = scores!;
  const atIons = atLoci + loci!;
  return {
    scores: own.subarray(0, atLoci),
    loci: own.subarray(atLoci, atIons),
    ions: own.subarray(atIons),
    shiftPpm: shiftPpm!,
    tiltPpmPerKda: tiltPpmPerKda!,
    sensitivity: sensitivity!,
    lociSupported: supported!,
    lociContradicted: contradicted!,
  };
}

function listOf<Value>(lists: Map<number, Value[]>, key: number): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
