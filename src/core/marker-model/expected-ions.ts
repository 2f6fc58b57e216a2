import type { MarkerIon } from '../model-pack/types';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** Mass of a proton, Da (CODATA 2018). */
export const PROTON_MASS = 1.00727646688;

export interface ExpectedIon extends MarkerIon {
  readonly detection: number;
}

/** The alleles that the graph looks for at one locus, lightest first. */
export interface LocusAlleles {
  readonly locus: string;
  readonly masses: readonly number[];
  /** [allele] -> indices into the ions; -1 where the charge is not used. */
  readonly ions: readonly { readonly single: number; readonly double: number }[];
  /** Probability that none of the locus' ions is seen although the taxon has them. */
  readonly missed: number;
}

/** m/z of an allele's ion of charge 1 or 2. `mass` is [M+H]+, Da. */
export function ionMz(mass: number, charge: 1 | 2): number {
  return charge === 1 ? mass : (mass + PROTON_MASS) / 2;
}

/**
 * Lists every ion that can speak for or against a taxon. Loci keep the order of the parameters;
 * alleles below the least fraction in all taxa are left out.
 */
export function expectIons(
  taxa: readonly MarkerTaxon[],
  parameters: MarkerParameters,
): { readonly loci: readonly LocusAlleles[]; readonly ions: readonly ExpectedIon[] } {
  const ions: ExpectedIon[] = [];
  const loci: LocusAlleles[] = [];
  for (const [locus, charges] of Object.entries(parameters.ions)) {
    const masses = allelesOf(locus, taxa, parameters.minAlleleFraction);
    if (masses.length === 0) continue;
    const add = (mass: number, charge: 1 | 2): number => {
      const known = charges[`${charge}`];
      if (known === undefined) return -1;
      const expectedMz = ionMz(mass, charge) * (1 + known.offsetPpm * 1e-6);
      return ions.push({ locus, mass, charge, expectedMz, detection: known.detection }) - 1;
    };
    loci.push({
      locus,
      masses,
      ions: masses.map((mass) => ({ single: add(mass, 1), double: add(mass, 2) })),
      missed: Object.values(charges).reduce((product, ion) => product * (1 - ion.detection), 1),
    });
  }
  return { loci, ions };
}

function allelesOf(locus: string, taxa: readonly MarkerTaxon[], least: number): number[] {
  const masses = new Set<number>();
  for (const taxon of taxa) {
    for (const allele of taxon.loci.get(locus) ?? []) {
      if (allele.fraction >= least) masses.add(allele.mass);
    }
  }
  return [...masses].sort((a, b) => a - b);
}
