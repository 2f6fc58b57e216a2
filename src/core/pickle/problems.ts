import { problem, type Problem } from '../problem';
import { printable } from '../text';
import { type Sentence, sentence } from '../../words/told/sentence';
import type { RefusedOpcodeKey } from './opcodes';

export type PickleProblem = Problem<
  | 'pickle-none'
  | 'pickle-joblib'
  | 'pickle-truncated'
  | 'pickle-malformed'
  | 'pickle-name'
  | 'pickle-opcode'
  | 'pickle-limit'
>;

export const ANOTHER_FILE_CURE = sentence('modelFile.anotherFileCure');

const DANGER_CURE = sentence('modelFile.dangerCure');

export function truncated(at: number): PickleProblem {
  return problem(
    'pickle-truncated',
    sentence('modelFile.truncated', { count: at }),
    sentence('modelFile.truncatedCure'),
  );
}

/** @param fault a clause that says what is wrong */
export function malformed(fault: Sentence): PickleProblem {
  return problem('pickle-malformed', sentence('modelFile.malformed', { fault }), ANOTHER_FILE_CURE);
}

/** @param limit a clause that says what there is too much of */
export function tooLarge(limit: Sentence): PickleProblem {
  return problem('pickle-limit', sentence('modelFile.tooLarge', { limit }), ANOTHER_FILE_CURE);
}

/** The problem of a name that is not on the allow-list and that no model has. */
export function dangerousName(name: string): PickleProblem {
  return problem(
    'pickle-name',
    sentence('modelFile.dangerousName', { name: printable(name) }),
    DANGER_CURE,
  );
}

/** The problem of a name that is on the allow-list but is used in a way that no model uses it. */
export function misusedName(
  name: string,
  what: 'modelFile.calls' | 'modelFile.makesObject',
): PickleProblem {
  return problem('pickle-name', sentence(what, { name: printable(name) }), DANGER_CURE);
}

export function refusedOpcode(opcode: string, told: RefusedOpcodeKey): PickleProblem {
  return problem('pickle-opcode', sentence(told, { opcode }), DANGER_CURE);
}
