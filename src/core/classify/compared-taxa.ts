import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';

/** Indices in the manifest of the two taxa that are set side by side. */
export interface ComparedTaxa {
  readonly first: number;
  readonly second: number | null;
}

/** By what a model ranks its taxa, each [taxa]; either may be empty. */
export interface TaxonValues {
  readonly scores: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
}

/**
 * The taxon that was called and its runner-up. Of a group the first is its likeliest member, and of a call
 * that lacks certainty the likeliest taxon: by their probabilities, in which all loci have a part. Of a
 * refusal it is what decided it, the taxon with the best score S, and then the next best; after a relative
 * that is known only to be refused comes the best that the model names. Null when nothing was classified.
 */
export function comparedTaxa(
  manifest: Pick<ModelManifest, 'taxa' | 'groups'>,
  call: Pick<SpeciesCall, 'kind' | 'rule' | 'taxon' | 'runnerUp'>,
  { scores, probabilities }: TaxonValues,
): ComparedTaxa | null {
  const { taxa } = manifest;
  if (scores.length === 0 && probabilities.length === 0) return null;
  const byScore = probabilities.length === 0 || (!isComparable(call) && scores.length > 0);
  const values = byScore ? scores : probabilities;
  const best = (isEligible: (taxon: number) => boolean): number | null => {
    let found: number | null = null;
    for (let t = 0; t < taxa.length; t += 1) {
      if (isEligible(t) && (found === null || (values[t] ?? 0) > (values[found] ?? 0))) found = t;
    }
    return found;
  };
  const isNamed = (t: number) => !taxa[t]!.outgroup;
  if (!isComparable(call)) {
    const first = best(() => true)!;
    return { first, second: best((t) => t !== first && (isNamed(t) || isNamed(first))) };
  }
  const members = manifest.groups.find(({ id }) => id === call.taxon)?.members;
  const contends = (t: number) => isNamed(t) && (members?.includes(taxa[t]!.id) ?? true);
  const called = taxa.findIndex(({ id }) => id === call.taxon);
  const first = called >= 0 ? called : (best(contends) ?? best(() => true)!);
  const runnerUp = taxa.findIndex(({ id }) => id === call.runnerUp?.taxon);
  const isOther = runnerUp >= 0 && runnerUp !== first;
  return { first, second: isOther ? runnerUp : best((t) => t !== first && isNamed(t)) };
}

/**
 * Whether a sample's probabilities mean anything: they compare the model's taxa with one another, and
 * do so for nothing when the spectrum was found to be of none of them, or too poor to tell. They are
 * then shown nowhere. A call that only lacks certainty has them, since they are what it lacks.
 */
export function isComparable({ kind, rule }: Pick<SpeciesCall, 'kind' | 'rule'>): boolean {
  return kind !== 'none' || rule === 'below-threshold';
}
