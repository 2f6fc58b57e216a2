import type { BinAxis } from '../../model-pack/types';
import { GraphBuilder, type OnnxModel } from '../../onnx/graph';
import { int, ints } from './graph-ops';
import { LocusEvidence } from './locus-evidence';
import type { MarkerModel } from '../marker-model';
import { nameTaxa } from './name-taxa';
import { pickPeaks } from './pick-peaks';
import { scoreLine } from './score-line';
import { searchLine } from './search-line';

export interface MarkerGraphDefinition {
  readonly name: string;
  readonly description: string;
  readonly bins: BinAxis;
  readonly model: MarkerModel;
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
    tilt: 'tilt',
    sensitivity: 'sensitivity',
    summary: 'summary',
  },
} as const;

/**
 * Builds the whole marker score as a static ONNX graph of opset 18. Its input is binned spectra [N, bins]
 * (`spectracl-1`, 1-Da bins, float32). Its outputs are: probabilities [N, taxa]; scores [N, taxa] (log
 * likelihood ratios of the accepting loci); locus evidence [N, taxa, loci]; ions [N, ions, 4] (log
 * likelihood ratio, m/z found or 0, height over noise, mass error in ppm after the line); shift [N] in ppm
 * at 6,500 m/z; tilt [N] in ppm per kDa; sensitivity [N]; summary [N, 2] (peaks over 5 times the noise,
 * mean noise).
 *
 * docs/marker-model.md describes the method, its sources and its limits. The graph is fast because noise
 * and candidates are computed per block and not per bin, the search considers only the highest peaks, and
 * the exact score is computed at one line only.
 */
export function buildMarkerGraph(definition: MarkerGraphDefinition): OnnxModel {
  const { bins, model } = definition;
  if (bins.width !== 1) throw new Error('The marker graph takes bins of 1 Da');
  const { input, outputs } = MARKER_GRAPH;
  const graph = new GraphBuilder();
  const peaks = pickPeaks(graph, input, bins);
  const evidence = new LocusEvidence(graph, model);
  const line = searchLine(graph, peaks, evidence, model);
  const scored = scoreLine(graph, peaks, line, evidence, bins, model);
  const named = nameTaxa(graph, scored.loci, model);

  graph.node('Softmax', [named.logits], { axis: int(1) }, outputs.probabilities);
  graph.node('Identity', [named.scores], {}, outputs.scores);
  graph.node('Transpose', [named.loci], { perm: ints(0, 2, 1) }, outputs.lociEvidence);
  graph.node('Identity', [scored.ions], {}, outputs.ions);
  const column = (values: string, name: string) =>
    graph.node('Squeeze', [values, graph.int64s([1])], {}, name);
  column(line.shift, outputs.shift);
  column(line.tilt, outputs.tilt);
  column(scored.sensitivity, outputs.sensitivity);
  graph.node('Concat', [peaks.strongCount, peaks.meanNoise], { axis: int(1) }, outputs.summary);

  const output = (name: string, ...dims: number[]) =>
    ({ name, type: 'float32', dims: ['N', ...dims] }) as const;
  const [taxa, loci] = [model.taxa.length, model.loci.length];
  return graph.finish({
    name: definition.name,
    description: definition.description,
    opset: 18,
    mlOpset: null,
    inputs: [{ name: input, type: 'float32', dims: ['N', bins.count] }],
    outputs: [
      output(outputs.probabilities, taxa),
      output(outputs.scores, taxa),
      output(outputs.lociEvidence, taxa, loci),
      output(outputs.ions, model.ions.length, 4),
      output(outputs.shift),
      output(outputs.tilt),
      output(outputs.sensitivity),
      output(outputs.summary, 2),
    ],
  });
}
