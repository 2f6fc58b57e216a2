import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';

/** Indices in the manifest of the two taxa that are compared. */
export interface ComparedTaxa {
  readonly first: number;
  readonly second: number | null;
}

/** The values that a model ranks its taxa by, each [taxa]; either may be empty. */
export interface TaxonValues {
  readonly scores: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
}

/**
 * Picks the called taxon and its runner-up. For a group, these are its two likeliest members. For a call
 * that lacks certainty, the first is the likeliest taxon. Both are ranked by probability, to which all loci contribute. A
 * refusal is decided by the taxon with the best score S, so that is the first, and the next best is the
 * second; if the first is an outgroup, the second is the best taxon that the model names.
 *
 * @returns null when nothing was classified
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
  // The runner-up of a group is none of its members, which are what is to be told apart.
  if (members !== undefined) return { first, second: best((t) => t !== first && contends(t)) };
  const runnerUp = taxa.findIndex(({ id }) => id === call.runnerUp?.taxon);
  const isOther = runnerUp >= 0 && runnerUp !== first;
  return { first, second: isOther ? runnerUp : best((t) => t !== first && isNamed(t)) };
}

/**
 * Returns whether a sample's probabilities are meaningful. They compare the model's taxa with one another,
 * which is pointless when the spectrum is of none of them, or too poor to judge; they are then never shown.
 * A call that only lacks certainty has them, since they show what it lacks.
 */
export function isComparable({ kind, rule }: Pick<SpeciesCall, 'kind' | 'rule'>): boolean {
  return kind !== 'none' || rule === 'below-threshold';
}
