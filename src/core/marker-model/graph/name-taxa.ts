import type { GraphBuilder } from '../../onnx/graph';
import { int, ramp, range, slice, STEEP } from './graph-ops';
import type { MarkerModel } from '../marker-model';

/** Evidence above which a naming locus counts as seen, natural log. */
const SEEN = 1;

export interface NamedTaxa {
  /** [N, taxa] S: the sum over the loci that serve acceptance. */
  readonly scores: string;
  /** [N, loci, taxa]: naming loci are 0 where too few of them were seen. */
  readonly loci: string;
  /** [N, taxa]: the input of the softmax. */
  readonly logits: string;
}

/**
 * Computes scores and probabilities from the loci's evidence, [N, loci, taxa]. The loci that only name
 * distinguish the taxa that can be named; the comparison of these with the outgroups uses only the
 * accepting loci.
 */
export function nameTaxa(graph: GraphBuilder, loci: string, model: MarkerModel): NamedTaxa {
  const { accepting, named, parameters } = model;
  const taxa = model.taxa.length;
  const cooling = graph.scalar(1 / parameters.softmaxTemperature);
  const naming = model.loci.length - accepting;
  if (naming === 0) {
    const scores = sumLoci(graph, loci, accepting);
    return { scores, loci, logits: graph.node('Mul', [scores, cooling]) };
  }
  const accept = slice(graph, loci, 1, 0, accepting);
  const scores = sumLoci(graph, accept, accepting);
  const counted = gateNaming(graph, slice(graph, loci, 1, accepting, accepting + naming), model);
  const cooled = graph.node('Mul', [scores, cooling]);
  const added = graph.node('Mul', [sumLoci(graph, counted, naming), cooling]);
  const withNames = graph.node('Add', [cooled, added]);
  const ofNamed = (values: string): string => slice(graph, values, 1, 0, named);
  const lift = graph.node('Sub', [
    logSumExp(graph, ofNamed(cooled)),
    logSumExp(graph, ofNamed(withNames)),
  ]);
  const lifted = graph.node('Add', [ofNamed(withNames), lift]);
  return {
    scores,
    loci: graph.node('Concat', [accept, counted], { axis: int(1) }),
    logits:
      named === taxa
        ? lifted
        : graph.node('Concat', [lifted, slice(graph, cooled, 1, named, taxa)], { axis: int(1) }),
  };
}

/** Sets the naming loci's evidence, [N, naming, taxa], to 0 where too few of them were seen. */
function gateNaming(graph: GraphBuilder, naming: string, { parameters }: MarkerModel): string {
  const most = graph.node('ReduceMax', [naming, graph.int64s([2])], { keepdims: int(1) });
  const isSeen = ramp(graph, most, STEEP, -SEEN * STEEP);
  const seen = graph.node('ReduceSum', [isSeen, graph.int64s([1])], { keepdims: int(1) });
  const enough = ramp(graph, seen, STEEP, -(parameters.namingLociSeen - 0.5) * STEEP);
  return graph.node('Mul', [naming, enough]);
}

/**
 * Sums [N, loci, taxa] to [N, taxa]. It multiplies by ones, which adds the rows in the same order for one
 * spectrum and for several; a reduction does not.
 */
function sumLoci(graph: GraphBuilder, values: string, count: number): string {
  const ones = graph.floats(
    range(1, count).map(() => 1),
    [1, count],
  );
  return graph.node('Squeeze', [graph.node('MatMul', [ones, values]), graph.int64s([1])]);
}

/** Reduces [N, columns] to [N, 1], relative to the largest value, so that nothing overflows. */
function logSumExp(graph: GraphBuilder, values: string): string {
  const largest = graph.node('ReduceMax', [values, graph.int64s([1])]);
  const powers = graph.node('Exp', [graph.node('Sub', [values, largest])]);
  const sum = graph.node('ReduceSum', [powers, graph.int64s([1])]);
  return graph.node('Add', [graph.node('Log', [sum]), largest]);
}
