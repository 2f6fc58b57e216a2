import { expectIons, type ExpectedIon, type LocusAlleles } from './expected-ions';
import { type MarkerRow, type MarkerTaxon, poolTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** What the score needs to know of a model's outputs, beside the table of masses. */
export interface TaxonMembers {
  readonly id: string;
  /** Names of taxa as the table of markers has them. */
  readonly members: readonly string[];
  readonly outgroup?: boolean;
  /** Outgroups of one family share most masses, so that their line is searched for together. */
  readonly family?: string;
}

/** All that the score of a spectrum is computed from. */
export interface MarkerModel {
  /** Those that can be named first, then the outgroups. */
  readonly taxa: readonly MarkerTaxon[];
  /** How many of them can be named. */
  readonly named: number;
  /** Indices of taxa whose mass line is searched for together. */
  readonly groups: readonly (readonly number[])[];
  /** Those that serve acceptance first, then those that only name. */
  readonly loci: readonly LocusAlleles[];
  /** How many of them serve acceptance. */
  readonly accepting: number;
  readonly ions: readonly ExpectedIon[];
  readonly parameters: MarkerParameters;
}

/**
 * Puts a model together from its definition, its facts and its numbers. Throws when an outgroup stands
 * before a taxon that can be named: the graph's outputs are in this order.
 *
 * @param naming loci that serve the name alone
 */
export function assembleModel(
  definitions: readonly TaxonMembers[],
  rows: readonly MarkerRow[],
  parameters: MarkerParameters,
  naming: readonly string[] = [],
): MarkerModel {
  const taxa = definitions.map(({ id, members }) => poolTaxon(id, members, rows));
  const isOutgroup = definitions.map(({ outgroup = false }) => outgroup);
  const first = isOutgroup.indexOf(true);
  const named = first === -1 ? taxa.length : first;
  if (isOutgroup.slice(named).includes(false)) {
    throw new Error('Outgroups stand after all taxa that can be named');
  }
  const families = new Map<string, number[]>();
  definitions.forEach(({ family = '' }, taxon) => {
    const key = taxon < named ? 'named' : `outgroup ${family}`;
    const members = families.get(key);
    if (members === undefined) families.set(key, [taxon]);
    else members.push(taxon);
  });
  const { loci, ions } = expectIons(taxa, parameters, naming);
  return {
    taxa,
    named,
    groups: [...families.values()],
    loci,
    accepting: loci.filter(({ serves }) => serves === 'both').length,
    ions,
    parameters,
  };
}
