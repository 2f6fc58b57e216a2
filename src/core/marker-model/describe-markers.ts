import type { MarkerTable } from '../model-pack/types';
import type { ExpectedIon, LocusAlleles } from './expected-ions';
import type { MarkerTaxon } from './marker-table';

/** What a manifest says of a marker graph's outputs, so that they can be read without the facts. */
export function describeMarkers(
  taxa: readonly MarkerTaxon[],
  loci: readonly LocusAlleles[],
  ions: readonly ExpectedIon[],
): MarkerTable {
  return {
    loci: loci.map(({ locus }) => locus),
    ions: ions.map(({ locus, mass, charge, expectedMz }) => ({
      locus,
      mass,
      charge,
      expectedMz: Number(expectedMz.toFixed(3)),
    })),
    alleles: taxa.map((taxon) =>
      loci.map(({ locus, masses }) =>
        (taxon.loci.get(locus) ?? [])
          .filter(({ mass }) => masses.includes(mass))
          .map(({ mass, fraction }) => ({ mass, fraction: Number(fraction.toFixed(4)) })),
      ),
    ),
  };
}
