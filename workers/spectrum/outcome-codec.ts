import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';
import type { GuardVerdict } from '../../src/core/job/types';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import { type Payload, readMessageBuffer } from '../transport/message-buffer-pool';
import {
  NumberReader,
  readEvidence,
  type WireEvidence,
  writeEvidence,
} from '../transport/evidence';
import { exactJson } from '../../src/core/exact-json';

/** An outcome in the text of a message. */
interface Written extends Omit<SpectrumOutcome, 'answer' | 'vector'> {
  readonly answer: Result<WrittenAnswer, Problem> | null;
}

interface WrittenAnswer {
  /** Number of probabilities. */
  readonly probabilities: number;
  readonly peaks: number | null;
  readonly evidence: WireEvidence | null;
  readonly guard?: GuardVerdict;
}

/**
 * Writes a batch's outcomes, without their vectors.
 *
 * @returns null where JSON cannot represent them exactly
 */
export function writeOutcomes(outcomes: readonly SpectrumOutcome[]): Payload | null {
  const numbers: ArrayLike<number>[] = [];
  const text = exactJson(outcomes.map((outcome) => write(outcome, numbers)));
  return text === null ? null : { text, numbers };
}

/** Reads outcomes, without vectors. Their arrays are views into one buffer, which the batch shares. */
export function readOutcomes(carrier: ArrayBuffer): readonly SpectrumOutcome[] {
  const { text, numbers } = readMessageBuffer(carrier);
  const reader = new NumberReader(numbers);
  return (JSON.parse(text) as readonly Written[]).map((written) => ({
    ...written,
    answer:
      written.answer?.ok === true
        ? { ok: true, value: readAnswer(written.answer.value, reader) }
        : written.answer,
    vector: null,
  }));
}

function write(
  { vector: _, answer, ...outcome }: SpectrumOutcome,
  numbers: ArrayLike<number>[],
): Written {
  if (answer?.ok !== true) return { ...outcome, answer };
  const { probabilities, evidence, ...rest } = answer.value;
  numbers.push(probabilities);
  const value = {
    ...rest,
    probabilities: probabilities.length,
    evidence: evidence && writeEvidence(evidence, numbers),
  };
  return { ...outcome, answer: { ok: true, value } };
}

function readAnswer(
  { probabilities, evidence, ...rest }: WrittenAnswer,
  numbers: NumberReader,
): ModelAnswer {
  return {
    ...rest,
    probabilities: numbers.read(probabilities),
    evidence: evidence && readEvidence(evidence, numbers),
  };
}
