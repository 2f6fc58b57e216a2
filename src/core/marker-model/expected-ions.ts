import type { LocusService, MarkerIon } from '../model-pack/types';
import type { MarkerTaxon } from './marker-table';
import type { IonParameters, MarkerParameters } from './parameters';

/** Mass of a proton, Da (CODATA 2018). */
export const PROTON_MASS = 1.00727646688;

export interface ExpectedIon extends MarkerIon {
  readonly detection: number;
}

/** The alleles that the graph looks for at one locus, lightest first. */
export interface LocusAlleles {
  readonly locus: string;
  readonly serves: LocusService;
  readonly masses: readonly number[];
  /** [allele] -> indices into the ions; -1 where the charge is not used. */
  readonly ions: readonly { readonly single: number; readonly double: number }[];
  /** Detection probabilities of the charges that are looked for. */
  readonly detections: readonly number[];
}

/**
 * Computes the m/z of an allele's ion of charge 1 or 2.
 *
 * @param mass [M+H]+, Da
 */
export function ionMz(mass: number, charge: 1 | 2): number {
  return charge === 1 ? mass : (mass + PROTON_MASS) / 2;
}

/** Computes the probability that none of a locus's ions is seen although the taxon has them. */
export function missedProbability({ detections }: LocusAlleles, sensitivity: number): number {
  return detections.reduce((product, detection) => product * (1 - sensitivity * detection), 1);
}

/**
 * Lists every ion that can be evidence for or against a taxon. Loci keep the order of the parameters, with
 * those that only name last; ions are in order of falling m/z. Alleles below the least fraction in all taxa
 * are left out.
 *
 * @param naming loci that only name
 */
export function expectIons(
  taxa: readonly MarkerTaxon[],
  parameters: MarkerParameters,
  naming: readonly string[] = [],
): { readonly loci: readonly LocusAlleles[]; readonly ions: readonly ExpectedIon[] } {
  const ions: ExpectedIon[] = [];
  const loci: LocusAlleles[] = [];
  const listed = Object.entries(parameters.ions);
  const ordered = [
    ...listed.filter(([locus]) => !naming.includes(locus)),
    ...listed.filter(([locus]) => naming.includes(locus)),
  ];
  for (const [locus, charges] of ordered) {
    const masses = allelesOf(locus, taxa, parameters.minAlleleFraction);
    if (masses.length === 0) continue;
    const add = (mass: number, charge: 1 | 2): number => {
      const known: IonParameters | undefined = charges[`${charge}`];
      if (known === undefined) return -1;
      const expectedMz = ionMz(mass, charge) * (1 + known.offsetPpm * 1e-6);
      return ions.push({ locus, mass, charge, expectedMz, detection: known.detection }) - 1;
    };
    loci.push({
      locus,
      serves: naming.includes(locus) ? 'name' : 'both',
      masses,
      ions: masses.map((mass) => ({ single: add(mass, 1), double: add(mass, 2) })),
      detections: Object.values(charges).map(({ detection }) => detection),
    });
  }
  return heaviestFirst(loci, ions);
}

/** Sorts ions by falling m/z: the graph's search is wider for heavy ions, and needs the light ones last. */
function heaviestFirst(
  loci: readonly LocusAlleles[],
  ions: readonly ExpectedIon[],
): { readonly loci: readonly LocusAlleles[]; readonly ions: readonly ExpectedIon[] } {
  const order = [...ions.keys()].sort((a, b) => ions[b]!.expectedMz - ions[a]!.expectedMz || a - b);
  const places = new Map(order.map((ion, place) => [ion, place]));
  const placeOf = (ion: number): number => places.get(ion) ?? -1;
  return {
    loci: loci.map((locus) => ({
      ...locus,
      ions: locus.ions.map(({ single, double }) => ({
        single: placeOf(single),
        double: placeOf(double),
      })),
    })),
    ions: order.map((ion) => ions[ion]!),
  };
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
