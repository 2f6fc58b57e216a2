import { isComparable } from '../../core/classify/compared-taxa';
import type { SampleRow } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';

export interface RankedProbability {
  readonly taxon: TaxonInfo;
  readonly probability: number;
}

/**
 * Lists a sample's probabilities with their taxa, the largest first. Empty when nothing was classified, and
 * for a refused call, for which they have no meaning.
 */
export function rankProbabilities(
  manifest: ModelManifest,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
): readonly RankedProbability[] {
  if (probabilities.length === 0 || !isComparable(call)) return [];
  return manifest.taxa
    .map((taxon, index) => ({ taxon, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

/** Least probability of a relative that is only refused for it to get a bar. */
const WORTH_A_BAR = 0.001;

/**
 * Returns whether a probability is shown: that of a taxon that the model names, or of a relative that is
 * likely enough.
 */
export function isTold({ taxon, probability }: RankedProbability): boolean {
  return !taxon.outgroup || probability >= WORTH_A_BAR;
}
