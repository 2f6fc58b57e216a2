import type { GraphBuilder } from '../../onnx/graph';
import { alleleWeights } from '../allele-weights';
import { missedProbability } from '../expected-ions';
import { clip, int, range, reshape } from './graph-ops';
import type { MarkerModel } from '../marker-model';

/** Below the logarithm of the largest float32, and below that of the inverse of its smallest normal. */
const LOG_OF_LARGEST_FLOAT = 80;

/**
 * Computes the likelihood of each locus for each taxon from what was found at each ion: sum over alleles a
 * of pi_a LR_a + pi_novel (product of 1 - d) + pi_silent.
 *
 * Alleles are arranged as [loci, places], with as many places as the locus with the most alleles. A place
 * without an ion is filled by one that can never be detected, whose LR is 1, so that it is no evidence.
 */
export class LocusEvidence {
  readonly #graph: GraphBuilder;
  readonly #model: MarkerModel;
  readonly #places: number;
  readonly #single: readonly number[];
  readonly #double: readonly number[];
  /**
   * [loci, places, taxa]: weight of the likelihood of each place. The runtime has a dedicated kernel for a
   * row times this matrix; its transpose times a column takes several times as long.
   */
  readonly #weights: string;

  constructor(graph: GraphBuilder, model: MarkerModel) {
    this.#graph = graph;
    this.#model = model;
    const { loci, ions, taxa } = model;
    this.#places = Math.max(...loci.map((locus) => locus.masses.length));
    const places = range(0, this.#places - 1);
    const arrange = (charge: 'single' | 'double'): number[] =>
      loci.flatMap((locus) =>
        places.map((place) => {
          const ion = locus.ions[place]?.[charge] ?? -1;
          return ion < 0 ? ions.length : ion;
        }),
      );
    this.#single = arrange('single');
    this.#double = arrange('double');
    const weights = loci.flatMap((locus) => {
      const ofTaxa = taxa.map((taxon) => alleleWeights(taxon, locus, model.parameters).alleles);
      return places.flatMap((place) => ofTaxa.map((alleles) => alleles[place] ?? 0));
    });
    this.#weights = graph.floats(weights, [loci.length, this.#places, taxa.length]);
  }

  /**
   * Computes the likelihood ratio of each ion.
   *
   * @param found name of [N, 1, ions]: the best peak's worth times the density of its mass error
   * @param sensitivity name of the factor on all detection probabilities, [N, 1, 1] or one number
   * @returns name of [N, 1, ions + 1], capped, with the filling ion last
   */
  ratiosOf(found: string, sensitivity: string): string {
    const graph = this.#graph;
    const detections = graph.floats(this.#model.ions.map(({ detection }) => detection));
    const gain = graph.node('Sub', [found, graph.scalar(1)]);
    const seen = graph.node('Mul', [graph.node('Mul', [gain, detections]), sensitivity]);
    const ratio = graph.node('Add', [seen, graph.scalar(1)]);
    const padded = graph.node('Pad', [ratio, graph.int64s([0, 0, 0, 0, 0, 1]), graph.scalar(1)]);
    return clip(graph, padded, ...this.#bounds());
  }

  /**
   * Computes the likelihoods of loci, [N, loci, taxa], from the ratios that `ratiosOf` returns.
   *
   * @param rest name of [loci, taxa] or [N, loci, taxa], of `restOf`
   */
  likelihoodOf(ratios: string, rest: string): string {
    const graph = this.#graph;
    const { loci, taxa } = this.#model;
    const arranged = (ions: readonly number[]): string =>
      graph.node('Gather', [ratios, graph.int32s(ions)], { axis: int(2) });
    const product = graph.node('Mul', [arranged(this.#single), arranged(this.#double)]);
    const ofBothCharges = clip(graph, product, ...this.#bounds());
    const seen = graph.node('MatMul', [
      reshape(graph, ofBothCharges, [-1, loci.length, 1, this.#places]),
      this.#weights,
    ]);
    const sums = reshape(graph, seen, [-1, loci.length, taxa.length]);
    return graph.node('Add', [sums, rest]);
  }

  /**
   * Computes the part of the likelihood that does not depend on the peaks, at a sensitivity.
   *
   * @returns [loci x taxa]
   */
  restOf(sensitivity: number): number[] {
    const { loci, taxa, parameters } = this.#model;
    return loci.flatMap((locus) =>
      taxa.map((taxon) => {
        const { novel, silent } = alleleWeights(taxon, locus, parameters);
        return novel * missedProbability(locus, sensitivity) + silent;
      }),
    );
  }

  #bounds(): [number, number] {
    const cap = this.#model.parameters.logRatioCap;
    return [Math.exp(-cap), Math.exp(cap)];
  }
}

/** Computes the logarithm of the product of likelihoods [N, loci, columns] over the loci, [N, columns]. */
export function multiplyLoci(
  graph: GraphBuilder,
  likelihood: string,
  { loci, columns, cap }: { loci: number; columns: number; cap: number },
): string {
  const together = lociTogether(loci, cap);
  const groups = loci / together;
  const grouped = reshape(graph, likelihood, [-1, groups, together, columns]);
  const products = graph.node('ReduceProd', [grouped, graph.int64s([2])], { keepdims: int(0) });
  const logs = graph.node('Log', [products]);
  return groups === 1
    ? reshape(graph, logs, [-1, columns])
    : graph.node('ReduceSum', [logs, graph.int64s([1])], { keepdims: int(0) });
}

/**
 * Returns how many loci's likelihoods a float32 can hold the product of; the number divides the loci
 * evenly.
 */
function lociTogether(loci: number, cap: number): number {
  let most = mostTogether(loci, cap);
  while (loci % most !== 0) most -= 1;
  return most;
}

/**
 * Returns the number of loci to which a model is padded with loci without evidence, so that few and equal
 * groups can be multiplied. Without padding, 19 loci, a prime, would each need a logarithm of their own.
 */
export function evenLoci(loci: number, cap: number): number {
  const groups = Math.ceil(loci / mostTogether(loci, cap));
  return groups * Math.ceil(loci / groups);
}

function mostTogether(loci: number, cap: number): number {
  return Math.max(1, Math.min(loci, Math.floor(LOG_OF_LARGEST_FLOAT / cap)));
}
