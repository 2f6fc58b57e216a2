import type { BinAxis } from '../model-pack/types';
import type { GraphBuilder } from '../onnx/graph';
import {
  clip,
  int,
  ints,
  MOST_WHOLE,
  ramp,
  range,
  reshape,
  STEEP,
  wholeNumbers,
} from './graph-ops';
import { bestShift, type LocusEvidence } from './locus-evidence';
import { logWorth } from './log-worth';
import type { MarkerParameters } from './parameters';
import { PEAK_BLOCK, type Peaks } from './pick-peaks';

/** Peak blocks looked at on either side of an ion: at least 16 Da, 1,100 ppm at 14.7 kDa. */
const REACH = 4;
/** Nothing below e^-80 counts; smaller numbers of float32 take a processor many times as long. */
const LEAST_LOG = -80;
const MOST_LOG = 80;

export interface ShiftedScore {
  /** [N, taxa] */
  readonly scores: string;
  /** Natural log, [N, loci, taxa]. */
  readonly loci: string;
  /** [N, ions and the filling one, 4]: log ratio, m/z found, height over noise, error in ppm. */
  readonly ions: string;
  /** [N, 1], ppm */
  readonly shift: string;
}

/** Scores exactly at a few shifts around the coarse one ([N, 1], ppm) and keeps the best of them. */
export function scoreNearShift(
  graph: GraphBuilder,
  peaks: Peaks,
  coarse: string,
  evidence: LocusEvidence,
  bins: BinAxis,
  parameters: MarkerParameters,
): ShiftedScore {
  const { coarseStepPpm, fineStepPpm } = parameters.shift;
  const steps = Math.round(coarseStepPpm / fineStepPpm);
  const near = range(-steps, steps).map((step) => step * fineStepPpm);
  const ions = evidence.expectedMz.length;
  const window = range(-REACH, REACH);
  const width = window.length;

  // [N, window, ions]: the long axis last, so that each step is a pass over whole rows.
  const index = candidateBlocks(graph, coarse, evidence.expectedMz, window, peaks, bins);
  const ofCandidates = (values: string): string =>
    graph.node('GatherElements', [values, index], { axis: int(2) });
  const mz = reshape(graph, ofCandidates(peaks.mz), [-1, width, ions]);
  const ratio = ofCandidates(peaks.ratio);
  const expected = graph.floats(evidence.expectedMz);
  const error = graph.node('Div', [
    graph.node('Sub', [mz, expected]),
    graph.floats(evidence.expectedMz.map((value) => value * 1e-6)),
  ]);

  // [N, shifts, window x ions]
  const shifts = graph.node('Add', [coarse, graph.floats(near)]);
  const match = matches(graph, {
    error: reshape(graph, error, [-1, 1, width * ions]),
    shifts: reshape(graph, shifts, [-1, near.length, 1]),
    logWorth: logWorth(graph, ratio, parameters),
    parameters,
  });
  const found = highestOfWindow(graph, match, width);
  const ratios = evidence.ratiosOf(found);
  const likelihood = evidence.likelihoodOf(ratios, near.length);

  // One-hot over the shifts: a product picks the best one's column of everything.
  const best = bestShift(graph, evidence.scoresOf(likelihood, near.length));
  const each = near.flatMap((_, i) => near.map((_, j) => (i === j ? 1 : 0)));
  const unit = graph.floats(each, [near.length, near.length]);
  const oneHot = reshape(graph, graph.node('Gather', [unit, best]), [-1, near.length]);
  const row = reshape(graph, oneHot, [-1, 1, near.length]);
  const column = reshape(graph, oneHot, [-1, 1, near.length, 1]);
  const atBest = graph.node('MatMul', [likelihood, column]);
  const loci = graph.node('Log', [reshape(graph, atBest, [-1, evidence.loci, evidence.taxa])]);
  const shift = graph.node('ReduceSum', [graph.node('Mul', [shifts, oneHot]), graph.int64s([1])]);
  return {
    scores: reshape(graph, graph.node('MatMul', [ones(graph, evidence.loci), loci]), [
      -1,
      evidence.taxa,
    ]),
    loci,
    ions: describeIons(graph, {
      ratio: graph.node('MatMul', [row, ratios]),
      match: reshape(graph, graph.node('MatMul', [row, match]), [-1, width, ions]),
      mz,
      height: reshape(graph, ratio, [-1, width, ions]),
      error,
      shift: reshape(graph, shift, [-1, 1, 1]),
    }),
    shift,
  };
}

/**
 * [1, count]: a product with it is a sum over rows, in an order that is the same for one spectrum and for
 * several. A reduction's is not.
 */
function ones(graph: GraphBuilder, count: number): string {
  return graph.floats(
    range(1, count).map(() => 1),
    [1, count],
  );
}

/** Indices of the peak blocks around each ion at the coarse shift: [N, 1, window x ions]. */
function candidateBlocks(
  graph: GraphBuilder,
  coarse: string,
  expectedMz: readonly number[],
  window: readonly number[],
  peaks: Peaks,
  bins: BinAxis,
): string {
  const stretch = graph.node('Add', [
    graph.node('Mul', [coarse, graph.scalar(1e-6)]),
    graph.scalar(1),
  ]);
  const moved = graph.node('Mul', [graph.floats(expectedMz), stretch]);
  const position = graph.node('Mul', [
    graph.node('Sub', [moved, graph.scalar(bins.first)]),
    graph.scalar(1 / (PEAK_BLOCK * bins.width)),
  ]);
  const block = reshape(graph, graph.node('Floor', [position]), [-1, 1, expectedMz.length]);
  // From the first block of the first window, which may lie before the row: no number is below zero.
  const ends = peaks.blocks - 1 + 2 * REACH;
  if (ends > MOST_WHOLE) throw new RangeError(`A row of ${peaks.blocks} blocks`);
  const fromFirst = graph.node('Add', [block, graph.scalar(REACH)]);
  const center = wholeNumbers(graph, clip(graph, fromFirst, 0, ends));
  const offsets = graph.int32s(
    window.map((offset) => offset - REACH),
    [window.length, 1],
  );
  const around = graph.node('Add', [center, offsets]);
  const within = graph.node('Clip', [
    around,
    graph.int32s([0], []),
    graph.int32s([peaks.blocks - 1], []),
  ]);
  return reshape(graph, within, [-1, 1, window.length * expectedMz.length]);
}

/**
 * Worth of each peak times the density of its mass error, [N, shifts, peaks], as a sum over the normals
 * of exp(log worth + log weight - (error - shift)^2 / 2 sigma^2).
 */
function matches(
  graph: GraphBuilder,
  of: { error: string; shifts: string; logWorth: string; parameters: MarkerParameters },
): string {
  const normals = of.parameters.massError;
  const residual = graph.node('Sub', [of.error, of.shifts]);
  const square = graph.node('Mul', [residual, residual]);
  const terms = normals.map(({ weight, sigmaPpm }) => {
    const height = Math.log(weight / (sigmaPpm * Math.sqrt(2 * Math.PI)));
    const start = graph.node('Add', [of.logWorth, graph.scalar(height)]);
    const fall = graph.node('Mul', [square, graph.scalar(-0.5 / sigmaPpm ** 2)]);
    const log = clip(graph, graph.node('Add', [start, fall]), LEAST_LOG, MOST_LOG);
    return graph.node('Exp', [log]);
  });
  return terms.length === 1 ? terms[0]! : graph.node('Sum', terms);
}

/** [N, shifts, window x ions] to [N, shifts, ions]. Maxima of whole rows, which a reduction is not. */
function highestOfWindow(graph: GraphBuilder, match: string, width: number): string {
  const places = range(1, width).map((place) => `window_${place}`);
  graph.nodeOf({
    operator: 'Split',
    domain: '',
    inputs: [match],
    outputs: places,
    attributes: { axis: int(2), num_outputs: int(width) },
  });
  return graph.node('Max', places);
}

/** The best peak of each ion; its marks are 0 where the ratio speaks against the ion. */
function describeIons(
  graph: GraphBuilder,
  found: {
    /** [N, 1, ions] */
    ratio: string;
    /** [N, window, ions] each */
    match: string;
    mz: string;
    height: string;
    error: string;
    /** [N, 1, 1], ppm */
    shift: string;
  },
): string {
  const which = graph.node('ArgMax', [found.match], { axis: int(1) });
  const pick = (values: string): string =>
    graph.node('GatherElements', [values, which], { axis: int(1) });
  const left = graph.node('Sub', [pick(found.error), found.shift]);
  const marks = graph.node('Concat', [pick(found.mz), pick(found.height), left], { axis: int(1) });
  const isFound = ramp(graph, found.ratio, STEEP, -STEEP);
  const rows = [graph.node('Log', [found.ratio]), graph.node('Mul', [marks, isFound])];
  return graph.node('Transpose', [graph.node('Concat', rows, { axis: int(1) })], {
    perm: ints(0, 2, 1),
  });
}
