import type { GraphBuilder } from '../onnx/graph';
import type { ExpectedIon, LocusAlleles } from './expected-ions';
import { at, clip, int, ints, range, reshape } from './graph-ops';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** Below the logarithm of the largest number of float32, and of the inverse of its smallest normal. */
const LOG_OF_LARGEST_FLOAT = 80;

/**
 * From what was found at each ion to the evidence of each locus for each taxon:
 * log( sum over alleles a of pi_a LR_a + pi_novel (product of 1 - d) ).
 *
 * Alleles are arranged as [loci, places] with one place more than the locus with most alleles has; a
 * place without an ion is filled by one that can never be detected, so it says nothing: its LR is 1.
 * In the last place of each locus it stands for what does not depend on the ions.
 */
export class LocusEvidence {
  /** m/z of each ion, the filling one last. */
  readonly expectedMz: readonly number[];
  readonly taxa: number;
  readonly loci: number;
  readonly #graph: GraphBuilder;
  readonly #cap: number;
  readonly #detection: readonly number[];
  readonly #places: number;
  readonly #single: readonly number[];
  readonly #double: readonly number[];
  /** [loci, taxa, places]: what the likelihood of each place counts for. */
  readonly #weights: readonly number[];

  constructor(
    graph: GraphBuilder,
    taxa: readonly MarkerTaxon[],
    loci: readonly LocusAlleles[],
    ions: readonly ExpectedIon[],
    parameters: MarkerParameters,
  ) {
    this.#graph = graph;
    this.#cap = parameters.logRatioCap;
    this.taxa = taxa.length;
    this.loci = loci.length;
    this.expectedMz = [...ions, at(ions, 0)].map((ion) => ion.expectedMz);
    this.#detection = [...ions.map((ion) => ion.detection), 0];
    const alleles = range(0, Math.max(...loci.map((locus) => locus.masses.length)) - 1);
    this.#places = alleles.length + 1;
    const arrange = (charge: 'single' | 'double'): number[] =>
      loci.flatMap((locus) =>
        range(0, alleles.length).map((place) => {
          const ion = locus.ions[place]?.[charge] ?? -1;
          return ion < 0 ? ions.length : ion;
        }),
      );
    this.#single = arrange('single');
    this.#double = arrange('double');
    // A taxon known from n genomes keeps 1 / (n + 1) for an allele that was not seen yet.
    this.#weights = loci.flatMap(({ locus, masses, missed }) =>
      taxa.flatMap((taxon) => [
        ...alleles.map((place) => {
          const allele = taxon.loci.get(locus)?.find(({ mass }) => mass === masses[place]);
          return ((allele?.fraction ?? 0) * taxon.genomes) / (taxon.genomes + 1);
        }),
        taxon.loci.has(locus) ? missed / (taxon.genomes + 1) : 1,
      ]),
    );
  }

  /**
   * `found` [N, shifts, ions]: the best peak's worth times the density of its mass error. Returns the
   * likelihood ratio of each ion, capped: [N, shifts, ions].
   */
  ratiosOf(found: string): string {
    const graph = this.#graph;
    const seen = graph.node('Mul', [found, graph.floats(this.#detection)]);
    const missed = graph.floats(this.#detection.map((detection) => 1 - detection));
    return clip(graph, graph.node('Add', [seen, missed]), ...this.#bounds());
  }

  /** From the ions' ratios [N, shifts, ions] to likelihoods of loci, [N, loci, taxa, shifts]. */
  likelihoodOf(ratios: string, shifts: number): string {
    const graph = this.#graph;
    const ionsFirst = graph.node('Transpose', [ratios], { perm: ints(0, 2, 1) });
    const arranged = (ions: readonly number[]): string =>
      graph.node('Gather', [ionsFirst, graph.int32s(ions)], { axis: int(1) });
    const product = graph.node('Mul', [arranged(this.#single), arranged(this.#double)]);
    const ofBothCharges = clip(graph, product, ...this.#bounds());
    return graph.node('MatMul', [
      graph.floats(this.#weights, [this.loci, this.taxa, this.#places]),
      reshape(graph, ofBothCharges, [-1, this.loci, this.#places, shifts]),
    ]);
  }

  /** Likelihoods of loci [N, loci, taxa, shifts] to scores, [N, taxa, shifts]: multiplied, then the log. */
  scoresOf(likelihood: string, shifts: number): string {
    const graph = this.#graph;
    const together = this.#lociTogether();
    const groups = this.loci / together;
    const columns = this.taxa * shifts;
    const grouped = reshape(graph, likelihood, [-1, groups, together, columns]);
    const products = graph.node('ReduceProd', [grouped, graph.int64s([2])], { keepdims: int(0) });
    const logs = graph.node('Log', [products]);
    const sums =
      groups === 1
        ? logs
        : graph.node('ReduceSum', [logs, graph.int64s([1])], { keepdims: int(0) });
    return reshape(graph, sums, [-1, this.taxa, shifts]);
  }

  /** How many loci's likelihoods a float32 holds the product of; they divide the loci evenly. */
  #lociTogether(): number {
    let most = Math.max(1, Math.min(this.loci, Math.floor(LOG_OF_LARGEST_FLOAT / this.#cap)));
    while (this.loci % most !== 0) most -= 1;
    return most;
  }

  #bounds(): [number, number] {
    return [Math.exp(-this.#cap), Math.exp(this.#cap)];
  }
}

/** Scores [N, taxa, shifts] to the index of the shift with the best score of any taxon, [N, 1]. */
export function bestShift(graph: GraphBuilder, scores: string): string {
  const best = graph.node('ReduceMax', [scores, graph.int64s([1])], { keepdims: int(0) });
  return graph.node('ArgMax', [best], { axis: int(1) });
}
