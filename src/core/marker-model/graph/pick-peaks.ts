import type { BinAxis } from '../../model-pack/types';
import type { GraphBuilder } from '../../onnx/graph';
import { estimateNoise, NOISE_BLOCK } from './estimate-noise';
import { at, int, ints, padColumns, ramp, range, reshape, STEEP } from './graph-ops';

/**
 * Bins in a block, which is one candidate. A peak is the largest of its +-3 bins (peaks of these spectra
 * are 4 to 9 Da wide), so four neighbouring bins hold one peak at most.
 */
export const PEAK_BLOCK = 4;
const BLOCKS_PER_NOISE = NOISE_BLOCK / PEAK_BLOCK;
/** Least height over noise of a strong peak. */
const STRONG_PEAK = 5;
const TINY = 1e-12;

/** Names of the values that describe the candidates, [N, 1, blocks] each. */
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

/**
 * Finds the peaks of binned spectra.
 *
 * @param input name of [N, bins.count], bins of 1 Da
 */
export function pickPeaks(graph: GraphBuilder, input: string, bins: BinAxis): Peaks {
  // At least one empty bin follows the last.
  const noiseBlocks = Math.ceil((bins.count + 1) / NOISE_BLOCK);
  const blocks = noiseBlocks * BLOCKS_PER_NOISE;
  const filled = fillEmptyBins(graph, input, bins.count, blocks * PEAK_BLOCK);
  const noise = estimateNoise(graph, filled, noiseBlocks);
  const { height, within, before, after } = highestOfBlocks(graph, filled, blocks);

  // The bin before the largest bin of each block.
  const starts = graph.node('Range', [
    graph.scalar(-1),
    graph.scalar(blocks * PEAK_BLOCK - 1),
    graph.scalar(PEAK_BLOCK),
  ]);
  const binBefore = graph.node('Add', [within, starts]);

  // The product repeats each noise value, which is faster than dividing rows of seven by one number each.
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

/** Describes each block, [N, 1, blocks] each. */
interface Highest {
  /** The height of its largest bin; of equal ones, the first. */
  readonly height: string;
  /** The position of that bin within the block, float32. */
  readonly within: string;
  /** The heights of the bins beside it. */
  readonly before: string;
  readonly after: string;
}

/**
 * Finds the largest bin of each block and the bins beside it. It works on columns of the blocks and uses
 * only arithmetic, since a runtime reduces rows of four, and looks up numbers, one number at a time.
 */
function highestOfBlocks(graph: GraphBuilder, filled: string, blocks: number): Highest {
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
  // 1 for each place up to which all bins are lower than the highest; the sum is the place of the highest.
  const passed: string[] = [];
  for (const value of inPlace.slice(0, -1)) {
    const isLower = ramp(graph, graph.node('Sub', [height, value]), STEEP, 0);
    const last = passed.at(-1);
    passed.push(last === undefined ? isLower : graph.node('Mul', [last, isLower]));
  }
  // 1 for the place of the highest bin, so that a product selects the value at that place.
  const isHere = places.map((place) => {
    const past = passed[place];
    if (place === 0) return ramp(graph, at(passed, 0), -1, 1);
    const reached = at(passed, place - 1);
    return past === undefined ? reached : graph.node('Sub', [reached, past]);
  });
  const pick = (values: readonly string[]): string =>
    graph.node(
      'Sum',
      values.map((value, place) => graph.node('Mul', [value, at(isHere, place)])),
    );
  const first = at(inPlace, 0);
  const final = at(inPlace, PEAK_BLOCK - 1);
  return {
    height,
    within: graph.node('Sum', passed),
    before: pick([padColumns(graph, final, 1, -1), ...inPlace.slice(0, -1)]),
    after: pick([...inPlace.slice(1), padColumns(graph, first, -1, 1)]),
  };
}

/**
 * Fills empty bins with the mean of their neighbours. Above 11 kDa the instrument's points lie more than 1
 * Da apart and leave bins empty. Pads the row with zeros to `length`. Intensities are assumed not to be
 * negative, nor so small that a bin would count as empty.
 *
 * @returns name of [N, 1, length]
 */
function fillEmptyBins(graph: GraphBuilder, input: string, count: number, length: number): string {
  const rows = reshape(graph, input, [-1, 1, count]);
  const center = padColumns(graph, rows, 0, length - count);
  // The mean of the neighbours, or a number far below zero where the bin itself is not empty.
  const between = graph.node('Conv', [rows, graph.floats([0.5, -STEEP, 0.5], [1, 1, 3])], {
    kernel_shape: ints(3),
    pads: ints(1, length - count + 1),
  });
  return graph.node('Max', [center, between]);
}

/**
 * Marks with 1 each block whose largest bin is a peak, and the others with 0. A peak is no lower than the
 * bins beside it, and has no higher block maximum within 3 bins. (Maxima of neighbouring blocks are that
 * near when the left one lies further right within its block than the right one does.)
 */
function testPeak(graph: GraphBuilder, { height, within, before, after }: Highest): string {
  const next = (values: string): string => padColumns(graph, values, -1, 1);
  const isAbove = (a: string, b: string): string =>
    ramp(graph, graph.node('Sub', [a, b]), STEEP, 0);
  const isNear = isAbove(within, next(within));
  const nextHeight = next(height);
  const hidesNext = graph.node('Mul', [isNear, isAbove(height, nextHeight)]);
  const hiddenByNext = graph.node('Mul', [isNear, isAbove(nextHeight, height)]);
  const hiddenByLast = padColumns(graph, hidesNext, 1, -1);
  const isLower = isAbove(graph.node('Max', [before, after]), height);
  return ramp(graph, graph.node('Sum', [hiddenByNext, hiddenByLast, isLower]), -1, 1);
}

/** Computes the m/z of the vertex of the parabola through the largest bin and its two neighbours. */
function refinePosition(
  graph: GraphBuilder,
  block: Omit<Highest, 'within'> & { readonly binBefore: string },
  bins: BinAxis,
): string {
  const { height, binBefore, before, after } = block;
  const sides = graph.node('Add', [before, after]);
  const bend = graph.node('Sub', [sides, graph.node('Add', [height, height])]);
  const lean = graph.node('Sub', [before, after]);
  const vertex = graph.node('Div', [lean, graph.node('Min', [bend, graph.scalar(-TINY)])]);
  // The vertex is half of this value from the bin's centre, and at most half a bin in either direction.
  const inBin = ramp(graph, vertex, 0.5, 0.5);
  const lowerEnd = graph.node('Add', [binBefore, graph.scalar(bins.first + bins.width)]);
  return graph.node('Add', [lowerEnd, inBin]);
}
