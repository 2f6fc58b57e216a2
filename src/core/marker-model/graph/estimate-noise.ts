import type { GraphBuilder } from '../../onnx/graph';
import { int, ints, reshape } from './graph-ops';

/** Bins that share one estimate of the noise. */
export const NOISE_BLOCK = 28;
/** Noise blocks on either side over which the noise is averaged: +-322 Da in all. */
const REACH = 11;
/** The values are capped at this many times the last mean, so that peaks do not raise it. */
const CAPS = [1.5, 2];
const TINY = 1e-12;

/**
 * Estimates the local noise: the mean over +-322 Da, recomputed twice with the values capped at 1.5 and 2
 * times the last mean.
 *
 * @param filled name of [N, 1, blocks x 28], bins of 1 Da
 * @returns name of [N, 1, blocks]
 */
export function estimateNoise(graph: GraphBuilder, filled: string, blocks: number): string {
  // With the blocks as the last axis, sums and caps are passes over whole rows.
  const values = graph.node('Transpose', [reshape(graph, filled, [-1, blocks, NOISE_BLOCK])], {
    perm: ints(0, 2, 1),
  });
  const smooth = (kept: string): string =>
    graph.node('AveragePool', [graph.node('ReduceMean', [kept, graph.int64s([1])])], {
      kernel_shape: ints(2 * REACH + 1),
      pads: ints(REACH, REACH),
      count_include_pad: int(0),
    });
  let level = smooth(values);
  for (const times of CAPS) {
    const cap = graph.node('Mul', [level, graph.scalar(times)]);
    level = smooth(graph.node('Min', [values, cap]));
  }
  return graph.node('Max', [level, graph.scalar(TINY)]);
}
