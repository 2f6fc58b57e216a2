import { problem, type Problem } from '../problem';
import { printable } from '../text';

export type PickleProblem = Problem<
  | 'pickle-none'
  | 'pickle-joblib'
  | 'pickle-truncated'
  | 'pickle-malformed'
  | 'pickle-name'
  | 'pickle-opcode'
  | 'pickle-limit'
>;

export const ANOTHER_FILE_CURE =
  'Use the file model.bin that the original program was run with, as it was written. Nothing in ' +
  'the file was carried out.';

const DANGER_CURE =
  'Do not load this file anywhere until you know where it comes from. ktyper carries out nothing ' +
  'that a file asks for, so no harm was done here.';

export function truncated(at: number): PickleProblem {
  return problem(
    'pickle-truncated',
    `The model file ends in the middle, after ${at} bytes: the rest is missing.`,
    'Copy the file again, completely.',
  );
}

export function malformed(what: string): PickleProblem {
  return problem(
    'pickle-malformed',
    `The model file is not a valid Python pickle: ${what}.`,
    ANOTHER_FILE_CURE,
  );
}

export function tooLarge(what: string): PickleProblem {
  return problem(
    'pickle-limit',
    `The model file goes beyond what a model needs: ${what}.`,
    ANOTHER_FILE_CURE,
  );
}

/** The problem of a name that is not on the allow-list and that no model has. */
export function dangerousName(name: string): PickleProblem {
  return problem(
    'pickle-name',
    `This file asks for ${printable(name)}, which a model never needs, so it was refused.`,
    DANGER_CURE,
  );
}

/** The problem of a name that is on the allow-list but is used in a way that no model uses it. */
export function misusedName(name: string, what: string): PickleProblem {
  return problem(
    'pickle-name',
    `This file ${what} ${printable(name)}, which no model does, so it was refused.`,
    DANGER_CURE,
  );
}

export function refusedOpcode(opcode: string, what: string): PickleProblem {
  return problem(
    'pickle-opcode',
    `This file uses the pickle instruction ${opcode}, ${what}; a model never needs it, so it was refused.`,
    DANGER_CURE,
  );
}
