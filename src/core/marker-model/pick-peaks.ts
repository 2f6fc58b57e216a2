import type { BinAxis } from '../model-pack/types';
import type { GraphBuilder } from '../onnx/graph';
import { estimateNoise, NOISE_BLOCK } from './estimate-noise';
import {
  cast,
  FLOAT,
  int,
  INT32,
  ints,
  padColumns,
  ramp,
  range,
  reshape,
  STEEP,
} from './graph-ops';

/**
 * A peak is the largest of its +-3 bins (peaks of these spectra are 4 to 9 Da wide), so four
 * neighbouring bins hold one peak at most: a block of them is one candidate.
 */
export const PEAK_BLOCK = 4;
const BLOCKS_PER_NOISE = NOISE_BLOCK / PEAK_BLOCK;
/** Height over noise from which a peak counts as strong. */
const STRONG_PEAK = 5;
const TINY = 1e-12;

/** Names of values that describe the candidates, [N, 1, blocks] each. */
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
  // With one empty bin at least after the last.
  const noiseBlocks = Math.ceil((bins.count + 1) / NOISE_BLOCK);
  const blocks = noiseBlocks * BLOCKS_PER_NOISE;
  const filled = fillEmptyBins(graph, input, bins.count, blocks * PEAK_BLOCK);
  const noise = estimateNoise(graph, filled, noiseBlocks);
  const { height, within } = highestOfBlocks(graph, filled, blocks);

  // The bin before each block's largest. The row ends in zeros, and what comes before its first bin is,
  // to the look-up, its last.
  const starts = graph.node('Range', [
    graph.scalar(-1),
    graph.scalar(blocks * PEAK_BLOCK - 1),
    graph.scalar(PEAK_BLOCK),
  ]);
  const binBefore = graph.node('Add', [within, starts]);
  const index = cast(graph, binBefore, INT32);
  const lookUp = (bin: string): string =>
    graph.node('GatherElements', [filled, bin], { axis: int(2) });
  const before = lookUp(index);
  const after = lookUp(graph.node('Add', [index, graph.int32s([2])]));

  // A product that repeats each noise: to divide rows of seven by one number each is slower.
  const repeated = graph.node('MatMul', [
    reshape(graph, noise, [-1, 1]),
    graph.floats(
      range(1, BLOCKS_PER_NOISE).map(() => 1),
      [1, BLOCKS_PER_NOISE],
    ),
  ]);
  const overNoise = graph.node('Div', [height, reshape(graph, repeated, [-1, 1, blocks])]);
  const isPeak = testPeak(graph, { height, within, before, after });
  const ratio = graph.node('Mul', [overNoise, isPeak]);
  const isStrong = ramp(graph, ratio, STEEP, -STRONG_PEAK * STEEP);
  return {
    blocks,
    mz: refinePosition(graph, { height, binBefore, before, after }, bins),
    ratio,
    strongCount: graph.node('ReduceSum', [isStrong, graph.int64s([2])], { keepdims: int(0) }),
    meanNoise: graph.node('ReduceMean', [noise, graph.int64s([2])], { keepdims: int(0) }),
  };
}

/**
 * The largest bin of each block and its place within the block (float32); of equal ones the first. By
 * columns of the blocks and in arithmetic: a runtime reduces rows of four one number at a time.
 */
function highestOfBlocks(
  graph: GraphBuilder,
  filled: string,
  blocks: number,
): { height: string; within: string } {
  const places = range(0, PEAK_BLOCK - 1);
  const columns = graph.node('Transpose', [reshape(graph, filled, [-1, blocks, PEAK_BLOCK])], {
    perm: ints(0, 2, 1),
  });
  const inPlace = places.map((place) => `place_${place}`);
  graph.nodeOf({
    operator: 'Split',
    domain: '',
    inputs: [columns],
    outputs: inPlace,
    attributes: { axis: int(1), num_outputs: int(PEAK_BLOCK) },
  });
  const height = graph.node('Max', inPlace);
  // 1 for each place up to which all bins are lower than the highest; their sum is its place.
  let passed: string | null = null;
  let within: string | null = null;
  for (const value of inPlace.slice(0, -1)) {
    const isLower = ramp(graph, graph.node('Sub', [height, value]), STEEP, 0);
    passed = passed === null ? isLower : graph.node('Mul', [passed, isLower]);
    within = within === null ? passed : graph.node('Add', [within, passed]);
  }
  return { height, within: within! };
}

/**
 * Above 11 kDa the instrument's points lie more than 1 Da apart and leave bins empty: those get the
 * mean of their neighbours. The row is padded with zeros to `length`. Intensities are never negative
 * and never so small that they would not count as a bin's own. Gives [N, 1, length].
 */
function fillEmptyBins(graph: GraphBuilder, input: string, count: number, length: number): string {
  const rows = reshape(graph, input, [-1, 1, count]);
  const center = padColumns(graph, rows, 0, length - count);
  // The mean of the neighbours, and far below zero where a bin has something of its own.
  const between = graph.node('Conv', [rows, graph.floats([0.5, -STEEP, 0.5], [1, 1, 3])], {
    kernel_shape: ints(3),
    pads: ints(1, length - count + 1),
  });
  return graph.node('Max', [center, between]);
}

/**
 * 1 where a block's largest bin is a peak, else 0: no lower than the bins beside it, and with no
 * higher block maximum within 3 bins. (Maxima of neighbouring blocks are that near when the left
 * one stands further right within its block than the right one does.)
 */
function testPeak(
  graph: GraphBuilder,
  block: { height: string; within: string; before: string; after: string },
): string {
  const { height, within, before, after } = block;
  const next = (values: string): string => padColumns(graph, values, -1, 1);
  const isNear = graph.node('Greater', [within, next(within)]);
  const nextHeight = next(height);
  const hidesNext = graph.node('And', [isNear, graph.node('Greater', [height, nextHeight])]);
  const hiddenByNext = graph.node('And', [isNear, graph.node('Less', [height, nextHeight])]);
  const hiddenByLast = padColumns(graph, hidesNext, 1, -1);
  const isLower = graph.node('Less', [height, graph.node('Max', [before, after])]);
  const hidden = graph.node('Or', [hiddenByNext, hiddenByLast]);
  const isPeak = graph.node('Not', [graph.node('Or', [hidden, isLower])]);
  return cast(graph, isPeak, FLOAT);
}

/** Vertex of the parabola through the largest bin and its two neighbours, as m/z. */
function refinePosition(
  graph: GraphBuilder,
  block: { height: string; binBefore: string; before: string; after: string },
  bins: BinAxis,
): string {
  const { height, binBefore, before, after } = block;
  const sides = graph.node('Add', [before, after]);
  const bend = graph.node('Sub', [sides, graph.node('Add', [height, height])]);
  const lean = graph.node('Sub', [before, after]);
  const vertex = graph.node('Div', [lean, graph.node('Min', [bend, graph.scalar(-TINY)])]);
  // Half of it, at most half a bin either way, from the bin's lower end.
  const inBin = ramp(graph, vertex, 0.5, 0.5);
  const lowerEnd = graph.node('Add', [binBefore, graph.scalar(bins.first + bins.width)]);
  return graph.node('Add', [lowerEnd, inBin]);
}
