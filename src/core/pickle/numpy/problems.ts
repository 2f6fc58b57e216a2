import { problem, type Problem } from '../../problem';
import { ANOTHER_FILE_CURE } from '../problems';
import type { Sentence } from '../../../words/told/sentence';

export type ArrayProblem = Problem<'numpy-array'>;

export function badArray(message: Sentence): ArrayProblem {
  return problem('numpy-array', message, ANOTHER_FILE_CURE);
}
