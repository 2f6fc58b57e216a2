import type { BinAxis } from '../model-pack/types';
import type { GraphBuilder } from '../onnx/graph';
import { at, cast, columns, FLOAT, int, ints, padColumns, reshape } from './graph-ops';
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
  /** Likelihood ratio of a peak of this height, per density of chance peaks; 0 where none is. */
  readonly worth: string;
  /** [N, 1] */
  readonly strongCount: string;
  /** [N, 1] */
  readonly meanNoise: string;
}

/** Finds the peaks of binned spectra: `input` is the name of [N, bins.count], bins of 1 Da. */
export function pickPeaks(
  graph: GraphBuilder,
  input: string,
  bins: BinAxis,
  parameters: MarkerParameters,
): Peaks {
  const noiseBlocks = Math.ceil(bins.count / (PEAK_BLOCK * BLOCKS_PER_NOISE));
  const blocks = noiseBlocks * BLOCKS_PER_NOISE;
  const filled = fillEmptyBins(graph, input, bins.count, blocks * PEAK_BLOCK);
  const noise = estimateNoise(graph, filled, noiseBlocks);

  const byBlock = reshape(graph, filled, [-1, blocks, PEAK_BLOCK]);
  const height = graph.node('ReduceMax', [byBlock, graph.int64s([2])], { keepdims: int(0) });
  const within = graph.node('ArgMax', [byBlock], { axis: int(2), keepdims: int(0) });
  const first = graph.int64s(Array.from({ length: blocks }, (_, i) => i * PEAK_BLOCK));
  const bin = graph.node('Add', [within, first]);

  const padded = padColumns(graph, filled, 1, 1);
  const neighbour = (index: string): string =>
    graph.node('GatherElements', [padded, index], { axis: int(1) });
  const before = neighbour(bin);
  const after = neighbour(graph.node('Add', [bin, graph.int64s([2])]));

  const isPeak = cast(graph, testPeak(graph, { height, within, before, after, blocks }), FLOAT);
  const overNoise = graph.node('Div', [
    reshape(graph, height, [-1, noiseBlocks, BLOCKS_PER_NOISE]),
    noise,
  ]);
  const ratio = graph.node('Mul', [reshape(graph, overNoise, [-1, blocks]), isPeak]);
  const isStrong = cast(graph, graph.node('Greater', [ratio, graph.scalar(STRONG_PEAK)]), FLOAT);
  return {
    blocks,
    mz: refinePosition(graph, { bin, height, before, after }, bins),
    ratio,
    worth: graph.node('Mul', [peakWorth(graph, ratio, parameters), isPeak]),
    strongCount: graph.node('ReduceSum', [isStrong, graph.int64s([1])]),
    meanNoise: graph.node('ReduceMean', [
      reshape(graph, noise, [-1, noiseBlocks]),
      graph.int64s([1]),
    ]),
  };
}

/**
 * Above 11 kDa the instrument's points lie more than 1 Da apart and leave bins empty: those get the
 * mean of their neighbours. The row is padded with zeros to `length`. Intensities are never negative,
 * so 1 - sign is 1 in empty bins and 0 elsewhere.
 */
function fillEmptyBins(graph: GraphBuilder, input: string, count: number, length: number): string {
  const padded = padColumns(graph, input, 1, length - count + 1);
  const center = columns(graph, padded, 1, length);
  const between = graph.node('Mul', [
    graph.node('Add', [columns(graph, padded, 0, length), columns(graph, padded, 2, length)]),
    graph.scalar(0.5),
  ]);
  const isEmpty = graph.node('Sub', [graph.scalar(1), graph.node('Sign', [center])]);
  return graph.node('Add', [center, graph.node('Mul', [between, isEmpty])]);
}

/**
 * Local noise [N, noiseBlocks, 1]: mean over +-322 Da, twice more with the values capped at 1.5 and
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
    return reshape(graph, pooled, [-1, noiseBlocks, 1]);
  };
  const capped = (level: string, times: number): string =>
    graph.node('Min', [blocked, graph.node('Mul', [level, graph.scalar(times)])]);
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
  const { height, before, after, blocks } = block;
  const within = cast(graph, block.within, FLOAT);
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
  const offset = graph.node('Clip', [vertex, graph.scalar(-0.5), graph.scalar(0.5)]);
  const center = graph.node('Add', [
    cast(graph, bin, FLOAT),
    graph.scalar(bins.first + bins.width / 2),
  ]);
  return graph.node('Add', [center, offset]);
}

/**
 * exp(g(log ratio)) / clutter, with g the line through the knots and constant beyond them: a sum
 * of one clipped ramp a segment, each a pass over whole rows.
 */
function peakWorth(graph: GraphBuilder, ratio: string, parameters: MarkerParameters): string {
  const knots = parameters.intensityKnots.ratio.map(Math.log);
  const heights = parameters.intensityKnots.logRatio;
  const logRatio = graph.node('Log', [graph.node('Max', [ratio, graph.scalar(1e-3)])]);
  let constant = at(heights, 0) - Math.log(parameters.clutterPerPpm);
  const ramps = knots.slice(1).map((end, i) => {
    const start = at(knots, i);
    const slope = (at(heights, i + 1) - at(heights, i)) / (end - start);
    constant -= slope * start;
    const clipped = graph.node('Clip', [logRatio, graph.scalar(start), graph.scalar(end)]);
    return graph.node('Mul', [clipped, graph.scalar(slope)]);
  });
  const sum = graph.node('Sum', ramps);
  return graph.node('Exp', [graph.node('Add', [sum, graph.scalar(constant)])]);
}
