import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';

/** Indices in the manifest of the two taxa that are set side by side. */
export interface ComparedTaxa {
  readonly first: number;
  readonly second: number | null;
}

/**
 * The taxon that was called and its runner-up; for a group or a refusal the two that the model
 * puts first. Null when nothing was classified.
 *
 * @param values by which the model ranks its taxa: scores, or probabilities
 */
export function comparedTaxa(
  manifest: Pick<ModelManifest, 'taxa'>,
  call: Pick<SpeciesCall, 'taxon' | 'runnerUp'>,
  values: ArrayLike<number>,
): ComparedTaxa | null {
  if (values.length === 0) return null;
  const ranked = Array.from(values, (_, index) => index).sort(
    (a, b) => (values[b] ?? 0) - (values[a] ?? 0),
  );
  const called = manifest.taxa.findIndex(({ id }) => id === call.taxon);
  const first = called >= 0 ? called : (ranked[0] ?? 0);
  const named = manifest.taxa.findIndex(({ id }) => id === call.runnerUp?.taxon);
  const second = named >= 0 && named !== first ? named : ranked.find((index) => index !== first);
  return { first, second: second ?? null };
}
