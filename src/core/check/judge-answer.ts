import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { type CheckItem, failed, measured, noted, passed, WRONG_NUMBERS_CURE } from './check-item';
import type { ReferenceAnswer } from './reference';
import { TOLERANCES } from './tolerances';
import { groupDigits } from '../text';

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
  name: string,
  probabilities: ArrayLike<number>,
): CheckItem {
  const distance = largestDifference(selfTest.probabilities, probabilities);
  return measured('models', `${name}: self-test`, distance, selfTest.tolerance, {
    same: `Its ${groupDigits(taxa.length)} probabilities are those of its manifest.`,
    close: `Its ${groupDigits(taxa.length)} probabilities are those of its manifest within its tolerance.`,
    far: 'It answers its self-test otherwise than its manifest says.',
  });
}

/**
 * Compares a model's answer for the reference spectrum with the stored one.
 *
 * @param stored null for a model that did not ship with the app, for which there is nothing to compare
 */
export function judgeAnswer(
  name: string,
  stored: ReferenceAnswer | null,
  found: FoundAnswer,
): readonly CheckItem[] {
  if (stored === null) {
    const says = `It answers “${found.call.label}”. It did not ship with this version, so no answer is stored to hold it against.`;
    return [noted('run', `${name}: answer`, says)];
  }
  const line = (what: string, distance: number, tolerance: number) =>
    measured('run', `${name}: ${what}`, distance, tolerance, {
      same: 'As the plain score in 64 bits gives it.',
      close: 'As the plain score in 64 bits gives it, within what 32 bits can hold.',
      far: 'Not what the plain score gives.',
    });
  const shift = Math.abs((found.shiftPpm ?? NaN) - stored.shiftPpm);
  return [
    measured('run', `${name}: mass shift, ppm`, shift, TOLERANCES.shiftPpm, {
      same: 'The stored one.',
      close: 'The stored one but for the last digits.',
      far: 'Not the stored one.',
    }),
    line('scores', largestDifference(stored.scores, found.scores ?? []), TOLERANCES.scores),
    line(
      'probabilities',
      largestDifference(stored.probabilities, found.probabilities),
      TOLERANCES.probabilities,
    ),
    judgeCall(`${name}: call`, stored.call, found.call),
  ];
}

function judgeCall(name: string, stored: ReferenceAnswer['call'], found: SpeciesCall): CheckItem {
  const keys = ['kind', 'taxon', 'label', 'confidence', 'rule'] as const;
  const says = ({ label, confidence, rule }: ReferenceAnswer['call']) =>
    `“${label}” (confidence ${confidence}, rule ${rule})`;
  return keys.every((key) => found[key] === stored[key])
    ? passed('run', name, `The simulated isolate is called ${says(found)}, as it should be.`)
    : failed('run', name, {
        message: `The simulated isolate is called ${says(found)} and should be ${says(stored)}.`,
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
