/** One allele of one locus in one output of the model. */
export interface Allele {
  /** Average [M+H]+ mass, Da. */
  readonly mass: number;
  /** Fraction of the taxon's genomes that carry it, 0 to 1. */
  readonly fraction: number;
}

/** The data on one locus in one output of the model. */
export interface LocusFacts {
  /** Number of genomes that were searched for it. */
  readonly genomes: number;
  /** Fraction of these genomes that lack the gene, 0 to 1. */
  readonly absent: number;
}

/** One output of the model, and its markers. */
export interface MarkerTaxon {
  readonly id: string;
  readonly genomes: number;
  /**
   * By locus, the most frequent allele first. A locus that is missing is no evidence for or against this
   * taxon.
   */
  readonly loci: ReadonlyMap<string, readonly Allele[]>;
  /** For the same loci. */
  readonly facts: ReadonlyMap<string, LocusFacts>;
}

/** One line of a table of marker masses. */
export interface MarkerRow {
  readonly taxon: string;
  /** Number of the taxon's genomes that were searched for the locus. */
  readonly genomes: number;
  readonly locus: string;
  /** Average [M+H]+ mass, Da; null where the genomes lack the gene. */
  readonly mass: number | null;
  /** Fraction of the genomes with this mass, or without the gene, 0 to 1. */
  readonly fraction: number;
}

/** Largest difference between masses of one protein computed with slightly different atomic weights, Da. */
const SAME_MASS = 0.15;
/** Largest sum of fractions, which are written with four decimals. */
const ROUNDED = 1.01;

/**
 * Pools the rows of an output's member taxa. Fractions are weighted by the members' genomes, locus by
 * locus, since different loci may have been searched for in different genomes.
 *
 * @throws when a member has no row, and when a taxon's rows of one locus contradict one another (two counts
 * of genomes, or fractions of more than 1): such mistakes in the model's facts would invalidate its scores
 */
export function poolTaxon(
  id: string,
  members: readonly string[],
  rows: readonly MarkerRow[],
): MarkerTaxon {
  const own = rows.filter(({ taxon }) => members.includes(taxon));
  const missing = members.filter((member) => !own.some(({ taxon }) => taxon === member));
  if (missing.length > 0) throw new Error(`No marker rows for ${missing.join(', ')}`);
  const byLocus = new Map<string, MarkerRow[]>();
  for (const row of own) {
    const known = byLocus.get(row.locus);
    if (known === undefined) byLocus.set(row.locus, [row]);
    else known.push(row);
  }
  const loci = new Map<string, Allele[]>();
  const facts = new Map<string, LocusFacts>();
  for (const [locus, ofLocus] of byLocus) {
    const genomesOf = countGenomes(locus, ofLocus);
    const genomes = [...genomesOf.values()].reduce((sum, n) => sum + n, 0);
    const weigh = ({ taxon, fraction }: MarkerRow) =>
      (fraction * (genomesOf.get(taxon) ?? 0)) / genomes;
    const alleles: { mass: number; fraction: number }[] = [];
    let absent = 0;
    for (const row of ofLocus) {
      const { mass } = row;
      if (mass === null) {
        absent += weigh(row);
        continue;
      }
      const same = alleles.find((allele) => Math.abs(allele.mass - mass) < SAME_MASS);
      if (same === undefined) alleles.push({ mass, fraction: weigh(row) });
      else same.fraction += weigh(row);
    }
    loci.set(
      locus,
      alleles.sort((a, b) => b.fraction - a.fraction || a.mass - b.mass),
    );
    facts.set(locus, { genomes, absent });
  }
  const genomes = Math.max(...[...facts.values()].map((locus) => locus.genomes));
  return { id, genomes, loci, facts };
}

/** Counts the genomes of each taxon at one locus. */
function countGenomes(locus: string, rows: readonly MarkerRow[]): ReadonlyMap<string, number> {
  const genomes = new Map<string, number>();
  const fractions = new Map<string, number>();
  for (const row of rows) {
    const { taxon } = row;
    const known = genomes.get(taxon);
    if (known !== undefined && known !== row.genomes) {
      throw new Error(`${taxon}, ${locus}: known from ${known} genomes and from ${row.genomes}`);
    }
    genomes.set(taxon, row.genomes);
    const sum = (fractions.get(taxon) ?? 0) + row.fraction;
    if (sum > ROUNDED) throw new Error(`${taxon}, ${locus}: fractions add up to ${sum}`);
    fractions.set(taxon, sum);
  }
  return genomes;
}
