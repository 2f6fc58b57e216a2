import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { type CheckItem, failed, measured, noted, passed, WRONG_NUMBERS_CURE } from './check-item';
import type { ReferenceAnswer } from './reference';
import { TOLERANCES } from './tolerances';
import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

/** A model's answer for the reference spectrum in a whole run. */
export interface FoundAnswer {
  readonly probabilities: ArrayLike<number>;
  /** Null for models without markers. */
  readonly scores: ArrayLike<number> | null;
  readonly shiftPpm: number | null;
  readonly call: SpeciesCall;
}

/** Compares a model's answer to its own self-test with the one in its manifest. */
export function judgeSelfTest(
  { selfTest, taxa }: Pick<ModelManifest, 'selfTest' | 'taxa'>,
  name: Sentences,
  probabilities: ArrayLike<number>,
): CheckItem {
  const distance = largestDifference(selfTest.probabilities, probabilities);
  return measured(
    'models',
    sentence('checked.nameSelfTest', { model: name }),
    distance,
    selfTest.tolerance,
    {
      same: sentence('checked.selfTestSame', { count: taxa.length }),
      close: sentence('checked.selfTestClose', { count: taxa.length }),
      far: sentence('checked.selfTestFar'),
    },
  );
}

/**
 * Compares a model's answer for the reference spectrum with the stored one.
 *
 * @param stored null for a model that did not ship with the app, for which there is nothing to compare
 */
export function judgeAnswer(
  name: Sentences,
  stored: ReferenceAnswer | null,
  found: FoundAnswer,
): readonly CheckItem[] {
  if (stored === null) {
    const says = sentence('checked.answer', { label: found.call.label });
    return [noted('run', sentence('checked.nameAnswer', { model: name }), says)];
  }
  const line = (what: Sentence, distance: number, tolerance: number) =>
    measured('run', what, distance, tolerance, {
      same: sentence('checked.answerSame'),
      close: sentence('checked.answerClose'),
      far: sentence('checked.answerFar'),
    });
  const shift = Math.abs((found.shiftPpm ?? NaN) - stored.shiftPpm);
  return [
    measured('run', sentence('checked.nameShift', { model: name }), shift, TOLERANCES.shiftPpm, {
      same: sentence('checked.shiftSame'),
      close: sentence('checked.shiftClose'),
      far: sentence('checked.shiftFar'),
    }),
    line(
      sentence('checked.nameScores', { model: name }),
      largestDifference(stored.scores, found.scores ?? []),
      TOLERANCES.scores,
    ),
    line(
      sentence('checked.nameProbabilities', { model: name }),
      largestDifference(stored.probabilities, found.probabilities),
      TOLERANCES.probabilities,
    ),
    judgeCall(sentence('checked.nameCall', { model: name }), stored.call, found.call),
  ];
}

function judgeCall(name: Sentence, stored: ReferenceAnswer['call'], found: SpeciesCall): CheckItem {
  const keys = ['kind', 'taxon', 'label', 'confidence', 'rule'] as const;
  const { label, confidence, rule } = found;
  return keys.every((key) => found[key] === stored[key])
    ? passed('run', name, sentence('checked.calledSame', { label, confidence, rule }))
    : failed('run', name, {
        message: sentence('checked.calledOther', {
          label,
          confidence,
          rule,
          storedLabel: stored.label,
          storedConfidence: stored.confidence,
          storedRule: stored.rule,
        }),
        cure: WRONG_NUMBERS_CURE,
      });
}

function largestDifference(stored: readonly number[], found: ArrayLike<number>): number {
  if (found.length !== stored.length) return Infinity;
  return stored.reduce((largest, value, i) => {
    const difference = Math.abs(value - found[i]!);
    return Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
  }, 0);
}
