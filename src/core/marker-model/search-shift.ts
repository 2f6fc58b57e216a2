import type { GraphBuilder } from '../onnx/graph';
import { cast, int, INT64, range, reshape } from './graph-ops';
import { bestShift, type LocusEvidence } from './locus-evidence';
import { massErrorDensity } from './mass-error';
import type { MarkerParameters } from './parameters';
import { type Peaks, peakWorth } from './pick-peaks';

/** Reach of one peak on the coarse axis, ppm: the wide normal of the mass error has died away. */
const REACH_PPM = 800;

/**
 * Finds the spectrum-wide mass shift to within one coarse step. The highest peaks are scattered once,
 * each with the mass error's density around it, onto a logarithmic m/z axis on which every shift is
 * a whole number of cells; after that a score at one shift costs one look-up an ion.
 *
 * Returns the name of the best shift in ppm, [N, 1].
 */
export function searchShift(
  graph: GraphBuilder,
  peaks: Peaks,
  evidence: LocusEvidence,
  parameters: MarkerParameters,
): string {
  const { rangePpm, coarseStepPpm, coarsePeaks } = parameters.shift;
  const step = coarseStepPpm * 1e-6;
  const steps = Math.round(rangePpm / coarseStepPpm);
  const reach = Math.round(REACH_PPM / coarseStepPpm);
  const mzs = evidence.expectedMz;
  const first = Math.log(Math.min(...mzs)) - (steps + reach + 1) * step;
  const last = Math.log(Math.max(...mzs)) + (steps + reach + 1) * step;
  const cells = Math.ceil((last - first) / step) + 1;

  const count = Math.min(coarsePeaks, peaks.blocks);
  const [ratios, highest] = ['highest_ratios', 'highest_peaks'];
  graph.nodeOf({
    operator: 'TopK',
    domain: '',
    inputs: [peaks.ratio, graph.int64s([count])],
    outputs: [ratios, highest],
    attributes: { axis: int(1), largest: int(1), sorted: int(0) },
  });
  const mz = graph.node('GatherElements', [peaks.mz, highest], { axis: int(1) });
  const worth = peakWorth(graph, ratios, parameters);
  const acrossOffsets = (values: string): string => reshape(graph, values, [-1, 1, count]);

  const offsets = range(-reach, reach);
  const position = graph.node('Div', [
    graph.node('Sub', [graph.node('Log', [acrossOffsets(mz)]), graph.scalar(first)]),
    graph.scalar(step),
  ]);
  const nearest = cast(graph, graph.node('Round', [position]), INT64);
  const touched = graph.node('Clip', [
    graph.node('Add', [nearest, graph.int64s(offsets, [offsets.length, 1])]),
    graph.int64s([0], []),
    graph.int64s([cells - 1], []),
  ]);
  const density = offsets.map((offset) =>
    massErrorDensity(offset * coarseStepPpm, parameters.massError),
  );
  const value = graph.node('Mul', [
    acrossOffsets(worth),
    graph.floats(density, [offsets.length, 1]),
  ]);
  const axis = graph.node(
    'ScatterElements',
    [
      zeros(graph, peaks.ratio, cells),
      reshape(graph, touched, [-1, count * offsets.length]),
      reshape(graph, value, [-1, count * offsets.length]),
    ],
    { axis: int(1), reduction: { type: 'string', value: 'max' } },
  );

  const shifts = range(-steps, steps);
  const cellOf = mzs.flatMap((mz) => {
    const unshifted = Math.round((Math.log(mz) - first) / step);
    return shifts.map((shift) => unshifted + shift);
  });
  // A look-up by elements is a pass over whole rows; one by slices copies each number by itself.
  const lookUp = graph.node('Expand', [
    graph.int32s(cellOf, [1, cellOf.length]),
    shapeOf(graph, peaks.ratio, 1),
  ]);
  const cellsFound = graph.node('GatherElements', [axis, lookUp], { axis: int(1) });
  const found = reshape(graph, cellsFound, [-1, mzs.length, shifts.length]);
  const scores = evidence.scoresOf(found, shifts.length);
  const ppm = graph.floats(shifts.map((shift) => shift * coarseStepPpm));
  return graph.node('Gather', [ppm, bestShift(graph, scores)]);
}

/** [N, columns] of zeros, with the N of `like`. */
function zeros(graph: GraphBuilder, like: string, count: number): string {
  return graph.node('Expand', [graph.floats([0]), shapeOf(graph, like, count)]);
}

/** The shape [N, columns], with the N of `like`. */
function shapeOf(graph: GraphBuilder, like: string, count: number): string {
  const batch = graph.node('Slice', [
    graph.node('Shape', [like]),
    graph.int64s([0]),
    graph.int64s([1]),
  ]);
  return graph.node('Concat', [batch, graph.int64s([count])], { axis: int(0) });
}
