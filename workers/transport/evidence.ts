import type { MarkerEvidence } from '../../src/core/job/types';

/** The part of evidence that is text, beside its numbers. */
export interface WireEvidence {
  readonly counts: readonly [scores: number, loci: number, ions: number];
  readonly shiftPpm: number;
  readonly tiltPpmPerKda: number;
  readonly sensitivity: number;
  readonly supported: number;
  readonly contradicted: number;
}

/** @param numbers the evidence's numbers are appended to it */
export function writeEvidence(
  evidence: MarkerEvidence,
  numbers: ArrayLike<number>[],
): WireEvidence {
  const { scores, loci, ions, lociSupported, lociContradicted } = evidence;
  numbers.push(scores, loci, ions);
  return {
    counts: [scores.length, loci.length, ions.length],
    shiftPpm: evidence.shiftPpm,
    tiltPpmPerKda: evidence.tiltPpmPerKda,
    sensitivity: evidence.sensitivity,
    supported: lociSupported,
    contradicted: lociContradicted,
  };
}

export function readEvidence(
  { counts, supported, contradicted, ...fitted }: WireEvidence,
  numbers: NumberReader,
): MarkerEvidence {
  const [scores, loci, ions] = counts;
  return {
    scores: numbers.read(scores),
    loci: numbers.read(loci),
    ions: numbers.read(ions),
    ...fitted,
    lociSupported: supported,
    lociContradicted: contradicted,
  };
}

/** Reads numbers in the order in which they were written, as views. */
export class NumberReader {
  readonly #numbers: Float32Array<ArrayBuffer>;
  #at = 0;

  constructor(numbers: Float32Array<ArrayBuffer>) {
    this.#numbers = numbers;
  }

  read(count: number): Float32Array<ArrayBuffer> {
    return this.#numbers.subarray(this.#at, (this.#at += count));
  }
}
