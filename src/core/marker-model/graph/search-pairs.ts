import type { GraphBuilder } from '../../onnx/graph';
import { clip, int, range, reshape, split } from './graph-ops';
import { evenLoci, multiplyLoci } from './locus-evidence';
import type { MarkerModel } from '../marker-model';
import { type SearchedLocus, taxonLoci } from '../search-tables';

/** The tables for scoring pairs of ions; see `SearchedLocus`. */
export interface PairTables {
  /** Names of [2, loci x places, 1 or results], optionally with a leading N. */
  readonly detections: string;
  readonly loci: number;
  readonly places: number;
  /** Number of lines that the pairs were searched at. */
  readonly columns: number;
  /** Number of resulting scores: as many as columns, unless there are several detections. */
  readonly results?: number;
  /** Names of [loci, rows, places] and [loci, rows, 1 or results], optionally with a leading N. */
  readonly weights: string;
  readonly rest: string;
  readonly rows: number;
  /** Limit of a log ratio. */
  readonly cap: number;
}

/** Scores the findings for pairs of ions, [N, 2 x loci x places x columns], as [N, rows x results]. */
export function scorePairs(graph: GraphBuilder, found: string, tables: PairTables): string {
  const { detections, loci, places, columns, weights, rest, rows, cap } = tables;
  const results = tables.results ?? columns;
  const bounds = [Math.exp(-cap), Math.exp(cap)] as const;
  const pairs = reshape(graph, found, [-1, 2, loci * places, columns]);
  const missed = graph.node('Sub', [graph.scalar(1), detections]);
  const ratio = clip(
    graph,
    graph.node('Add', [graph.node('Mul', [pairs, detections]), missed]),
    ...bounds,
  );
  const [single, double] = split(graph, ratio, 1, 2, `${found}_charge`);
  const both = clip(graph, graph.node('Mul', [single!, double!]), ...bounds);
  const seen = graph.node('MatMul', [weights, reshape(graph, both, [-1, loci, places, results])]);
  const likelihood = graph.node('Add', [seen, rest]);
  return multiplyLoci(graph, likelihood, { loci, columns: rows * results, cap });
}

/** Adds loci without evidence, up to a number that `multiplyLoci` can take in few groups. */
export function filledUp(loci: readonly SearchedLocus[], cap: number): readonly SearchedLocus[] {
  const rows = loci[0]!.rest;
  const silent = { alleles: [], weights: rows.map(() => []), rest: rows.map(() => 1) };
  return [...loci, ...range(loci.length, evenLoci(loci.length, cap) - 1).map(() => silent)];
}

/** Lists ions by charge, locus and place; -1 where there is none. */
export function arrangePairs(loci: readonly SearchedLocus[], places: number): number[] {
  return (['single', 'double'] as const).flatMap((charge) =>
    loci.flatMap(({ alleles }) =>
      range(0, places - 1).map((place) => alleles[place]?.[charge] ?? -1),
    ),
  );
}

/**
 * Lists the detection probabilities of pairs in the search; 0, which makes no evidence, where there is no
 * ion.
 */
export function detectionsOf(
  pairs: readonly number[],
  { ions, parameters }: MarkerModel,
): number[] {
  return pairs.map((ion) => (ions[ion]?.detection ?? 0) * parameters.sensitivity.search);
}

export function padded(values: readonly number[], length: number): number[] {
  return range(0, length - 1).map((i) => values[i] ?? 0);
}

/**
 * Tables of each taxon's most frequent alleles, of which the graph selects the row of the best taxon. Pairs
 * are arranged as [charge, loci, places].
 */
export class TaxonTables {
  readonly pairs: readonly (readonly number[])[];
  readonly loci: number;
  readonly places: number;
  readonly width: number;
  readonly #graph: GraphBuilder;
  readonly #taxon: string;
  readonly #model: MarkerModel;
  readonly #cap: number;

  /** @param cap limit of the log ratios of the pairs */
  constructor(graph: GraphBuilder, taxon: string, model: MarkerModel, cap: number) {
    this.#graph = graph;
    this.#taxon = taxon;
    this.#model = model;
    this.#cap = cap;
    const ofTaxa = this.#lociAt(1);
    this.loci = ofTaxa[0]!.length;
    this.places = Math.max(...ofTaxa.flat().map(({ alleles }) => alleles.length), 1);
    this.pairs = ofTaxa.map((loci) => arrangePairs(loci, this.places));
    this.width = 2 * this.loci * this.places;
  }

  /** Selects the taxon's row of a table [taxa][values], as [N, ...dims]. */
  rows(values: readonly (readonly number[])[], dims: readonly number[]): string {
    const table = this.#graph.floats(values.flat(), [values.length, values[0]!.length]);
    return this.#row(table, dims);
  }

  /**
   * Returns the input of `scorePairs` for some sensitivities: one column for each, or one for all lines.
   */
  at(sensitivities: readonly number[]): Pick<PairTables, 'detections' | 'weights' | 'rest'> {
    const columns = sensitivities.length;
    const { ions } = this.#model;
    const detections = this.pairs.map((pairs) =>
      pairs.flatMap((ion) => sensitivities.map((factor) => (ions[ion]?.detection ?? 0) * factor)),
    );
    const dims = [2, this.loci * this.places, columns];
    const at = sensitivities.map((factor) => this.#lociAt(factor));
    return {
      detections: this.rows(detections, dims),
      weights: this.rows(
        at[0]!.map((loci) => loci.flatMap(({ weights }) => padded(weights[0]!, this.places))),
        [this.loci, 1, this.places],
      ),
      rest: this.rows(
        at[0]!.map((loci, taxon) =>
          loci.flatMap((_, locus) => at.map((ofTaxa) => ofTaxa[taxon]![locus]!.rest[0]!)),
        ),
        [this.loci, 1, columns],
      ),
    };
  }

  /** Selects the values of the taxon's pairs of ions: [N, 1, ions] to [N, 1, pairs]. */
  pick(found: string): string {
    const table = this.#graph.int32s(
      this.pairs.flat().map((ion) => Math.max(0, ion)),
      [this.pairs.length, this.width],
    );
    const index = this.#row(table, [1, this.width]);
    return this.#graph.node('GatherElements', [found, index], { axis: int(2) });
  }

  #row(table: string, dims: readonly number[]): string {
    return reshape(this.#graph, this.#graph.node('Gather', [table, this.#taxon]), [-1, ...dims]);
  }

  #lociAt(sensitivity: number): (readonly SearchedLocus[])[] {
    return this.#model.taxa.map((_, taxon) =>
      filledUp(taxonLoci(this.#model, taxon, sensitivity), this.#cap),
    );
  }
}
