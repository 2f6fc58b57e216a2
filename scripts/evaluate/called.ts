import type { SpeciesCall } from '../../src/core/job/types';
import type { ModelManifest } from '../../src/core/model-pack/types';

/** The answer of a model, the shipped one or a variant, for a spectrum that was read. */
export interface Called {
  readonly call: SpeciesCall;
  /** Id of the most probable taxon that the model names, whether it is called or not. */
  readonly best: string;
  readonly probability: number;
  /** The largest score S of these taxa. Relatives, which the model only refuses, are not considered. */
  readonly score: number;
}

/** @param probabilities [taxa], as are the scores */
export function called(
  call: SpeciesCall,
  probabilities: ArrayLike<number>,
  scores: ArrayLike<number>,
  { taxa }: Pick<ModelManifest, 'taxa'>,
): Called {
  let best = -1;
  let score = -Infinity;
  for (const [t, { outgroup }] of taxa.entries()) {
    if (outgroup) continue;
    if (best === -1 || probabilities[t]! > probabilities[best]!) best = t;
    score = Math.max(score, scores[t]!);
  }
  return { call, best: taxa[best]!.id, probability: probabilities[best]!, score };
}

/** @returns whether a spectrum was named rather than refused */
export function isAccepted({ call }: Pick<Called, 'call'>): boolean {
  return call.kind !== 'none';
}

/** @returns whether a species is named with high confidence */
export function isSure({ call }: Pick<Called, 'call'>): boolean {
  return call.confidence === 'high';
}
