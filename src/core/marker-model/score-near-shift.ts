import type { BinAxis } from '../model-pack/types';
import type { GraphBuilder } from '../onnx/graph';
import { cast, FLOAT, int, INT64, ints, range, reshape } from './graph-ops';
import { bestShift, type LocusEvidence } from './locus-evidence';
import { massErrorDensity } from './mass-error';
import type { MarkerParameters } from './parameters';
import { PEAK_BLOCK, type Peaks, peakWorth } from './pick-peaks';

/** Peak blocks looked at on either side of an ion: at least 16 Da, 1,100 ppm at 14.7 kDa. */
const REACH = 4;

export interface ShiftedScore {
  /** [N, taxa] */
  readonly scores: string;
  /** [N, loci, taxa] */
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

  const candidates = candidateBlocks(graph, coarse, evidence.expectedMz, window, peaks, bins);
  const ofCandidates = (values: string): string =>
    graph.node('GatherElements', [values, candidates], { axis: int(1) });
  const mz = ofCandidates(peaks.mz);
  const ratio = ofCandidates(peaks.ratio);
  const worth = peakWorth(graph, ratio, parameters);
  const expected = graph.floats(evidence.expectedMz.flatMap((value) => window.map(() => value)));
  const error = graph.node('Mul', [
    graph.node('Div', [graph.node('Sub', [mz, expected]), expected]),
    graph.scalar(1e6),
  ]);

  // [N, shifts, ions x window]: the long axis last, so that each step is a pass over whole rows.
  const flat = [-1, 1, ions * width];
  const shifts = graph.node('Add', [coarse, graph.floats(near)]);
  const residual = graph.node('Sub', [
    reshape(graph, error, flat),
    reshape(graph, shifts, [-1, near.length, 1]),
  ]);
  const match = reshape(
    graph,
    graph.node('Mul', [density(graph, residual, parameters), reshape(graph, worth, flat)]),
    [-1, near.length, ions, width],
  );
  const bestMatch = graph.node('ReduceMax', [match, graph.int64s([3])], { keepdims: int(0) });
  const found = graph.node('Transpose', [bestMatch], { perm: ints(0, 2, 1) });
  const scored = evidence.of(found, near.length);

  // One-hot over the shifts: a product picks the best one's column of everything.
  const best = bestShift(graph, scored.scores);
  const oneHot = cast(
    graph,
    graph.node('Equal', [best, graph.int64s(near.map((_, i) => i))]),
    FLOAT,
  );
  const pick = (values: string, shape: readonly number[], into: readonly number[]): string =>
    reshape(graph, graph.node('MatMul', [values, reshape(graph, oneHot, shape)]), into);
  const shift = graph.node('ReduceSum', [graph.node('Mul', [shifts, oneHot]), graph.int64s([1])]);
  const perShift = reshape(graph, match, [-1, near.length, ions * width]);
  const matchAtBest = reshape(
    graph,
    graph.node('MatMul', [reshape(graph, oneHot, [-1, 1, near.length]), perShift]),
    [-1, ions, width],
  );
  return {
    scores: pick(scored.scores, [-1, near.length, 1], [-1, evidence.taxa]),
    loci: pick(scored.loci, [-1, 1, near.length, 1], [-1, evidence.loci, evidence.taxa]),
    ions: describeIons(graph, {
      ratio: pick(scored.ratios, [-1, near.length, 1], [-1, ions, 1]),
      match: matchAtBest,
      marks: [mz, ratio, graph.node('Sub', [error, shift])].map((values) =>
        reshape(graph, values, [-1, ions, width]),
      ),
    }),
    shift,
  };
}

/** Indices of the peak blocks around each ion at the coarse shift: [N, ions x window]. */
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
  const block = cast(graph, graph.node('Floor', [position]), INT64);
  const around = graph.node('Clip', [
    graph.node('Add', [
      reshape(graph, block, [-1, expectedMz.length, 1]),
      graph.int64s([...window]),
    ]),
    graph.int64s([0], []),
    graph.int64s([peaks.blocks - 1], []),
  ]);
  return reshape(graph, around, [-1, expectedMz.length * window.length]);
}

function density(graph: GraphBuilder, error: string, parameters: MarkerParameters): string {
  const square = graph.node('Mul', [error, error]);
  const normals = parameters.massError.map((normal) =>
    graph.node('Mul', [
      graph.node('Exp', [graph.node('Mul', [square, graph.scalar(-0.5 / normal.sigmaPpm ** 2)])]),
      graph.scalar(massErrorDensity(0, [normal])),
    ]),
  );
  return graph.node('Sum', normals);
}

/** The best peak of each ion; its marks are 0 where the ratio speaks against the ion. */
function describeIons(
  graph: GraphBuilder,
  found: { ratio: string; match: string; marks: readonly string[] },
): string {
  const which = graph.node('ArgMax', [found.match], { axis: int(2) });
  const isFound = cast(graph, graph.node('Greater', [found.ratio, graph.scalar(1)]), FLOAT);
  const marks = found.marks.map((values) =>
    graph.node('Mul', [graph.node('GatherElements', [values, which], { axis: int(2) }), isFound]),
  );
  return graph.node('Concat', [graph.node('Log', [found.ratio]), ...marks], { axis: int(2) });
}
