import type { BinAxis } from '../model-pack/types';
import { GraphBuilder, type OnnxModel } from '../onnx/graph';
import type { ExpectedIon, LocusAlleles } from './expected-ions';
import { int, ints } from './graph-ops';
import { LocusEvidence } from './locus-evidence';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';
import { pickPeaks } from './pick-peaks';
import { scoreNearShift } from './score-near-shift';
import { searchShift } from './search-shift';

export interface MarkerGraphDefinition {
  readonly name: string;
  readonly description: string;
  readonly bins: BinAxis;
  readonly taxa: readonly MarkerTaxon[];
  readonly loci: readonly LocusAlleles[];
  readonly ions: readonly ExpectedIon[];
  readonly parameters: MarkerParameters;
}

/** Names of the graph's input and outputs. */
export const MARKER_GRAPH = {
  input: 'spectrum',
  outputs: {
    probabilities: 'probabilities',
    scores: 'scores',
    lociEvidence: 'loci_evidence',
    ions: 'ions',
    shift: 'shift',
    summary: 'summary',
  },
} as const;

/**
 * Builds the whole marker score as a static ONNX graph of opset 18, from binned spectra [N, bins]
 * (`spectracl-1`, 1-Da bins, float32) to
 * probabilities [N, taxa]; scores [N, taxa] (log likelihood ratios); locus evidence [N, taxa, loci];
 * ions [N, ions, 4] (log likelihood ratio, m/z found or 0, height over noise, mass error in ppm after
 * the shift); shift [N] in ppm; summary [N, 2] (peaks over 5 times the noise, mean noise).
 *
 * The method, its sources and its limits are told in docs/marker-model.md. What makes it fast: noise
 * and candidates per block and not per bin, and a coarse shift search that touches the highest
 * peaks only, followed by an exact score at a few shifts.
 */
export function buildMarkerGraph(definition: MarkerGraphDefinition): OnnxModel {
  const { bins, taxa, loci, ions, parameters } = definition;
  if (bins.width !== 1) throw new Error('The marker graph takes bins of 1 Da');
  const { input, outputs } = MARKER_GRAPH;
  const graph = new GraphBuilder();
  const peaks = pickPeaks(graph, input, bins);
  const evidence = new LocusEvidence(graph, taxa, loci, ions, parameters);
  const coarse = searchShift(graph, peaks, evidence, parameters);
  const scored = scoreNearShift(graph, peaks, coarse, evidence, bins, parameters);

  const cooled = graph.node('Div', [scored.scores, graph.scalar(parameters.softmaxTemperature)]);
  graph.node('Softmax', [cooled], { axis: int(1) }, outputs.probabilities);
  graph.node('Identity', [scored.scores], {}, outputs.scores);
  graph.node('Transpose', [scored.loci], { perm: ints(0, 2, 1) }, outputs.lociEvidence);
  const realIons = [graph.int64s([0]), graph.int64s([ions.length]), graph.int64s([1])];
  graph.node('Slice', [scored.ions, ...realIons], {}, outputs.ions);
  graph.node('Squeeze', [scored.shift, graph.int64s([1])], {}, outputs.shift);
  graph.node('Concat', [peaks.strongCount, peaks.meanNoise], { axis: int(1) }, outputs.summary);

  const output = (name: string, ...dims: number[]) =>
    ({ name, type: 'float32', dims: ['N', ...dims] }) as const;
  return graph.finish({
    name: definition.name,
    description: definition.description,
    opset: 18,
    mlOpset: null,
    inputs: [{ name: input, type: 'float32', dims: ['N', bins.count] }],
    outputs: [
      output(outputs.probabilities, taxa.length),
      output(outputs.scores, taxa.length),
      output(outputs.lociEvidence, taxa.length, loci.length),
      output(outputs.ions, ions.length, 4),
      output(outputs.shift),
      output(outputs.summary, 2),
    ],
  });
}
