import type { TaxonDefinition } from '../../src/core/marker-model/build-pack';
import type { TaxonGroup } from '../../src/core/model-pack/types';
import { foldName } from './labels';

/** What a source other than this model says about a spectrum. */
export interface KnownTaxa {
  readonly by: 'label' | 'forest';
  /** The answer in the source's own words. */
  readonly said: string;
  /** Ids of the taxa that the answer may refer to; empty where the model must refuse the spectrum. */
  readonly taxa: ReadonlySet<string>;
}

/** @returns whether the model must refuse the spectrum, because it is of no taxon that the model names */
export function isForeign({ taxa }: KnownTaxa): boolean {
  return taxa.size === 0;
}

/** The parts of a model that define what it names. */
export interface ModelTaxa {
  readonly taxa: readonly TaxonDefinition[];
  readonly groups: readonly TaxonGroup[];
}

/**
 * Translates a label into the model's taxa. A label matches a taxon whose name it equals, begins (a genus,
 * or a species of its subspecies) or continues (a strain, or a subspecies that the model does not
 * distinguish). A complex matches all of its members. Any other label is foreign.
 */
export function knownByLabel(
  species: string,
  { taxa, groups }: ModelTaxa,
  by: KnownTaxa['by'] = 'label',
): KnownTaxa {
  const asked = foldName(species).replace(/ (?:spp?\.?|species)$/, '');
  const named = taxa.filter(({ outgroup = false }) => !outgroup);
  const having = (fits: (name: string) => boolean) =>
    named.filter((taxon) => namesOf(taxon).some((name) => fits(foldName(name))));
  const group = groups.find(({ name, shortName }) =>
    [name, shortName].map(foldName).includes(asked),
  );
  const steps = [
    // Genomes of a species without a subspecies are listed under the species, so the label may mean either.
    having((name) => name === asked || name.startsWith(`${asked} `)).map(({ id }) => id),
    group?.members ?? [],
    longestOf(having((name) => asked.startsWith(`${name} `))),
  ];
  const ids = steps.find((found) => found.length > 0) ?? [];
  return { by, said: species, taxa: new Set(ids) };
}

function namesOf({ name, shortName, members, alsoFits = [] }: TaxonDefinition): readonly string[] {
  return [name, shortName, ...members, ...alsoFits];
}

/**
 * Keeps the taxa with the longest name: where a species and its subspecies match, the subspecies is meant.
 */
function longestOf(taxa: readonly TaxonDefinition[]): readonly string[] {
  const lengthOf = ({ name }: TaxonDefinition) => name.length;
  const longest = Math.max(...taxa.map(lengthOf));
  return taxa.filter((taxon) => lengthOf(taxon) === longest).map(({ id }) => id);
}
