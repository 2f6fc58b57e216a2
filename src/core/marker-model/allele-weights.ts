import type { LocusAlleles } from './expected-ions';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** The parts of the likelihood of one locus in one taxon. */
export interface LocusWeights {
  /** [allele] prior of each allele of the locus. */
  readonly alleles: readonly number[];
  /** Prior of an allele that has not been observed in any genome. */
  readonly novel: number;
  /** Prior of the case without evidence by peaks: the gene is missing, or nothing is known. */
  readonly silent: number;
}

/**
 * Computes the priors of a taxon's alleles at a locus. With n genomes, an allele in a fraction f of them
 * has f n / (n + u), and u / (n + u) is left for an unobserved allele, where u is a parameter. So a taxon
 * known from few genomes is automatically trusted less.
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
