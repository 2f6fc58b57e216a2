import type { GraphBuilder } from '../../onnx/graph';
import { at, clip } from './graph-ops';
import type { MarkerParameters } from '../parameters';

/** Logarithms below this do not belong to a peak. */
const NO_PEAK = -40;
/** The worth of no peak: negligible, but far from where a float32 loses digits. */
const WORTHLESS = -200;

/**
 * Computes the logarithm of the likelihood ratio of peaks by their height over noise, per density of chance
 * peaks: g(log ratio) - log(clutter), where g is the line through the knots, constant beyond them. g is
 * computed as a sum of one clipped ramp per segment: all ramps at once, and a product that adds them up.
 *
 * @param ratio name of [N, 1, peaks]; 0 where there is no peak
 * @returns name of [N, 1, peaks]; about -200 where there is no peak
 */
export function logWorth(graph: GraphBuilder, ratio: string, parameters: MarkerParameters): string {
  const knots = parameters.intensityKnots.ratio.map(Math.log);
  const heights = parameters.intensityKnots.logRatio;
  const ramps = knots.slice(1).map((end, i) => {
    const start = at(knots, i);
    const slope = 1 / (end - start);
    return { slope, offset: -start * slope, rise: at(heights, i + 1) - at(heights, i) };
  });
  ramps.push({ slope: -1, offset: NO_PEAK, rise: WORTHLESS });
  const column = (key: 'slope' | 'offset'): string =>
    graph.floats(
      ramps.map((ramp) => ramp[key]),
      [ramps.length, 1],
    );
  const logRatio = graph.node('Log', [graph.node('Max', [ratio, graph.scalar(1e-30)])]);
  const inclined = graph.node('Mul', [logRatio, column('slope')]);
  const ramped = clip(graph, graph.node('Add', [inclined, column('offset')]), 0, 1);
  const rises = graph.floats(
    ramps.map(({ rise }) => rise),
    [1, ramps.length],
  );
  const start = at(heights, 0) - Math.log(parameters.clutterPerPpm);
  return graph.node('Add', [graph.node('MatMul', [rises, ramped]), graph.scalar(start)]);
}
