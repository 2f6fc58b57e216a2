import { problem, type Problem } from '../../problem';
import { ANOTHER_FILE_CURE } from '../problems';

export type ArrayProblem = Problem<'numpy-array'>;

/** @param what the end of a sentence about an array */
export function badArray(what: string): ArrayProblem {
  return problem('numpy-array', `A NumPy array in the model file ${what}.`, ANOTHER_FILE_CURE);
}
