import type { SampleRow } from '../job/types';
import { remedyOf, type Remedy } from '../quality/explain';
import type { JudgedMeasure } from '../quality/judge';
import { unreachable } from '../result';
import { inTurn, sentence, type Sentences } from '../../words/told/sentence';

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
export const RESOLVE_CONTRADICTION = sentence('step.afterContradiction');
const BEFORE_USE = sentence('step.againBeforeUse');
/** How to measure again where the quality gives no reason to do it in another way. */
const AS_BEFORE: Remedy = {
  step: 'repeat',
  cure: sentence('step.repeatAsBefore'),
};
const NOTHING: NextStep = { kind: 'nothing', sentence: sentence('step.nothing') };

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
    return { kind: 're-spot', sentence: sentence('step.reSpot') };
  }
  if (consensus?.contradictory === true) {
    return { kind: 'subculture', sentence: RESOLVE_CONTRADICTION };
  }
  if (guard?.pattern === 'no' && call.kind !== 'none' && call.confidence === 'weak') {
    return {
      kind: 'other-method',
      sentence: sentence('step.confirmGenus'),
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
        sentence: sentence('step.measureScope'),
      };
    case 'no-spectrum':
    case 'poor-spectrum':
      return {
        kind: 'repeat',
        sentence: sentence('step.poorAgain'),
      };
    case 'outgroup':
    case 'no-pattern':
      return hasFailed
        ? repeat(sentence('step.againPoor'), remedy)
        : {
            kind: 'other-method',
            sentence: sentence('step.otherMethod'),
          };
    case 'below-threshold':
      return repeat(sentence('step.againOrOther'), remedy);
    case 'weak-species':
      return repeat(BEFORE_USE, remedy);
    case 'group-unresolved':
      if (call.confidence === 'weak' || hasFailed) {
        return repeat(BEFORE_USE, remedy);
      }
      return whenItMatters(sentence('step.whenGroupMatters'), remedy);
    case 'species':
      if (call.confidence === 'weak') return repeat(BEFORE_USE, remedy);
      if (hasFailed) return repeat(sentence('step.againFailed'), remedy);
      return call.confidence === 'high'
        ? NOTHING
        : whenItMatters(sentence('step.whenSpeciesMatters'), remedy);
    default:
      return unreachable(call.rule);
  }
}

/** Returns the step of measuring again, with the cure for the fault of quality. */
function repeat(first: Sentences, remedy: Remedy | null): NextStep {
  const { step, cure } = remedy ?? AS_BEFORE;
  return { kind: step, sentence: inTurn(first, cure) };
}

function whenItMatters(first: Sentences, remedy: Remedy | null): NextStep {
  return {
    kind: 'when-it-matters',
    sentence: inTurn(first, remedy?.cure ?? null),
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
