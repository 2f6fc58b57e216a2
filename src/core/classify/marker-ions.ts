import type { MarkerTable } from '../model-pack/types';

/** One ion of a taxon's allele at a locus, by its place in `MarkerTable.ions`. */
export interface AlleleIon {
  readonly ion: number;
  /** Average [M+H]+ mass of the allele, Da. */
  readonly mass: number;
  /** Part of the taxon's genomes that have the allele. */
  readonly fraction: number;
}

/** Masses of the table are written with one decimal. */
const SAME_MASS = 0.005;

const tables = new WeakMap<MarkerTable, readonly (readonly (readonly AlleleIon[])[])[]>();

/**
 * The ions of a taxon's alleles at a locus, the commonest allele first and of each allele the singly
 * charged ion first. Computed once for a table, since it is asked for every sample.
 */
export function markerIons(
  markers: MarkerTable,
  taxon: number,
  locus: number,
): readonly AlleleIon[] {
  let table = tables.get(markers);
  if (table === undefined) tables.set(markers, (table = collect(markers)));
  return table[taxon]?.[locus] ?? [];
}

function collect(markers: MarkerTable): readonly (readonly (readonly AlleleIon[])[])[] {
  const byLocus = markers.loci.map((locus) =>
    markers.ions
      .map((ion, index) => ({ ...ion, index }))
      .filter((ion) => ion.locus === locus)
      .sort((a, b) => a.charge - b.charge),
  );
  return markers.alleles.map((loci) =>
    loci.map((alleles, locus) =>
      alleles.flatMap(({ mass, fraction }) =>
        (byLocus[locus] ?? [])
          .filter((ion) => Math.abs(ion.mass - mass) < SAME_MASS)
          .map(({ index }) => ({ ion: index, mass, fraction })),
      ),
    ),
  );
}
