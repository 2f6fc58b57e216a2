import type { GraphBuilder } from '../onnx/graph';
import { clip, int, MOST_WHOLE, padColumns, range, reshape, wholeNumbers } from './graph-ops';
import { bestShift, type LocusEvidence } from './locus-evidence';
import { logWorth } from './log-worth';
import { massErrorDensity } from './mass-error';
import type { MarkerParameters } from './parameters';
import type { Peaks } from './pick-peaks';

/** Reach of one peak on the coarse axis, ppm: the wide normal of the mass error has died away. */
const REACH_PPM = 800;
/** Peak blocks of which the highest counts first. */
const TOP_GROUP = 4;

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
  // Peaks beyond the ends are kept where they touch no cell that is looked up.
  const margin = (steps + 2 * reach + 1) * step;
  const first = Math.log(Math.min(...mzs)) - margin;
  const last = Math.log(Math.max(...mzs)) + margin;
  const cells = Math.ceil((last - first) / step) + 1;
  if (cells > MOST_WHOLE) throw new RangeError(`An axis of ${cells} cells`);

  const count = Math.min(coarsePeaks, peaks.blocks);
  const { ratios, highest } = highestPeaks(graph, peaks, count);
  const mz = graph.node('GatherElements', [peaks.mz, highest], { axis: int(2) });
  const worth = graph.node('Exp', [logWorth(graph, ratios, parameters)]);

  const offsets = range(-reach, reach);
  const position = graph.node('Div', [
    graph.node('Sub', [graph.node('Log', [mz]), graph.scalar(first)]),
    graph.scalar(step),
  ]);
  const within = clip(graph, position, reach, cells - 1 - reach);
  const nearest = wholeNumbers(graph, graph.node('Round', [within]));
  const touched = graph.node('Add', [nearest, graph.int32s(offsets, [offsets.length, 1])]);
  const density = offsets.map((offset) =>
    massErrorDensity(offset * coarseStepPpm, parameters.massError),
  );
  const value = graph.node('Mul', [worth, graph.floats(density, [offsets.length, 1])]);
  const axis = graph.node(
    'ScatterElements',
    [
      graph.node('ConstantOfShape', [shapeOf(graph, peaks.ratio, cells)]),
      reshape(graph, touched, [-1, 1, count * offsets.length]),
      reshape(graph, value, [-1, 1, count * offsets.length]),
    ],
    { axis: int(2), reduction: { type: 'string', value: 'max' } },
  );

  const shifts = range(-steps, steps);
  const unshifted = mzs.map((mz) => Math.round((Math.log(mz) - first) / step));
  const cellOf = graph.node('Add', [
    graph.int32s(unshifted),
    graph.int32s(shifts, [shifts.length, 1]),
  ]);
  const lookUps = shifts.length * mzs.length;
  // A look-up by elements is a pass over whole rows; one by slices copies each number by itself.
  const lookUp = graph.node('Expand', [
    reshape(graph, cellOf, [1, 1, lookUps]),
    shapeOf(graph, peaks.ratio, lookUps),
  ]);
  const cellsFound = graph.node('GatherElements', [axis, lookUp], { axis: int(2) });
  const found = reshape(graph, cellsFound, [-1, shifts.length, mzs.length]);
  const likelihood = evidence.likelihoodOf(evidence.ratiosOf(found), shifts.length);
  const scores = evidence.scoresOf(likelihood, shifts.length);
  const ppm = graph.floats(shifts.map((shift) => shift * coarseStepPpm));
  return graph.node('Gather', [ppm, bestShift(graph, scores)]);
}

/**
 * The `count` highest over noise and the blocks that they are in, [N, 1, count] each, in no order. In two
 * steps, of groups of four and of what is in the highest groups: a runtime picks these many of some
 * 1,000 in a fraction of the time that it takes for 5,000.
 */
function highestPeaks(
  graph: GraphBuilder,
  { blocks, ratio }: Peaks,
  count: number,
): { ratios: string; highest: string } {
  const width = Math.max(count, Math.ceil(blocks / TOP_GROUP));
  const padded = padColumns(graph, ratio, 0, width * TOP_GROUP - blocks);
  const parts = range(1, TOP_GROUP).map((part) => `part_${part}`);
  graph.nodeOf({
    operator: 'Split',
    domain: '',
    inputs: [padded],
    outputs: parts,
    attributes: { axis: int(2), num_outputs: int(TOP_GROUP) },
  });
  const top = (values: string, name: string): [string, string] => {
    const outputs: [string, string] = [`${name}_ratios`, `${name}_index`];
    graph.nodeOf({
      operator: 'TopK',
      domain: '',
      inputs: [values, graph.int64s([count])],
      outputs,
      attributes: { axis: int(2), largest: int(1), sorted: int(0) },
    });
    return outputs;
  };
  const [, group] = top(graph.node('Max', parts), 'groups');
  const starts = graph.int64s(
    parts.map((_, part) => part * width),
    [TOP_GROUP, 1],
  );
  const members = reshape(graph, graph.node('Add', [group, starts]), [-1, 1, TOP_GROUP * count]);
  const memberRatios = graph.node('GatherElements', [padded, members], { axis: int(2) });
  const [ratios, member] = top(memberRatios, 'highest');
  const block = graph.node('GatherElements', [members, member], { axis: int(2) });
  // What was added at the end is no peak, wherever it is said to be.
  const last = graph.int64s([blocks - 1], []);
  return { ratios, highest: graph.node('Min', [block, last]) };
}

/** The shape [N, 1, columns], with the N of `like`. */
function shapeOf(graph: GraphBuilder, like: string, count: number): string {
  const batch = graph.node('Slice', [
    graph.node('Shape', [like]),
    graph.int64s([0]),
    graph.int64s([1]),
  ]);
  return graph.node('Concat', [batch, graph.int64s([1, count])], { axis: int(0) });
}
