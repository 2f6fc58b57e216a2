import type { TaxonDefinition } from '../../src/core/marker-model/build-pack';
import type { TaxonGroup } from '../../src/core/model-pack/types';
import { foldName } from './labels';

/** What something else than this model says of a spectrum. */
export interface Known {
  readonly by: 'label' | 'forest';
  /** In its own words. */
  readonly said: string;
  /** Ids of the taxa that this may be; none where the model must refuse the spectrum. */
  readonly taxa: ReadonlySet<string>;
}

/** Whether the model must refuse it: it is of nothing that the model names. */
export function isForeign({ taxa }: Known): boolean {
  return taxa.size === 0;
}

/** The parts of a model that say what it names. */
export interface NamedTaxa {
  readonly taxa: readonly TaxonDefinition[];
  readonly groups: readonly TaxonGroup[];
}

/**
 * What a label says, in terms of the model's taxa. A taxon is meant where the label is its name, begins it
 * (a genus, a species of its subspecies) or goes on after it (a strain, a subspecies that the model does
 * not tell apart); a complex is all of its members. Anything else is foreign.
 */
export function knownByLabel(species: string, { taxa, groups }: NamedTaxa): Known {
  const asked = foldName(species).replace(/ (?:spp?\.?|species)$/, '');
  const named = taxa.filter(({ outgroup = false }) => !outgroup);
  const having = (fits: (name: string) => boolean) =>
    named.filter((taxon) => namesOf(taxon).some((name) => fits(foldName(name))));
  const group = groups.find(({ name, shortName }) =>
    [name, shortName].map(foldName).includes(asked),
  );
  const steps = [
    // Genomes of a species without a subspecies stand under its name: both may be meant.
    having((name) => name === asked || name.startsWith(`${asked} `)).map(({ id }) => id),
    group?.members ?? [],
    longestOf(having((name) => asked.startsWith(`${name} `))),
  ];
  const ids = steps.find((found) => found.length > 0) ?? [];
  return { by: 'label', said: species, taxa: new Set(ids) };
}

/** @param species the start of the ids that a class of the forest may be */
export function knownByForest(species: string, { taxa }: NamedTaxa): Known {
  const ids = taxa.map(({ id }) => id).filter((id) => id.startsWith(species));
  return { by: 'forest', said: species, taxa: new Set(ids) };
}

function namesOf({ name, shortName, members, alsoFits = [] }: TaxonDefinition): readonly string[] {
  return [name, shortName, ...members, ...alsoFits];
}

/** Of a taxon and its subspecies the one with the longer name: it is what was meant. */
function longestOf(taxa: readonly TaxonDefinition[]): readonly string[] {
  const lengthOf = ({ name }: TaxonDefinition) => name.length;
  const longest = Math.max(...taxa.map(lengthOf));
  return taxa.filter((taxon) => lengthOf(taxon) === longest).map(({ id }) => id);
}
