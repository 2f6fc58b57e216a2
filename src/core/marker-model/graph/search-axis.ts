import type { GraphBuilder } from '../../onnx/graph';
import { clip, int, range, reshape, shapeLike, split, wholeNumbers } from './graph-ops';
import { logWorth } from './log-worth';
import type { MarkerModel } from '../marker-model';
import { massErrorDensity } from '../parameters';
import type { Peaks } from './pick-peaks';
import { SEARCH_REACH_PPM, tiltArm } from '../search-tables';

/** Number of peak blocks in a group, of which the highest peak is taken first. */
const TOP_GROUP = 4;

/** Names of [N, 1, count] each. */
interface HighestPeaks {
  readonly logMz: string;
  readonly worth: string;
  readonly count: number;
}

/** A logarithmic m/z axis: `cells` is the name of [N, 1, count]. */
export interface SearchAxis {
  readonly cells: string;
  readonly count: number;
  /** The position of an m/z in cells, not rounded. */
  readonly cellOf: (mz: number) => number;
  /** Width of a cell. */
  readonly stepPpm: number;
}

/**
 * Scatters the highest peaks onto the axis, each with the mass error's density around it. Every shift is a
 * whole number of cells on this axis, so an ion is searched by one look-up.
 */
export function makeSearchAxis(graph: GraphBuilder, peaks: Peaks, model: MarkerModel): SearchAxis {
  const {
    ions,
    parameters: { line, massError },
  } = model;
  const { logMz, worth, count } = highestPeaks(graph, peaks, model);
  const stepPpm = line.fine.shiftStepPpm;
  const step = stepPpm * 1e-6;
  const reach = Math.round(SEARCH_REACH_PPM / stepPpm);
  const mzs = ions.map(({ expectedMz }) => expectedMz);
  const farthest = Math.max(...mzs.map((mz) => Math.abs(tiltArm(mz))));
  const tilt = line.tiltRange + line.fine.tiltReach;
  // The margin keeps peaks beyond the ends on cells that are never looked up.
  const margin =
    (line.shiftRangePpm + line.fine.shiftReachPpm + tilt * farthest) * 1e-6 +
    (2 * reach + 2) * step;
  const first = Math.floor((Math.log(Math.min(...mzs)) - margin) / step);
  const last = Math.ceil((Math.log(Math.max(...mzs)) + margin) / step);
  const cells = last - first + 1;

  const offsets = range(-reach, reach);
  const position = graph.node('Sub', [
    graph.node('Mul', [logMz, graph.scalar(1 / step)]),
    graph.scalar(first),
  ]);
  const within = clip(graph, position, reach, cells - 1 - reach);
  const nearest = wholeNumbers(graph, graph.node('Round', [within]), cells);
  const touched = graph.node('Add', [nearest, graph.int32s(offsets, [offsets.length, 1])]);
  const density = offsets.map((offset) => massErrorDensity(offset * stepPpm, massError));
  const value = graph.node('Mul', [worth, graph.floats(density, [offsets.length, 1])]);
  const axis = graph.node(
    'ScatterElements',
    [
      graph.node('ConstantOfShape', [shapeLike(graph, logMz, 1, cells)]),
      reshape(graph, touched, [-1, 1, count * offsets.length]),
      reshape(graph, value, [-1, 1, count * offsets.length]),
    ],
    { axis: int(2), reduction: { type: 'string', value: 'max' } },
  );
  return {
    cells: axis,
    count: cells,
    cellOf: (mz) => Math.log(mz) / step - first,
    stepPpm,
  };
}

/**
 * Finds the highest peaks over noise, in no order, in two steps: the highest groups of four, then the
 * highest peaks in them. A runtime selects this many of some 1,000 in a fraction of the time that it needs
 * for 5,000.
 */
function highestPeaks(
  graph: GraphBuilder,
  { blocks, ratio, mz }: Peaks,
  { parameters }: MarkerModel,
): HighestPeaks {
  const count = Math.min(parameters.line.peaks, blocks);
  const width = Math.max(count, Math.ceil(blocks / TOP_GROUP));
  const pads = graph.int64s([0, 0, 0, 0, 0, width * TOP_GROUP - blocks]);
  const padded = graph.node('Pad', [ratio, pads]);
  const parts = split(graph, padded, 2, TOP_GROUP, 'part');
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
  // The padding at the end contains no peak, whatever index is computed for it.
  const within = graph.node('Min', [block, graph.int64s([blocks - 1], [])]);
  return {
    logMz: graph.node('Log', [graph.node('GatherElements', [mz, within], { axis: int(2) })]),
    worth: graph.node('Exp', [logWorth(graph, ratios, parameters)]),
    count,
  };
}
