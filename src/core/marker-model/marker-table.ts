/** One allele of one locus in one output of the model. */
export interface Allele {
  /** Average [M+H]+ mass, Da. */
  readonly mass: number;
  /** Fraction of the taxon's genomes that carry it, 0 to 1. */
  readonly fraction: number;
}

/** What one output of the model stands for, and its markers. */
export interface MarkerTaxon {
  readonly id: string;
  readonly genomes: number;
  /** By locus. A locus that is missing says nothing about this taxon. */
  readonly loci: ReadonlyMap<string, readonly Allele[]>;
}

/** One line of a table of marker masses. */
export interface MarkerRow {
  readonly taxon: string;
  readonly genomes: number;
  readonly locus: string;
  readonly mass: number;
  readonly fraction: number;
}

/**
 * Pools the rows of an output's member taxa: fractions are weighted by the members' genomes.
 * Throws when a member has no row, since that is a mistake in the model's definition.
 */
export function poolTaxon(
  id: string,
  members: readonly string[],
  rows: readonly MarkerRow[],
): MarkerTaxon {
  const genomesOf = new Map<string, number>();
  for (const row of rows) if (members.includes(row.taxon)) genomesOf.set(row.taxon, row.genomes);
  const missing = members.filter((member) => !genomesOf.has(member));
  if (missing.length > 0) throw new Error(`No marker rows for ${missing.join(', ')}`);
  const genomes = [...genomesOf.values()].reduce((sum, n) => sum + n, 0);
  const loci = new Map<string, Map<number, number>>();
  for (const row of rows) {
    if (!genomesOf.has(row.taxon)) continue;
    const alleles = loci.get(row.locus) ?? new Map<number, number>();
    loci.set(row.locus, alleles);
    const weight = (row.fraction * row.genomes) / genomes;
    alleles.set(row.mass, (alleles.get(row.mass) ?? 0) + weight);
  }
  const sorted = [...loci].map(([locus, alleles]): [string, Allele[]] => [
    locus,
    [...alleles]
      .map(([mass, fraction]) => ({ mass, fraction }))
      .sort((a, b) => b.fraction - a.fraction || a.mass - b.mass),
  ]);
  return { id, genomes, loci: new Map(sorted) };
}
