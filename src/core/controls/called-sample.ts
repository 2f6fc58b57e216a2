import type { SampleRow } from '../job/types';
import type { ModelManifest, TaxonGroup, TaxonInfo } from '../model-pack/types';
import type { NamedSample } from './control';

/** What a call means, by names: a model's own ids are of no use beside what a person typed. */
export interface CallMeaning {
  /** What it says of the sample: the species, and groups and species that include it. */
  readonly says: readonly string[];
  /** What it leaves open: the members of a group that was not resolved. */
  readonly leavesOpen: readonly string[];
}

/** A sample with its call, as far as it takes to judge a control. */
export interface CalledSample extends NamedSample {
  /** Position of the sample in its job. */
  readonly index: number;
  readonly kind: 'species' | 'group' | 'none' | 'unread';
  /** The call as the table shows it, without a detail. */
  readonly label: string;
  readonly meaning: CallMeaning;
}

type Taxa = Pick<ModelManifest, 'taxa' | 'groups'>;

/** @param manifest null where it is no longer known: only the label tells what was called */
export function calledSample(
  sample: SampleRow,
  spots: readonly string[],
  manifest: Taxa | null,
): CalledSample {
  const { index, name, failure, call } = sample;
  // An empty spot was measured, and found to be empty.
  const isUnread = failure !== null && failure.kind !== 'no-spectrum';
  return {
    index,
    name,
    spots,
    kind: isUnread ? 'unread' : call.kind,
    label: call.label,
    meaning: meaningOf(call, manifest),
  };
}

function meaningOf({ kind, taxon, label }: SampleRow['call'], manifest: Taxa | null): CallMeaning {
  if (kind === 'none') return NOTHING;
  const { taxa = [], groups = [] } = manifest ?? {};
  const group = kind === 'group' ? groups.find(({ id }) => id === taxon) : undefined;
  if (group !== undefined) {
    const members = taxa.filter(({ id }) => group.members.includes(id));
    const around = groups.filter((other) =>
      group.members.every((id) => other.members.includes(id)),
    );
    return {
      says: unique([...namesOfGroups([group, ...around]), label]),
      leavesOpen: unique(members.flatMap(namesOfTaxon)),
    };
  }
  const named = taxa.find(({ id }) => id === taxon);
  const around = groups.filter(({ members }) => taxon !== null && members.includes(taxon));
  return {
    says: unique([
      ...(named === undefined ? [] : namesOfTaxon(named)),
      ...namesOfGroups(around),
      label,
    ]),
    leavesOpen: [],
  };
}

const NOTHING: CallMeaning = { says: [], leavesOpen: [] };

/**
 * Returns a taxon's names and those of each species that it stands for. A subspecies stands for its species; some
 * taxa stand for several species that the model cannot tell apart.
 */
function namesOfTaxon({ name, shortName, alsoFits = [] }: TaxonInfo): readonly string[] {
  return [name, shortName, ...alsoFits].flatMap((one) => [
    one,
    ...one.split(' or '),
    ...one.split(' subsp. ').slice(0, 1),
  ]);
}

function namesOfGroups(groups: readonly TaxonGroup[]): readonly string[] {
  return groups.flatMap(({ name, shortName }) => [name, shortName]);
}

/** Lists every name by which a control of what a model can call may be declared. */
export function namesOfModel({ taxa, groups }: Taxa): readonly string[] {
  return unique([...taxa.flatMap(namesOfTaxon), ...namesOfGroups(groups)]);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
