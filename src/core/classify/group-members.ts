import type { SampleRow, SpeciesCall } from '../job/types';
import type { ModelManifest, TaxonInfo } from '../model-pack/types';

interface RankedTaxon {
  readonly taxon: TaxonInfo;
  readonly probability: number;
}

type Taxa = Pick<ModelManifest, 'taxa' | 'groups'>;
type Called = Pick<SampleRow, 'call' | 'probabilities'>;

/**
 * Lists the members of a called group, the likeliest first; of equal ones, the first in the manifest's order.
 *
 * @returns null for a call that names no group, or whose probabilities are not known
 */
export function rankMembers(
  { call, probabilities }: Called,
  manifest: Taxa,
): readonly RankedTaxon[] | null {
  const members = membersOf(call, manifest);
  if (members === null || probabilities.length === 0) return null;
  return rank(probabilities, manifest, ({ id }) => members.includes(id));
}

/**
 * Finds the runner-up of a call: the taxon with the next largest probability, which of a group is none of
 * its members, since these are what is named.
 */
export function runnerUpOf(sample: Called, manifest: Taxa): SpeciesCall['runnerUp'] {
  const { call, probabilities } = sample;
  const members = membersOf(call, manifest);
  if (members === null || probabilities.length === 0) return call.runnerUp;
  const [next] = rank(probabilities, manifest, ({ id }) => !members.includes(id));
  return next === undefined ? null : { taxon: next.taxon.id, probability: next.probability };
}

function membersOf({ kind, taxon }: SpeciesCall, { groups }: Taxa): readonly string[] | null {
  return kind === 'group' ? (groups.find(({ id }) => id === taxon)?.members ?? null) : null;
}

function rank(
  probabilities: ArrayLike<number>,
  { taxa }: Taxa,
  isEligible: (taxon: TaxonInfo) => boolean,
): readonly RankedTaxon[] {
  return taxa
    .map((taxon, t) => ({ taxon, probability: probabilities[t] ?? 0 }))
    .filter(({ taxon }) => !taxon.outgroup && isEligible(taxon))
    .sort((a, b) => b.probability - a.probability);
}
