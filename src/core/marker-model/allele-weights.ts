import type { LocusAlleles } from './expected-ions';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** What the likelihood of one locus in one taxon is made of. */
export interface LocusWeights {
  /** [allele] prior of each allele of the locus. */
  readonly alleles: readonly number[];
  /** Prior of an allele that was not seen yet. */
  readonly novel: number;
  /** Prior of what no peak can speak for or against: no such gene, or nothing known. */
  readonly silent: number;
}

/**
 * Priors of a taxon's alleles at a locus. Of n genomes, an allele in a fraction f of them has
 * f n / (n + u), and u / (n + u) is left for one that was not seen yet, with u as the parameters say: a
 * taxon known from few genomes is trusted less by itself.
 */
export function alleleWeights(
  taxon: MarkerTaxon,
  { locus, masses }: LocusAlleles,
  { unseenGenomes }: Pick<MarkerParameters, 'unseenGenomes'>,
): LocusWeights {
  const facts = taxon.facts.get(locus);
  if (facts === undefined) return { alleles: masses.map(() => 0), novel: 0, silent: 1 };
  const known = facts.genomes / (facts.genomes + unseenGenomes);
  const alleles = taxon.loci.get(locus) ?? [];
  return {
    alleles: masses.map(
      (mass) => (alleles.find((allele) => allele.mass === mass)?.fraction ?? 0) * known,
    ),
    novel: 1 - known,
    silent: facts.absent * known,
  };
}
