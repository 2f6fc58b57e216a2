import type { GraphBuilder } from '../onnx/graph';
import { clip, int, range, reshape, shapeLike, slice, split, wholeNumbers } from './graph-ops';
import { evenLoci, type LocusEvidence, multiplyLoci } from './locus-evidence';
import { logWorth } from './log-worth';
import type { MarkerModel } from './marker-model';
import { massErrorDensity } from './mass-error';
import { massErrorAt } from './mass-line';
import type { Peaks } from './pick-peaks';
import { SEARCH_REACH_PPM } from './plain-search';
import {
  coarseLines,
  fineSteps,
  groupLoci,
  type SearchedLocus,
  taxonLoci,
  tiltArm,
  tiltLogPrior,
} from './search-tables';

/** Peak blocks of which the highest counts first. */
const TOP_GROUP = 4;

/** A spectrum's mass error, names of [N, 1] each. */
export interface FoundLine {
  /** ppm at 6,500 m/z */
  readonly shift: string;
  /** ppm a kDa */
  readonly tilt: string;
}

/** A line, and the taxon that it was searched for: name of its index, [N]. */
export interface FoundFit extends FoundLine {
  readonly taxon: string;
}

/**
 * Finds the line of a spectrum's mass error. The highest peaks are scattered, each with the mass error's
 * density around it, onto a logarithmic m/z axis on which every shift is a whole number of cells: what an ion
 * finds there is one look-up. First all lines are tried for groups of taxa at once; then the taxon that
 * fits best there is tried in steps around the best line. `plain-search.ts` says the same in plain code.
 */
export function searchLine(
  graph: GraphBuilder,
  peaks: Peaks,
  evidence: LocusEvidence,
  model: MarkerModel,
): FoundFit {
  const axis = makeAxis(graph, highestPeaks(graph, peaks, model), model);
  const best = tryAllLines(graph, axis, model);
  const taxon = bestTaxonAt(graph, best, axis, evidence, model);
  return { ...tryStepsAround(graph, best, taxon, axis, model), taxon };
}

/** Names of [N, 1, count] each. */
interface HighestPeaks {
  readonly logMz: string;
  readonly worth: string;
  readonly count: number;
}

/** A logarithmic m/z axis: `cells` is the name of [N, 1, count]. */
interface Axis {
  readonly cells: string;
  readonly count: number;
  /** Number of the cell of an m/z, not rounded. */
  readonly cellOf: (mz: number) => number;
  /** Width of a cell. */
  readonly stepPpm: number;
}

function makeAxis(
  graph: GraphBuilder,
  { logMz, worth, count }: HighestPeaks,
  { ions, parameters: { line, massError } }: MarkerModel,
): Axis {
  const stepPpm = line.fine.shiftStepPpm;
  const step = stepPpm * 1e-6;
  const reach = Math.round(SEARCH_REACH_PPM / stepPpm);
  const mzs = ions.map(({ expectedMz }) => expectedMz);
  const farthest = Math.max(...mzs.map((mz) => Math.abs(tiltArm(mz))));
  const tilt = line.tiltRange + line.fine.tiltReach;
  // Peaks beyond the ends are kept where they touch no cell that is looked up.
  const margin =
    (line.shiftRangePpm + line.fine.shiftReachPpm + tilt * farthest) * 1e-6 +
    (2 * reach + 2) * step;
  const first = Math.floor((Math.log(Math.min(...mzs)) - margin) / step);
  const last = Math.ceil((Math.log(Math.max(...mzs)) + margin) / step);
  const cells = last - first + 1;

  const offsets = range(-reach, reach);
  const position = graph.node('Sub', [
    graph.node('Mul', [logMz, graph.scalar(1 / step)]),
    graph.scalar(first),
  ]);
  const within = clip(graph, position, reach, cells - 1 - reach);
  const nearest = wholeNumbers(graph, graph.node('Round', [within]), cells);
  const touched = graph.node('Add', [nearest, graph.int32s(offsets, [offsets.length, 1])]);
  const density = offsets.map((offset) => massErrorDensity(offset * stepPpm, massError));
  const value = graph.node('Mul', [worth, graph.floats(density, [offsets.length, 1])]);
  const axis = graph.node(
    'ScatterElements',
    [
      graph.node('ConstantOfShape', [shapeLike(graph, logMz, 1, cells)]),
      reshape(graph, touched, [-1, 1, count * offsets.length]),
      reshape(graph, value, [-1, 1, count * offsets.length]),
    ],
    { axis: int(2), reduction: { type: 'string', value: 'max' } },
  );
  return {
    cells: axis,
    count: cells,
    cellOf: (mz) => Math.log(mz) / step - first,
    stepPpm,
  };
}

/** The line of all with the best score of any group: [N, 1] each. */
function tryAllLines(graph: GraphBuilder, axis: Axis, model: MarkerModel): FoundLine {
  const lines = coarseLines(model);
  const loci = filledUp(groupLoci(model), model.parameters.line.logRatioCap);
  const places = Math.max(...loci.map(({ alleles }) => alleles.length));
  const pairs = arrangePairs(loci, places);
  const tilts = [...new Set(lines.map(({ tilt }) => tilt))];
  const shifts = [...new Set(lines.map(({ shift }) => shift))];
  // [charge, loci, places, tilts, shifts]: the lines last, so that each step is a pass over whole rows. A
  // shift is a whole number of cells.
  const centers = pairs.flatMap((ion) =>
    tilts.map((tilt) => {
      if (ion < 0) return -Math.round(shifts[0]! / axis.stepPpm);
      const { expectedMz } = model.ions[ion]!;
      const error = massErrorAt(expectedMz, { shiftPpm: 0, tiltPpmPerKda: tilt });
      return Math.round(axis.cellOf(expectedMz) + error / axis.stepPpm);
    }),
  );
  const looks = pairs.length * lines.length;
  const looked = graph.node('Add', [
    graph.int32s(centers, [centers.length, 1]),
    graph.int32s(shifts.map((shift) => Math.round(shift / axis.stepPpm))),
  ]);
  const lookUp = graph.node('Expand', [
    reshape(graph, looked, [1, 1, looks]),
    shapeLike(graph, axis.cells, 1, looks),
  ]);
  const found = graph.node('GatherElements', [axis.cells, lookUp], { axis: int(2) });
  const score = scorePairs(graph, found, {
    detections: graph.floats(detectionsOf(pairs, model), [2, loci.length * places, 1]),
    loci: loci.length,
    places,
    columns: lines.length,
    weights: graph.floats(
      loci.flatMap(({ weights }) => weights.flatMap((row) => padded(row, places))),
      [loci.length, model.groups.length, places],
    ),
    rest: graph.floats(
      loci.flatMap(({ rest }) => rest),
      [loci.length, model.groups.length, 1],
    ),
    rows: model.groups.length,
    cap: model.parameters.line.logRatioCap,
  });
  const groups = reshape(graph, score, [-1, model.groups.length, lines.length]);
  const best = graph.node('ReduceMax', [groups, graph.int64s([1])], { keepdims: int(0) });
  const withPrior = graph.node('Add', [best, graph.floats(lines.map(({ logPrior }) => logPrior))]);
  const which = graph.node('ArgMax', [withPrior], { axis: int(1) });
  const pick = (values: readonly number[]) => graph.node('Gather', [graph.floats(values), which]);
  return {
    shift: pick(lines.map(({ shift }) => shift)),
    tilt: pick(lines.map(({ tilt }) => tilt)),
  };
}

/** Index of the taxon with the best score at a line, [N]. */
function bestTaxonAt(
  graph: GraphBuilder,
  { shift, tilt }: FoundLine,
  axis: Axis,
  evidence: LocusEvidence,
  model: MarkerModel,
): string {
  const { ions, taxa, accepting, parameters } = model;
  const { search } = parameters.sensitivity;
  const cells = ions.map(({ expectedMz }) => axis.cellOf(expectedMz));
  const arms = ions.map(({ expectedMz }) => tiltArm(expectedMz) / axis.stepPpm);
  const moved = graph.node('Add', [
    graph.node('Add', [
      graph.node('Mul', [tilt, graph.floats(arms)]),
      graph.node('Mul', [shift, graph.scalar(1 / axis.stepPpm)]),
    ]),
    graph.floats(cells),
  ]);
  const rounded = reshape(graph, graph.node('Round', [moved]), [-1, 1, ions.length]);
  const lookUp = wholeNumbers(graph, clip(graph, rounded, 0, axis.count - 1), axis.count);
  const found = graph.node('GatherElements', [axis.cells, lookUp], { axis: int(2) });
  const rest = graph.floats(evidence.restOf(search), [model.loci.length, taxa.length]);
  const likelihood = evidence.likelihoodOf(evidence.ratiosOf(found, graph.scalar(search)), rest);
  const accepted =
    accepting === model.loci.length ? likelihood : slice(graph, likelihood, 1, 0, accepting);
  const scores = multiplyLoci(graph, accepted, {
    loci: accepting,
    columns: taxa.length,
    cap: parameters.logRatioCap,
  });
  return graph.node('ArgMax', [scores], { axis: int(1), keepdims: int(0) });
}

/** The best line of the steps around one, for the ions of one taxon. */
function tryStepsAround(
  graph: GraphBuilder,
  { shift, tilt }: FoundLine,
  taxon: string,
  axis: Axis,
  model: MarkerModel,
): FoundLine {
  const { line } = model.parameters;
  const { tilts, shifts } = fineSteps(model);
  const tables = new TaxonTables(graph, taxon, model, line.logRatioCap);
  const { pairs, width, loci, places } = tables;
  const mzOf = (ion: number) => model.ions[ion]?.expectedMz;
  const cells = pairs.map((ions) => ions.map((ion) => (ion < 0 ? 0 : axis.cellOf(mzOf(ion)!))));
  const arms = pairs.map((ions) =>
    ions.map((ion) => (ion < 0 ? 0 : tiltArm(mzOf(ion)!) / axis.stepPpm)),
  );
  // [N, tilts, pairs]
  const triedTilts = graph.node('Add', [tilt, graph.floats(tilts)]);
  const tilted = graph.node('Mul', [
    reshape(graph, triedTilts, [-1, tilts.length, 1]),
    tables.rows(arms, [1, width]),
  ]);
  const shifted = graph.node('Add', [
    tables.rows(cells, [1, width]),
    graph.node('Mul', [reshape(graph, shift, [-1, 1, 1]), graph.scalar(1 / axis.stepPpm)]),
  ]);
  const position = graph.node('Round', [graph.node('Add', [tilted, shifted])]);
  const row = reshape(graph, position, [-1, 1, tilts.length * width]);
  const reach = Math.round(line.fine.shiftReachPpm / axis.stepPpm);
  const center = wholeNumbers(graph, clip(graph, row, reach, axis.count - 1 - reach), axis.count);
  // [N, pairs of all tilts, shifts]
  const lookUp = graph.node('Add', [
    reshape(graph, center, [-1, tilts.length * width, 1]),
    graph.int32s(shifts.map((step) => Math.round(step / axis.stepPpm))),
  ]);
  const looks = tilts.length * width * shifts.length;
  const found = graph.node('GatherElements', [axis.cells, reshape(graph, lookUp, [-1, 1, looks])], {
    axis: int(2),
  });
  // [N, 2 charges, loci x places, tilts x shifts]
  const columns = tilts.length * shifts.length;
  const arranged = graph.node(
    'Transpose',
    [reshape(graph, found, [-1, tilts.length, width, shifts.length])],
    { perm: { type: 'ints', value: [0, 2, 1, 3] } },
  );
  const score = scorePairs(graph, arranged, {
    ...tables.at([model.parameters.sensitivity.search]),
    loci,
    places,
    columns,
    rows: 1,
    cap: line.logRatioCap,
  });
  const prior = priorOf(graph, triedTilts, tilts.length, line.tiltSigma);
  const withPrior = graph.node('Add', [
    reshape(graph, score, [-1, tilts.length, shifts.length]),
    prior,
  ]);
  const which = graph.node('ArgMax', [reshape(graph, withPrior, [-1, columns])], { axis: int(1) });
  const step = (values: readonly number[]) => graph.node('Gather', [graph.floats(values), which]);
  return {
    shift: graph.node('Add', [shift, step(tilts.flatMap(() => shifts))]),
    tilt: graph.node('Add', [tilt, step(tilts.flatMap((value) => shifts.map(() => value)))]),
  };
}

/** `tiltLogPrior` of tilts [N, tilts], as [N, tilts, 1]. */
function priorOf(graph: GraphBuilder, tilts: string, count: number, sigma: number): string {
  const square = graph.node('Mul', [tilts, tilts]);
  const log = graph.node('Mul', [square, graph.scalar(tiltLogPrior(1, sigma))]);
  return reshape(graph, log, [-1, count, 1]);
}

/**
 * Tables of each taxon's commonest alleles, of which a graph takes the row of the taxon that fits best.
 * Pairs are arranged as [charge, loci, places].
 */
class TaxonTables {
  readonly pairs: readonly (readonly number[])[];
  readonly loci: number;
  readonly places: number;
  readonly width: number;
  readonly #graph: GraphBuilder;
  readonly #taxon: string;
  readonly #model: MarkerModel;
  readonly #cap: number;

  /** @param cap of the log ratios that the pairs are scored with */
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

  /** The taxon's row of a table [taxa][values], as [N, ...dims]. */
  rows(values: readonly (readonly number[])[], dims: readonly number[]): string {
    const table = this.#graph.floats(values.flat(), [values.length, values[0]!.length]);
    return this.#row(table, dims);
  }

  /** What `scorePairs` needs at some sensitivities: a column each, or one for all lines. */
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

  /** What the taxon's pairs of ions are found at: [N, 1, ions] to [N, 1, pairs]. */
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

/**
 * Index of the sensitivity under which the commonest alleles of the best taxon are most likely, [N, 1].
 *
 * @param found name of [N, 1, ions]
 */
export function bestSensitivity(
  graph: GraphBuilder,
  found: string,
  taxon: string,
  model: MarkerModel,
): string {
  const { steps } = model.parameters.sensitivity;
  const tables = new TaxonTables(graph, taxon, model, model.parameters.logRatioCap);
  const score = scorePairs(graph, tables.pick(found), {
    ...tables.at(steps.map(({ factor }) => factor)),
    loci: tables.loci,
    places: tables.places,
    columns: 1,
    results: steps.length,
    rows: 1,
    cap: model.parameters.logRatioCap,
  });
  const prior = graph.floats(steps.map(({ logPrior }) => logPrior));
  return graph.node('ArgMax', [graph.node('Add', [score, prior])], { axis: int(1) });
}

/** What pairs of ions are scored with; see `SearchedLocus`. */
interface PairTables {
  /** Names of [2, loci x places, 1 or results], with or without N before. */
  readonly detections: string;
  readonly loci: number;
  readonly places: number;
  /** Lines that the pairs were found at. */
  readonly columns: number;
  /** Scores that come of it, as many as columns unless there are several detections. */
  readonly results?: number;
  /** Names of [loci, rows, places] and [loci, rows, 1 or results], with or without N before. */
  readonly weights: string;
  readonly rest: string;
  readonly rows: number;
  /** Of a log ratio. */
  readonly cap: number;
}

/** Score of what pairs of ions found, [N, 2 x loci x places x columns]: [N, rows x results]. */
function scorePairs(graph: GraphBuilder, found: string, tables: PairTables): string {
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

/** With loci that say nothing, up to a number that `multiplyLoci` takes in few groups. */
function filledUp(loci: readonly SearchedLocus[], cap: number): readonly SearchedLocus[] {
  const rows = loci[0]!.rest;
  const silent = { alleles: [], weights: rows.map(() => []), rest: rows.map(() => 1) };
  return [...loci, ...range(loci.length, evenLoci(loci.length, cap) - 1).map(() => silent)];
}

/** Ions by charge, locus and place; -1 where there is none. */
function arrangePairs(loci: readonly SearchedLocus[], places: number): number[] {
  return (['single', 'double'] as const).flatMap((charge) =>
    loci.flatMap(({ alleles }) =>
      range(0, places - 1).map((place) => alleles[place]?.[charge] ?? -1),
    ),
  );
}

/** Their detection probabilities in the search; 0, which says nothing, where there is no ion. */
function detectionsOf(pairs: readonly number[], { ions, parameters }: MarkerModel): number[] {
  return pairs.map((ion) => (ions[ion]?.detection ?? 0) * parameters.sensitivity.search);
}

function padded(values: readonly number[], length: number): number[] {
  return range(0, length - 1).map((i) => values[i] ?? 0);
}

/**
 * The highest peaks over noise, in no order. In two steps, of groups of four and of what is in the highest
 * groups: a runtime picks these many of some 1,000 in a fraction of the time that it takes for 5,000.
 */
function highestPeaks(
  graph: GraphBuilder,
  { blocks, ratio, mz }: Peaks,
  { parameters }: MarkerModel,
): HighestPeaks {
  const count = Math.min(parameters.line.peaks, blocks);
  const width = Math.max(count, Math.ceil(blocks / TOP_GROUP));
  const pads = graph.int64s([0, 0, 0, 0, 0, width * TOP_GROUP - blocks]);
  const padded = graph.node('Pad', [ratio, pads]);
  const parts = split(graph, padded, 2, TOP_GROUP, 'part');
  const top = (values: string, name: string): [string, string] => {
    const outputs: [string, string] = [`${name}_ratios`, `${name}_index`];
    graph.nodeOf({
      operator: 'TopK',
      domain: '',
      inputs: [values, graph.int64s([count])],
      outputs,
      attributes: { axis: int(2), largest: int(1), sorted: int(0) },
    });
    return outputs;
  };
  const [, group] = top(graph.node('Max', parts), 'groups');
  const starts = graph.int64s(
    parts.map((_, part) => part * width),
    [TOP_GROUP, 1],
  );
  const members = reshape(graph, graph.node('Add', [group, starts]), [-1, 1, TOP_GROUP * count]);
  const memberRatios = graph.node('GatherElements', [padded, members], { axis: int(2) });
  const [ratios, member] = top(memberRatios, 'highest');
  const block = graph.node('GatherElements', [members, member], { axis: int(2) });
  // What was added at the end is no peak, wherever it is said to be.
  const within = graph.node('Min', [block, graph.int64s([blocks - 1], [])]);
  return {
    logMz: graph.node('Log', [graph.node('GatherElements', [mz, within], { axis: int(2) })]),
    worth: graph.node('Exp', [logWorth(graph, ratios, parameters)]),
    count,
  };
}
