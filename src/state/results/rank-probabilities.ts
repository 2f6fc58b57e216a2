import { isComparable } from '../../core/classify/compared-taxa';
import type { SampleRow } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';

export interface RankedProbability {
  readonly taxon: TaxonInfo;
  readonly probability: number;
}

/**
 * A sample's probabilities with their taxa, the largest first. Empty when nothing was classified, and
 * of a refused call, about which they would say nothing.
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

/** Probability of a relative that is only refused, from which on it is worth a bar. */
const WORTH_A_BAR = 0.001;

/** Whether a probability is shown: those of all taxa that the model names, and of the relatives that count. */
export function isTold({ taxon, probability }: RankedProbability): boolean {
  return !taxon.outgroup || probability >= WORTH_A_BAR;
}
