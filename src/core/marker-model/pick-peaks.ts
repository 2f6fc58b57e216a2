import type { BinAxis } from '../model-pack/types';
import type { GraphBuilder } from '../onnx/graph';
import {
  at,
  cast,
  clamp,
  columns,
  FLOAT,
  int,
  INT64,
  ints,
  padColumns,
  range,
  reshape,
} from './graph-ops';
import type { MarkerParameters } from './parameters';

/**
 * A peak is the largest of its +-3 bins (peaks of these spectra are 4 to 9 Da wide), so four
 * neighbouring bins hold one peak at most: a block of them is one candidate.
 */
export const PEAK_BLOCK = 4;
/** Peak blocks that share one estimate of the noise: 28 Da. */
const BLOCKS_PER_NOISE = 7;
/** Noise blocks on either side that the noise is averaged over: +-322 Da in all. */
const NOISE_REACH = 11;
/** Height over noise from which a peak counts as strong. */
const STRONG_PEAK = 5;
const TINY = 1e-12;

/** Names of values that describe the candidates, [N, blocks] each. */
export interface Peaks {
  readonly blocks: number;
  readonly mz: string;
  /** Height over noise; 0 where a block holds no peak. */
  readonly ratio: string;
  /** [N, 1] */
  readonly strongCount: string;
  /** [N, 1] */
  readonly meanNoise: string;
}

/** Finds the peaks of binned spectra: `input` is the name of [N, bins.count], bins of 1 Da. */
export function pickPeaks(graph: GraphBuilder, input: string, bins: BinAxis): Peaks {
  const noiseBlocks = Math.ceil(bins.count / (PEAK_BLOCK * BLOCKS_PER_NOISE));
  const blocks = noiseBlocks * BLOCKS_PER_NOISE;
  const filled = fillEmptyBins(graph, input, bins.count, blocks * PEAK_BLOCK);
  const noise = estimateNoise(graph, filled, noiseBlocks);

  const { height, bin, within } = highestOfBlocks(graph, filled, blocks);

  const padded = padColumns(graph, filled, 1, 1);
  const neighbour = (index: string): string =>
    graph.node('GatherElements', [padded, index], { axis: int(1) });
  const before = neighbour(bin);
  const after = neighbour(graph.node('Add', [bin, graph.int64s([2])]));

  const isPeak = cast(graph, testPeak(graph, { height, within, before, after, blocks }), FLOAT);
  // A product that repeats each noise: to divide rows of seven by one number each is slower.
  const repeated = graph.node('MatMul', [
    reshape(graph, noise, [-1, 1]),
    graph.floats(
      range(1, BLOCKS_PER_NOISE).map(() => 1),
      [1, BLOCKS_PER_NOISE],
    ),
  ]);
  const overNoise = graph.node('Div', [height, reshape(graph, repeated, [-1, blocks])]);
  const ratio = graph.node('Mul', [overNoise, isPeak]);
  const isStrong = cast(graph, graph.node('Greater', [ratio, graph.scalar(STRONG_PEAK)]), FLOAT);
  return {
    blocks,
    mz: refinePosition(graph, { bin, height, before, after }, bins),
    ratio,
    strongCount: graph.node('ReduceSum', [isStrong, graph.int64s([1])]),
    meanNoise: graph.node('ReduceMean', [noise, graph.int64s([1])]),
  };
}

/**
 * The largest bin of each block, its index in the row and its place within the block (float32); of
 * equal ones the first. By columns of the blocks and in arithmetic: a runtime reduces rows of four
 * one number at a time.
 */
function highestOfBlocks(
  graph: GraphBuilder,
  filled: string,
  blocks: number,
): { height: string; bin: string; within: string } {
  const places = range(0, PEAK_BLOCK - 1);
  const inPlace = places.map((place) =>
    graph.node('Slice', [
      filled,
      graph.int64s([place]),
      graph.int64s([blocks * PEAK_BLOCK]),
      graph.int64s([1]),
      graph.int64s([PEAK_BLOCK]),
    ]),
  );
  const height = graph.node('Max', inPlace);
  // A place whose bin is lower than the highest ranks far behind the last.
  const ranks = inPlace.map((value, place) => {
    const lower = graph.node('Mul', [graph.node('Sub', [height, value]), graph.scalar(1e30)]);
    return place === 0 ? lower : graph.node('Add', [lower, graph.scalar(place)]);
  });
  const within = graph.node('Min', ranks);
  const first = graph.int64s(range(0, blocks - 1).map((block) => block * PEAK_BLOCK));
  return { height, bin: graph.node('Add', [cast(graph, within, INT64), first]), within };
}

/**
 * Above 11 kDa the instrument's points lie more than 1 Da apart and leave bins empty: those get the
 * mean of their neighbours. The row is padded with zeros to `length`. Intensities are never negative
 * and never so small that they would not count as a bin's own.
 */
function fillEmptyBins(graph: GraphBuilder, input: string, count: number, length: number): string {
  // Shifted by padding and cut at the other end, which a runtime does faster than slicing.
  const center = padColumns(graph, input, 0, length - count);
  const before = padColumns(graph, input, 1, length - count - 1);
  const after = padColumns(graph, input, -1, length - count + 1);
  // One half where a bin is empty, 0 elsewhere: arithmetic on whole rows, where a choice is slow.
  const half = graph.node('Relu', [
    graph.node('Add', [graph.node('Mul', [center, graph.scalar(-1e30)]), graph.scalar(0.5)]),
  ]);
  const between = graph.node('Mul', [graph.node('Add', [before, after]), half]);
  return graph.node('Max', [center, between]);
}

/**
 * Local noise [N, noiseBlocks]: mean over +-322 Da, twice more with the values capped at 1.5 and
 * 2 times the last mean, so that peaks do not raise it.
 */
function estimateNoise(graph: GraphBuilder, filled: string, noiseBlocks: number): string {
  const blocked = reshape(graph, filled, [-1, noiseBlocks, PEAK_BLOCK * BLOCKS_PER_NOISE]);
  const smooth = (values: string): string => {
    const means = graph.node('ReduceMean', [values, graph.int64s([2])], { keepdims: int(0) });
    const pooled = graph.node('AveragePool', [reshape(graph, means, [-1, 1, noiseBlocks])], {
      kernel_shape: ints(2 * NOISE_REACH + 1),
      pads: ints(NOISE_REACH, NOISE_REACH),
      count_include_pad: int(0),
    });
    return reshape(graph, pooled, [-1, noiseBlocks]);
  };
  const capped = (level: string, times: number): string => {
    const cap = graph.node('Mul', [level, graph.scalar(times)]);
    return graph.node('Min', [blocked, reshape(graph, cap, [-1, noiseBlocks, 1])]);
  };
  const first = smooth(blocked);
  const second = smooth(capped(first, 1.5));
  const third = smooth(capped(second, 2));
  return graph.node('Max', [third, graph.scalar(TINY)]);
}

/**
 * Whether a block's largest bin is a peak: above zero, no lower than the bins beside it, and with no
 * higher block maximum within 3 bins. (Maxima of neighbouring blocks are that near when the left
 * one stands further right within its block than the right one does.)
 */
function testPeak(
  graph: GraphBuilder,
  block: { height: string; within: string; before: string; after: string; blocks: number },
): string {
  const { height, within, before, after, blocks } = block;
  const heights = padColumns(graph, height, 1, 1);
  const places = padColumns(graph, within, 1, 1);
  const higherNear = (offset: 0 | 2): string => {
    const higher = graph.node('Greater', [columns(graph, heights, offset, blocks), height]);
    const place = columns(graph, places, offset, blocks);
    const order = offset === 0 ? [within, place] : [place, within];
    return graph.node('And', [higher, graph.node('Less', order)]);
  };
  const highest = graph.node('GreaterOrEqual', [height, graph.node('Max', [before, after])]);
  const hidden = graph.node('Or', [higherNear(0), higherNear(2)]);
  const alone = graph.node('And', [highest, graph.node('Not', [hidden])]);
  return graph.node('And', [alone, graph.node('Greater', [height, graph.scalar(0)])]);
}

/** Vertex of the parabola through the largest bin and its two neighbours, as m/z. */
function refinePosition(
  graph: GraphBuilder,
  block: { bin: string; height: string; before: string; after: string },
  bins: BinAxis,
): string {
  const { bin, height, before, after } = block;
  const sides = graph.node('Add', [before, after]);
  const bend = graph.node('Sub', [sides, graph.node('Mul', [height, graph.scalar(2)])]);
  const lean = graph.node('Mul', [graph.node('Sub', [before, after]), graph.scalar(0.5)]);
  const vertex = graph.node('Div', [lean, graph.node('Min', [bend, graph.scalar(-TINY)])]);
  const offset = clamp(graph, vertex, -0.5, 0.5);
  const center = graph.node('Add', [
    cast(graph, bin, FLOAT),
    graph.scalar(bins.first + bins.width / 2),
  ]);
  return graph.node('Add', [center, offset]);
}

/**
 * Likelihood ratio of peaks by their height over noise, per density of chance peaks; 0 where the
 * ratio is 0 and no peak is: exp(g(log ratio)) / clutter, with g the line through the knots and
 * constant beyond them: a sum of one clipped ramp a segment, each a pass over whole rows.
 */
export function peakWorth(
  graph: GraphBuilder,
  ratio: string,
  parameters: MarkerParameters,
): string {
  const knots = parameters.intensityKnots.ratio.map(Math.log);
  const heights = parameters.intensityKnots.logRatio;
  const logRatio = graph.node('Log', [graph.node('Max', [ratio, graph.scalar(1e-3)])]);
  let constant = at(heights, 0) - Math.log(parameters.clutterPerPpm);
  const ramps = knots.slice(1).map((end, i) => {
    const start = at(knots, i);
    const slope = (at(heights, i + 1) - at(heights, i)) / (end - start);
    constant -= slope * start;
    const clipped = clamp(graph, logRatio, start, end);
    return graph.node('Mul', [clipped, graph.scalar(slope)]);
  });
  const sum = graph.node('Sum', ramps);
  const worth = graph.node('Exp', [graph.node('Add', [sum, graph.scalar(constant)])]);
  return graph.node('Mul', [worth, graph.node('Sign', [ratio])]);
}
