import type { MarkerTable } from '../model-pack/types';
import type { MarkerModel } from './marker-model';

/** What a manifest says of a marker graph's outputs, so that they can be read without the facts. */
export function describeMarkers({ taxa, loci, ions }: MarkerModel): MarkerTable {
  return {
    loci: loci.map(({ locus }) => locus),
    serves: loci.map(({ serves }) => serves),
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
