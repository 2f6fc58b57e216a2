import type { SampleRow } from '../job/types';
import { remedyOf, type Remedy } from '../quality/explain';
import type { JudgedMeasure } from '../quality/judge';
import { unreachable } from '../result';
import { inTurn, type Sentences } from '../../words/told/sentence';

/**
 * The kinds of next steps: get the files again, measure a new spot or the same one again, subculture, use another
 * method, do so when the species matters, or nothing.
 */
export const NEXT_STEPS = [
  'files',
  're-spot',
  'repeat',
  'subculture',
  'other-method',
  'when-it-matters',
  'nothing',
] as const;
export type NextStepKind = (typeof NEXT_STEPS)[number];

/** What to do next with a sample. */
export interface NextStep {
  readonly kind: NextStepKind;
  /** What to do, and when, in whole sentences. */
  readonly sentence: Sentences;
}

/** The parts of a sample that decide its next step. */
type SteppedSample = Pick<SampleRow, 'call' | 'failure' | 'consensus' | 'guard'>;

/** What to do when the spectra of a sample contradict one another. */
export const RESOLVE_CONTRADICTION =
  'Check that all its spots hold one isolate and that it is pure: streak it for single colonies, and measure one of them again before you rely on this result.';
const BEFORE_USE = 'Measure again before this name is used.';
/** How to measure again where the quality gives no reason to do it in another way. */
const AS_BEFORE: Remedy = {
  step: 'repeat',
  cure: 'Repeat from the same spot or a fresh colony.',
};
const NOTHING: NextStep = { kind: 'nothing', sentence: 'Nothing needs to be done.' };

/**
 * Decides what to do next with a sample, by the cause: what could not be read, spectra that contradict one
 * another, the rule of the call, then the quality. The page and all exports take it from here; docs/calls.md
 * gives the reasons.
 *
 * @param measures the judged measures of its quality, of which those that did not pass count
 */
export function nextStep(sample: SteppedSample, measures: readonly JudgedMeasure[]): NextStep {
  const { call, failure, consensus, guard } = sample;
  if (failure !== null && failure.kind !== 'no-spectrum') {
    return { kind: 'files', sentence: failure.cure };
  }
  if (failure !== null || call.rule === 'no-spectrum') {
    return { kind: 're-spot', sentence: 'Re-spot the isolate and measure again.' };
  }
  if (consensus?.contradictory === true) {
    return { kind: 'subculture', sentence: RESOLVE_CONTRADICTION };
  }
  if (guard?.pattern === 'no' && call.kind !== 'none' && call.confidence === 'weak') {
    return {
      kind: 'other-method',
      sentence: 'Confirm the genus by another method before this name is used.',
    };
  }
  return byRule(call, worstRemedy(measures), measures.some(hasFailed));
}

/** @param remedy what helps against the worst fault of the quality; null without a fault */
function byRule(call: SampleRow['call'], remedy: Remedy | null, hasFailed: boolean): NextStep {
  switch (call.rule) {
    case 'outside-scope':
      return {
        kind: 'repeat',
        sentence:
          'Measure the spot again with the method for bacteria (about m/z 2,000 to 20,000), or export the spectrum with all its points.',
      };
    case 'no-spectrum':
    case 'poor-spectrum':
      return {
        kind: 'repeat',
        sentence:
          'Measure this spot again. If it stays poor, re-spot with a thin smear of a young colony.',
      };
    case 'outgroup':
    case 'no-pattern':
      return hasFailed
        ? repeat('Measure again, since the spectrum is of poor quality.', remedy)
        : {
            kind: 'other-method',
            sentence:
              'Identify it by another method. If a species of this model was expected, check for contamination and repeat from a fresh colony.',
          };
    case 'below-threshold':
      return repeat('Measure again; if it stays so, use another method.', remedy);
    case 'weak-species':
      return repeat(BEFORE_USE, remedy);
    case 'group-unresolved':
      if (call.confidence === 'weak' || hasFailed) {
        return repeat(BEFORE_USE, remedy);
      }
      return whenItMatters(
        'When the species matters, repeat from a fresh colony; if it stays open, use another method.',
        remedy,
      );
    case 'species':
      if (call.confidence === 'weak') return repeat(BEFORE_USE, remedy);
      if (hasFailed) return repeat('Measure again, since the quality fails.', remedy);
      return call.confidence === 'high'
        ? NOTHING
        : whenItMatters(
            'When the species matters, repeat the measurement or confirm it by another method.',
            remedy,
          );
    default:
      return unreachable(call.rule);
  }
}

/** Returns the step of measuring again, with the cure for the fault of quality. */
function repeat(sentence: string, remedy: Remedy | null): NextStep {
  const { step, cure } = remedy ?? AS_BEFORE;
  return { kind: step, sentence: inTurn(sentence, cure) };
}

function whenItMatters(sentence: string, remedy: Remedy | null): NextStep {
  return {
    kind: 'when-it-matters',
    sentence: inTurn(sentence, remedy?.cure ?? null),
  };
}

/** Finds what helps against the first measure that failed, or else the first that warns. */
function worstRemedy(measures: readonly JudgedMeasure[]): Remedy | null {
  const own = measures.filter(
    ({ measure, verdict }) => verdict !== 'pass' && measure !== 'replicateAgreement',
  );
  const worst = own.find(hasFailed) ?? own[0];
  return worst === undefined ? null : remedyOf(worst.measure);
}

function hasFailed({ verdict }: JudgedMeasure): boolean {
  return verdict === 'fail';
}
