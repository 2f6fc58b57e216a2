import type { GraphBuilder } from '../onnx/graph';
import type { ExpectedIon, LocusAlleles } from './expected-ions';
import { at, clamp, int, range, reshape } from './graph-ops';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** Below the logarithm of the largest number of float32, and of the inverse of its smallest normal. */
const LOG_OF_LARGEST_FLOAT = 80;

/** Names of what one evaluation gives, for each of some shifts. */
export interface Evidence {
  /** Likelihood ratio of each ion, capped: [N, ions, shifts]. */
  readonly ratios: string;
  /** Log evidence of each locus for each taxon: [N, loci, taxa, shifts]. */
  readonly loci: string;
  /** The sum over the loci: [N, taxa, shifts]. */
  readonly scores: string;
}

/**
 * From what was found at each ion to the evidence of each locus for each taxon:
 * log( sum over alleles a of pi_a LR_a + pi_novel (product of 1 - d) ).
 *
 * Alleles are arranged as [loci, alleles] with as many places as the locus with most alleles has; a
 * place without an ion is filled by one that can never be detected, so it says nothing.
 */
export class LocusEvidence {
  /** m/z of each ion, the filling one last. */
  readonly expectedMz: readonly number[];
  readonly taxa: number;
  readonly loci: number;
  readonly #graph: GraphBuilder;
  readonly #cap: number;
  readonly #detection: readonly number[];
  readonly #alleles: number;
  readonly #single: readonly number[];
  readonly #double: readonly number[];
  readonly #carried: readonly number[];
  readonly #otherwise: readonly number[];

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
    this.#alleles = Math.max(...loci.map((locus) => locus.masses.length));
    const places = range(0, this.#alleles - 1);
    const arrange = (charge: 'single' | 'double'): number[] =>
      loci.flatMap((locus) =>
        places.map((place) => {
          const ion = locus.ions[place]?.[charge] ?? -1;
          return ion < 0 ? ions.length : ion;
        }),
      );
    this.#single = arrange('single');
    this.#double = arrange('double');
    // A taxon known from n genomes keeps 1 / (n + 1) for an allele that was not seen yet.
    this.#carried = loci.flatMap(({ locus, masses }) =>
      taxa.flatMap((taxon) =>
        places.map((place) => {
          const allele = taxon.loci.get(locus)?.find(({ mass }) => mass === masses[place]);
          return ((allele?.fraction ?? 0) * taxon.genomes) / (taxon.genomes + 1);
        }),
      ),
    );
    this.#otherwise = loci.flatMap(({ locus, missed }) =>
      taxa.map((taxon) => (taxon.loci.has(locus) ? missed / (taxon.genomes + 1) : 1)),
    );
  }

  /** `found` [N, ions, shifts]: the best peak's worth times the density of its mass error. */
  of(found: string, shifts: number): Evidence {
    const graph = this.#graph;
    const { ratios, likelihood } = this.#likelihood(found, shifts);
    const loci = graph.node('Log', [likelihood]);
    const scores = graph.node('ReduceSum', [loci, graph.int64s([1])], { keepdims: int(0) });
    return { ratios, loci, scores };
  }

  /** The scores alone, [N, taxa, shifts]: the loci's likelihoods are multiplied before the logarithm. */
  scoresOf(found: string, shifts: number): string {
    const graph = this.#graph;
    const { likelihood } = this.#likelihood(found, shifts);
    const together = this.#lociTogether();
    const grouped = reshape(graph, likelihood, [
      -1,
      this.loci / together,
      together,
      this.taxa * shifts,
    ]);
    const products = graph.node('ReduceProd', [grouped, graph.int64s([2])], { keepdims: int(0) });
    const sums = graph.node('ReduceSum', [graph.node('Log', [products]), graph.int64s([1])], {
      keepdims: int(0),
    });
    return reshape(graph, sums, [-1, this.taxa, shifts]);
  }

  /** How many loci's likelihoods a float32 holds the product of; they divide the loci evenly. */
  #lociTogether(): number {
    let most = Math.max(1, Math.min(this.loci, Math.floor(LOG_OF_LARGEST_FLOAT / this.#cap)));
    while (this.loci % most !== 0) most -= 1;
    return most;
  }

  #likelihood(found: string, shifts: number): { ratios: string; likelihood: string } {
    const graph = this.#graph;
    const [least, most] = [Math.exp(-this.#cap), Math.exp(this.#cap)];
    const count = this.#detection.length;
    const missed = this.#detection.map((detection) => 1 - detection);
    const seen = graph.node('Mul', [found, graph.floats(this.#detection, [count, 1])]);
    const added = graph.node('Add', [seen, graph.floats(missed, [count, 1])]);
    const ratios = clamp(graph, added, least, most);
    const arranged = (ions: readonly number[]): string =>
      graph.node('Gather', [ratios, graph.int32s(ions)], { axis: int(1) });
    const product = graph.node('Mul', [arranged(this.#single), arranged(this.#double)]);
    const ofBothCharges = clamp(graph, product, least, most);
    const alleles = reshape(graph, ofBothCharges, [-1, this.loci, this.#alleles, shifts]);
    const likelihood = graph.node('Add', [
      graph.node('MatMul', [
        graph.floats(this.#carried, [this.loci, this.taxa, this.#alleles]),
        alleles,
      ]),
      graph.floats(this.#otherwise, [this.loci, this.taxa, 1]),
    ]);
    return { ratios, likelihood };
  }
}

/** Scores [N, taxa, shifts] to the index of the shift with the best score of any taxon, [N, 1]. */
export function bestShift(graph: GraphBuilder, scores: string): string {
  const best = graph.node('ReduceMax', [scores, graph.int64s([1])], { keepdims: int(0) });
  return graph.node('ArgMax', [best], { axis: int(1) });
}
