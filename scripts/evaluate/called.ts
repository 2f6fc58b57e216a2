import type { SpeciesCall } from '../../src/core/job/types';
import type { ModelManifest } from '../../src/core/model-pack/types';

/** What a model, the shipped one or a variant, says of a spectrum that was read. */
export interface Called {
  readonly call: SpeciesCall;
  /** Id of the most probable taxon of those that the model names, whether it is called or not. */
  readonly best: string;
  readonly probability: number;
  /** The largest score S of these taxa. Relatives, which the model only refuses, have no part in it. */
  readonly score: number;
}

/** @param probabilities [taxa]; so are the scores */
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

/** Whether a spectrum has an answer beside a refusal. */
export function isAccepted({ call }: Pick<Called, 'call'>): boolean {
  return call.kind !== 'none';
}

/** Whether a species is named with high confidence. */
export function isSure({ call }: Pick<Called, 'call'>): boolean {
  return call.confidence === 'high';
}
