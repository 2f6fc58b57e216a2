import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';

export interface RankedProbability {
  readonly taxon: TaxonInfo;
  readonly probability: number;
}

/** A sample's probabilities with their taxa, the largest first. Empty when nothing was classified. */
export function rankProbabilities(
  manifest: ModelManifest,
  probabilities: readonly number[],
): readonly RankedProbability[] {
  if (probabilities.length === 0) return [];
  return manifest.taxa
    .map((taxon, index) => ({ taxon, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
