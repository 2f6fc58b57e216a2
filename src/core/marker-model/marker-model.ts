import { expectIons, type ExpectedIon, type LocusAlleles } from './expected-ions';
import { type MarkerRow, type MarkerTaxon, poolTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** The properties of a model's output that the score needs beside the table of masses. */
export interface TaxonMembers {
  readonly id: string;
  /** Names of taxa in the table of markers. */
  readonly members: readonly string[];
  readonly outgroup?: boolean;
  /** Outgroups of one family share most masses, so the search for the line treats them together. */
  readonly family?: string;
}

/** All data that the score of a spectrum is computed from. */
export interface MarkerModel {
  /** The taxa that can be named first, then the outgroups. */
  readonly taxa: readonly MarkerTaxon[];
  /** Number of taxa that can be named. */
  readonly named: number;
  /** Indices of the taxa that the search for the line treats together. */
  readonly groups: readonly (readonly number[])[];
  /** The loci that serve acceptance first, then those that only name. */
  readonly loci: readonly LocusAlleles[];
  /** Number of loci that serve acceptance. */
  readonly accepting: number;
  readonly ions: readonly ExpectedIon[];
  readonly parameters: MarkerParameters;
}

/**
 * Assembles a model from its definition, its facts and its numbers.
 *
 * @param naming loci that only name
 * @throws when an outgroup precedes a taxon that can be named, since the graph's outputs are in this order
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
