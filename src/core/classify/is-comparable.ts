import type { SpeciesCall } from '../job/types';

/**
 * Whether a sample's probabilities mean anything: they compare the model's taxa with one another, and
 * do so for nothing when the spectrum was found to be of none of them, or too poor to tell. They are
 * then shown nowhere. A call that only lacks certainty has them, since they are what it lacks.
 */
export function isComparable({ kind, rule }: Pick<SpeciesCall, 'kind' | 'rule'>): boolean {
  return kind !== 'none' || rule === 'below-threshold';
}
