import type { BinAxis } from '../../model-pack/types';
import type { GraphBuilder } from '../../onnx/graph';
import { clip, int, ints, ramp, range, reshape, slice, STEEP, wholeNumbers } from './graph-ops';
import type { LocusEvidence } from './locus-evidence';
import { logWorth } from './log-worth';
import type { MarkerModel } from '../marker-model';
import type { MarkerParameters } from '../parameters';
import { PEAK_BLOCK, type Peaks } from './pick-peaks';
import { bestSensitivity, type FoundFit } from './search-line';
import { tiltArm } from '../search-tables';

/**
 * Least distance from an ion within which peaks are considered, ppm: the mass error's density is negligible
 * beyond.
 */
const REACH_PPM = 1000;
/**
 * Logarithms are limited from below, since e^-80 is negligible and processors are many times slower with
 * smaller float32 numbers.
 */
const LEAST_LOG = -80;
const MOST_LOG = 80;

export interface LineScore {
  /** Natural logarithm, [N, loci, taxa], before naming loci are set to 0. */
  readonly loci: string;
  /** [N, ions, 4]: log ratio, m/z found, height over noise, error in ppm after the line. */
  readonly ions: string;
  /** [N, 1] */
  readonly sensitivity: string;
}

/**
 * Computes the exact score at a line, with the sensitivity that fits best for the taxon that the line was
 * found for.
 */
export function scoreLine(
  graph: GraphBuilder,
  peaks: Peaks,
  line: FoundFit,
  evidence: LocusEvidence,
  bins: BinAxis,
  model: MarkerModel,
): LineScore {
  const { ions, parameters } = model;
  const count = ions.length;
  const mzs = ions.map(({ expectedMz }) => expectedMz);
  // [N, 1, ions], ppm
  const expectedError = reshape(
    graph,
    graph.node('Add', [graph.node('Mul', [line.tilt, graph.floats(mzs.map(tiltArm))]), line.shift]),
    [-1, 1, count],
  );

  const window = windowOf(mzs, bins);
  const ofWindow = (values: readonly number[]): number[] =>
    window.flatMap(({ reached }) => values.slice(0, reached));
  // [N, 1, candidates]: for each offset in turn, the blocks of the ions that reach it. This makes few, long
  // rows.
  const index = candidateBlocks(graph, expectedError, mzs, window, peaks, bins);
  const ofCandidates = (values: string): string =>
    graph.node('GatherElements', [values, index], { axis: int(2) });
  const mz = ofCandidates(peaks.mz);
  const height = ofCandidates(peaks.ratio);
  const error = graph.node('Sub', [
    graph.node('Sub', [
      graph.node('Mul', [mz, graph.floats(ofWindow(mzs.map((value) => 1e6 / value)))]),
      graph.scalar(1e6),
    ]),
    repeatForWindow(graph, expectedError, window),
  ]);
  const flat = matches(graph, error, logWorth(graph, height, parameters), parameters);
  const match = splitWindow(graph, flat, window, count);
  const found = graph.node('Max', match);

  const which = bestSensitivity(graph, found, line.taxon, model);
  const factors = parameters.sensitivity.steps.map(({ factor }) => factor);
  const sensitivity = graph.node('Gather', [graph.floats(factors), which]);
  const rests = graph.floats(
    factors.flatMap((factor) => evidence.restOf(factor)),
    [factors.length, model.loci.length, model.taxa.length],
  );
  const rest = graph.node('Gather', [rests, graph.node('Squeeze', [which, graph.int64s([1])])]);
  const ratios = evidence.ratiosOf(found, reshape(graph, sensitivity, [-1, 1, 1]));
  const ratio = slice(graph, ratios, 2, 0, count);
  return {
    loci: graph.node('Log', [evidence.likelihoodOf(ratios, rest)]),
    ions: describeIons(graph, { ratio, match, mz, height, error }, window, count),
    sensitivity,
  };
}

/** One offset from the ions, in peak blocks; only the heaviest `reached` ions are searched that far. */
interface WindowPlace {
  readonly offset: number;
  readonly reached: number;
}

/**
 * Lists the offsets at which ions are searched.
 *
 * @param mzs falling, so that the ions that reach an offset are the first ones
 */
function windowOf(mzs: readonly number[], { width }: BinAxis): readonly WindowPlace[] {
  const reaches = mzs.map((mz) => Math.ceil((mz * REACH_PPM * 1e-6) / (PEAK_BLOCK * width)));
  const most = Math.max(...reaches);
  return range(-most, most).map((offset) => ({
    offset,
    reached: reaches.filter((reach) => reach >= Math.abs(offset)).length,
  }));
}

/** Repeats [N, 1, ions] for each offset, as [N, 1, candidates]. */
function repeatForWindow(
  graph: GraphBuilder,
  values: string,
  window: readonly WindowPlace[],
): string {
  const parts = window.map(({ reached }) => slice(graph, values, 2, 0, reached));
  return graph.node('Concat', parts, { axis: int(2) });
}

/**
 * Splits [N, 1, candidates] into a row of all ions for each offset, with 0 where an ion does not reach it.
 */
function splitWindow(
  graph: GraphBuilder,
  values: string,
  window: readonly WindowPlace[],
  ions: number,
): string[] {
  let from = 0;
  return window.map(({ reached }) => {
    const row = slice(graph, values, 2, from, from + reached);
    from += reached;
    if (reached === ions) return row;
    return graph.node('Pad', [row, graph.int64s([0, 0, 0, 0, 0, ions - reached])]);
  });
}

/** Computes the indices of the peak blocks around each ion at the line: [N, 1, candidates]. */
function candidateBlocks(
  graph: GraphBuilder,
  expectedError: string,
  expectedMz: readonly number[],
  window: readonly WindowPlace[],
  peaks: Peaks,
  bins: BinAxis,
): string {
  const perBlock = 1 / (PEAK_BLOCK * bins.width);
  const moved = graph.node('Mul', [
    expectedError,
    graph.floats(expectedMz.map((mz) => mz * 1e-6 * perBlock)),
  ]);
  const position = graph.node('Add', [
    moved,
    graph.floats(expectedMz.map((mz) => (mz - bins.first) * perBlock)),
  ]);
  // Counted from the first block of the first window, which may lie before the row, so no number is
  // negative.
  const reach = Math.max(...window.map(({ offset }) => offset));
  const ends = peaks.blocks - 1 + 2 * reach;
  const fromFirst = graph.node('Add', [graph.node('Floor', [position]), graph.scalar(reach)]);
  const center = wholeNumbers(graph, clip(graph, fromFirst, 0, ends), ends);
  const offsets = window.flatMap(({ offset, reached }) =>
    range(1, reached).map(() => offset - reach),
  );
  const around = graph.node('Add', [
    repeatForWindow(graph, center, window),
    graph.int32s(offsets, [1, 1, offsets.length]),
  ]);
  return graph.node('Clip', [around, graph.int32s([0], []), graph.int32s([peaks.blocks - 1], [])]);
}

/**
 * Computes the worth of each peak times the density of its mass error, [N, 1, candidates], as a sum over
 * the normals of exp(log worth + log weight - error^2 / 2 sigma^2).
 */
function matches(
  graph: GraphBuilder,
  error: string,
  worth: string,
  { massError }: MarkerParameters,
): string {
  const square = graph.node('Mul', [error, error]);
  const terms = massError.map(({ weight, sigmaPpm }) => {
    const height = Math.log(weight / (sigmaPpm * Math.sqrt(2 * Math.PI)));
    const start = graph.node('Add', [worth, graph.scalar(height)]);
    const fall = graph.node('Mul', [square, graph.scalar(-0.5 / sigmaPpm ** 2)]);
    const log = clip(graph, graph.node('Add', [start, fall]), LEAST_LOG, MOST_LOG);
    return graph.node('Exp', [log]);
  });
  return terms.length === 1 ? terms[0]! : graph.node('Sum', terms);
}

/** Describes the best peak of each ion, with zeros where the ratio is evidence against the ion. */
function describeIons(
  graph: GraphBuilder,
  found: {
    /** [N, 1, ions] */
    ratio: string;
    /** [N, 1, ions] for each offset */
    match: readonly string[];
    /** [N, 1, candidates] each */
    mz: string;
    height: string;
    error: string;
  },
  window: readonly WindowPlace[],
  ions: number,
): string {
  const places = graph.node('Concat', found.match, { axis: int(1) });
  const which = graph.node('ArgMax', [places], { axis: int(1) });
  let from = 0;
  const starts = window.map(({ reached }) => (from += reached) - reached);
  const candidate = graph.node('Add', [
    graph.node('Gather', [graph.int64s(starts), which]),
    graph.int64s(range(0, ions - 1)),
  ]);
  // Where nothing was found, the first offset is taken, which the ion may not reach.
  const within = graph.node('Min', [candidate, graph.int64s([from - 1], [])]);
  const pick = (values: string): string =>
    graph.node('GatherElements', [values, within], { axis: int(2) });
  const values = [pick(found.mz), pick(found.height), pick(found.error)];
  const marks = graph.node('Concat', values, { axis: int(1) });
  const isFound = ramp(graph, found.ratio, STEEP, -STEEP);
  const rows = [graph.node('Log', [found.ratio]), graph.node('Mul', [marks, isFound])];
  return graph.node('Transpose', [graph.node('Concat', rows, { axis: int(1) })], {
    perm: ints(0, 2, 1),
  });
}
