import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

/** `note`: there is nothing to compare it with, or it does not affect the results. */
export type CheckOutcome = 'pass' | 'fail' | 'note';

/** How an outcome is named in the report. */
export const CHECK_OUTCOMES: Readonly<Record<CheckOutcome, Sentence>> = {
  pass: sentence('checked.outcomePass'),
  fail: sentence('checked.outcomeFail'),
  note: sentence('checked.outcomeNote'),
};

/** Names of the groups of checks, in the order of the report. */
export const CHECK_GROUPS = {
  files: sentence('checked.groupFiles'),
  steps: sentence('checked.groupSteps'),
  kernel: sentence('checked.groupKernel'),
  models: sentence('checked.groupModels'),
  run: sentence('checked.groupRun'),
} as const;

export type CheckGroup = keyof typeof CHECK_GROUPS;

/** One line of the report. */
export interface CheckItem {
  readonly group: CheckGroup;
  /** What was checked: `Square root`. */
  readonly name: Sentences;
  readonly outcome: CheckOutcome;
  /** The finding, in a sentence. */
  readonly says: Sentences;
  /** Distance from the right value, and the largest distance that passes; null where nothing is measured. */
  readonly distance: number | null;
  readonly tolerance: number | null;
  /** What to do about a failure. */
  readonly cure: Sentences | null;
}

export function passed(group: CheckGroup, name: Sentences, says: Sentences): CheckItem {
  return { group, name, outcome: 'pass', says, distance: null, tolerance: null, cure: null };
}

export function noted(group: CheckGroup, name: Sentences, says: Sentences): CheckItem {
  return { ...passed(group, name, says), outcome: 'note' };
}

export function failed(
  group: CheckGroup,
  name: Sentences,
  { message, cure }: { readonly message: Sentences; readonly cure: Sentences },
): CheckItem {
  return { ...passed(group, name, message), outcome: 'fail', cure };
}

/**
 * Makes the item of a measured check.
 *
 * @param distance from the right value; NaN and Infinity fail
 * @param says a sentence for each finding: no difference, one within the tolerance, or one beyond it
 */
export function measured(
  group: CheckGroup,
  name: Sentences,
  distance: number,
  tolerance: number,
  says: { readonly same: Sentences; readonly close: Sentences; readonly far: Sentences },
): CheckItem {
  const isPassed = distance <= tolerance;
  return {
    group,
    name,
    outcome: isPassed ? 'pass' : 'fail',
    says: distance === 0 ? says.same : isPassed ? says.close : says.far,
    distance,
    tolerance,
    cure: isPassed ? null : WRONG_NUMBERS_CURE,
  };
}

export const WRONG_NUMBERS_CURE = sentence('checked.wrongNumbersCure');
