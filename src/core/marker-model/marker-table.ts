/** One allele of one locus in one output of the model. */
export interface Allele {
  /** Average [M+H]+ mass, Da. */
  readonly mass: number;
  /** Fraction of the taxon's genomes that carry it, 0 to 1. */
  readonly fraction: number;
}

/** What is known of one locus in one output of the model. */
export interface LocusFacts {
  /** Genomes that it was looked for in. */
  readonly genomes: number;
  /** Fraction of them that have no such gene, 0 to 1. */
  readonly absent: number;
}

/** What one output of the model stands for, and its markers. */
export interface MarkerTaxon {
  readonly id: string;
  readonly genomes: number;
  /** By locus, the commonest allele first. A locus that is missing says nothing about this taxon. */
  readonly loci: ReadonlyMap<string, readonly Allele[]>;
  /** Of the same loci. */
  readonly facts: ReadonlyMap<string, LocusFacts>;
}

/** One line of a table of marker masses. */
export interface MarkerRow {
  readonly taxon: string;
  /** Genomes of the taxon that the locus was looked for in. */
  readonly genomes: number;
  readonly locus: string;
  /** Average [M+H]+ mass, Da; null where the genomes have no such gene. */
  readonly mass: number | null;
  /** Fraction of the genomes that it is true of, 0 to 1. */
  readonly fraction: number;
}

/** Masses of one protein that were computed on slightly different atomic weights, Da. */
const SAME_MASS = 0.15;
/** Fractions are written with four decimals. */
const ROUNDED = 1.01;

/**
 * Pools the rows of an output's member taxa: fractions are weighted by the members' genomes, locus by
 * locus, since different loci may have been looked for in different genomes. Throws when a member has no
 * row, and when a taxon's rows of one locus contradict one another (two counts of genomes, or fractions of
 * more than 1): both are mistakes in the model's facts that would make nonsense of its scores.
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

/** Genomes of each taxon at one locus. */
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
