import type { Allele, MarkerRow } from '../core/marker-model/marker-table';

/** Taxon -> locus -> alleles: the masses that a ribosomal subunit has, and how often. */
export type AlleleTable = ReadonlyMap<string, TaxonAlleles>;
export type TaxonAlleles = ReadonlyMap<string, readonly Allele[]>;

/** Groups the rows of a marker table, in their order. */
export function alleleTable(rows: readonly MarkerRow[]): AlleleTable {
  const table = new Map<string, Map<string, Allele[]>>();
  for (const { taxon, locus, mass, fraction } of rows) {
    // An absent gene produces no ion.
    if (mass === null) continue;
    const loci = table.get(taxon) ?? new Map<string, Allele[]>();
    const alleles = loci.get(locus) ?? [];
    table.set(taxon, loci.set(locus, [...alleles, { mass, fraction }]));
  }
  return table;
}
