import type { GraphBuilder } from '../../onnx/graph';
import { clip, int, reshape, shapeLike, slice, wholeNumbers } from './graph-ops';
import { type LocusEvidence, multiplyLoci } from './locus-evidence';
import type { MarkerModel } from '../marker-model';
import { massErrorAt } from '../mass-line';
import type { Peaks } from './pick-peaks';
import { makeSearchAxis, type SearchAxis } from './search-axis';
import {
  arrangePairs,
  detectionsOf,
  filledUp,
  padded,
  scorePairs,
  TaxonTables,
} from './search-pairs';
import { coarseLines, fineSteps, groupLoci, tiltArm, tiltLogPrior } from '../search-tables';

/** A spectrum's mass error, names of [N, 1] each. */
export interface FoundLine {
  /** ppm at 6,500 m/z */
  readonly shift: string;
  /** ppm per kDa */
  readonly tilt: string;
}

/** A line, and the taxon that it was searched for: name of its index, [N]. */
export interface FoundFit extends FoundLine {
  readonly taxon: string;
}

/**
 * Finds the line of a spectrum's mass error. The highest peaks are scattered, each with the mass error's
 * density around it, onto a logarithmic m/z axis on which every shift is a whole number of cells, so an ion
 * is searched by one look-up. First all lines are tried for whole groups of taxa; then steps around the
 * best line are tried for the taxon that fits best there. `plain/search.ts` is the same method in plain
 * code.
 */
export function searchLine(
  graph: GraphBuilder,
  peaks: Peaks,
  evidence: LocusEvidence,
  model: MarkerModel,
): FoundFit {
  const axis = makeSearchAxis(graph, peaks, model);
  const best = tryAllLines(graph, axis, model);
  const taxon = bestTaxonAt(graph, best, axis, evidence, model);
  return { ...tryStepsAround(graph, best, taxon, axis, model), taxon };
}

/** Finds the line with the best score of any group: [N, 1] each. */
function tryAllLines(graph: GraphBuilder, axis: SearchAxis, model: MarkerModel): FoundLine {
  const lines = coarseLines(model);
  const loci = filledUp(groupLoci(model), model.parameters.line.logRatioCap);
  const places = Math.max(...loci.map(({ alleles }) => alleles.length));
  const pairs = arrangePairs(loci, places);
  const tilts = [...new Set(lines.map(({ tilt }) => tilt))];
  const shifts = [...new Set(lines.map(({ shift }) => shift))];
  // [charge, loci, places, tilts, shifts]: the lines come last, so that each step is a pass over whole
  // rows. A shift is a whole number of cells.
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

/** Finds the index of the taxon with the best score at a line, [N]. */
function bestTaxonAt(
  graph: GraphBuilder,
  { shift, tilt }: FoundLine,
  axis: SearchAxis,
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

/** Finds the best of the lines in steps around a given one, for the ions of one taxon. */
function tryStepsAround(
  graph: GraphBuilder,
  { shift, tilt }: FoundLine,
  taxon: string,
  axis: SearchAxis,
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

/** Computes `tiltLogPrior` of tilts [N, tilts], as [N, tilts, 1]. */
function priorOf(graph: GraphBuilder, tilts: string, count: number, sigma: number): string {
  const square = graph.node('Mul', [tilts, tilts]);
  const log = graph.node('Mul', [square, graph.scalar(tiltLogPrior(1, sigma))]);
  return reshape(graph, log, [-1, count, 1]);
}

/**
 * Finds the index of the sensitivity at which the most frequent alleles of the best taxon are most likely,
 * [N, 1].
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
