/** `note`: there is nothing to hold it against, or it does not matter to the results. */
export type CheckOutcome = 'pass' | 'fail' | 'note';

/** What is checked together, in the order of the report. */
export const CHECK_GROUPS = {
  files: 'Files',
  steps: 'Reference spectrum, step by step',
  kernel: 'The fast steps beside the plain ones',
  models: 'Models',
  run: 'A whole run through the page’s own workers',
} as const;

export type CheckGroup = keyof typeof CHECK_GROUPS;

/** One line of the report. */
export interface CheckItem {
  readonly group: CheckGroup;
  /** What was checked: `Square root`. */
  readonly name: string;
  readonly outcome: CheckOutcome;
  /** What was found, a sentence in plain words. */
  readonly says: string;
  /** How far it is from what it should be, and how far it may be; null where nothing is measured. */
  readonly distance: number | null;
  readonly tolerance: number | null;
  /** What to do about a failure. */
  readonly cure: string | null;
}

export function passed(group: CheckGroup, name: string, says: string): CheckItem {
  return { group, name, outcome: 'pass', says, distance: null, tolerance: null, cure: null };
}

export function noted(group: CheckGroup, name: string, says: string): CheckItem {
  return { ...passed(group, name, says), outcome: 'note' };
}

export function failed(
  group: CheckGroup,
  name: string,
  { message, cure }: { readonly message: string; readonly cure: string },
): CheckItem {
  return { ...passed(group, name, message), outcome: 'fail', cure };
}

/**
 * A measured check.
 *
 * @param distance how far off it is; NaN and Infinity fail
 * @param says what was found, as the beginning of a sentence: `The 19049 numbers of this step`
 */
export function measured(
  group: CheckGroup,
  name: string,
  distance: number,
  tolerance: number,
  says: { readonly same: string; readonly close: string; readonly far: string },
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

export const WRONG_NUMBERS_CURE =
  'Report nothing from this installation. Reload the page and check again, try another browser on ' +
  'this computer, and send the report to whoever looks after the installation.';
