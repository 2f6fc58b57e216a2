import { GraphBuilder, type OnnxModel } from '../onnx/graph';
import { unreachable } from '../result';
import type { Classifier, ForestScorer, LinearScorer, OneVsRestScorer } from './classifier';
import { ensembleAttributes, type TreeSum } from './ensemble-attributes';

/** Names of the graph's tensors: spectra [spectra, features], probabilities [spectra, classes]. */
export const CLASSIFIER_GRAPH = { input: 'spectra', output: 'probabilities' } as const;

/** Smaller than any sum of probabilities except zero: it only keeps 0 / 0 from becoming NaN. */
const NEARLY_ZERO = 1e-30;

/**
 * Writes a scikit-learn classifier as an ONNX graph that computes its `predict_proba`.
 *
 * @param features number of columns of the input
 */
export function buildClassifierGraph(
  classifier: Classifier,
  features: number,
  head: Pick<OnnxModel, 'name' | 'description'>,
): OnnxModel {
  const g = new GraphBuilder();
  const { scorer, classes } = classifier;
  switch (scorer.kind) {
    case 'forest':
      addForest(g, scorer, classes.length);
      break;
    case 'one-vs-rest':
      addOneVsRest(g, scorer, classes.length);
      break;
    case 'linear':
      addLinear(g, scorer, features);
      break;
    default:
      return unreachable(scorer);
  }
  const { input, output } = CLASSIFIER_GRAPH;
  return g.finish({
    ...head,
    opset: 18,
    mlOpset: 3,
    inputs: [{ name: input, type: 'float32', dims: ['rows', features] }],
    outputs: [{ name: output, type: 'float32', dims: ['rows', classes.length] }],
  });
}

function addForest(g: GraphBuilder, { trees }: ForestScorer, classes: number): void {
  const count = trees.length;
  const members = trees.map((tree) => ({ tree, count, target: (class_: number) => class_ }));
  const sums = addTreeSum(g, { targets: classes, members });
  g.node('Div', [sums, g.scalar(count)], {}, CLASSIFIER_GRAPH.output);
}

function addOneVsRest(g: GraphBuilder, scorer: OneVsRestScorer, classes: number): void {
  const { estimators, normalise } = scorer;
  const members = estimators.flatMap((estimator, k) => {
    if (estimator.kind === 'constant') return [];
    const count = estimator.trees.length;
    const target = (class_: number): number | null => (class_ === 1 ? k : null);
    return estimator.trees.map((tree) => ({ tree, count, target }));
  });
  const sums = addTreeSum(g, { targets: estimators.length, members });
  const counts = estimators.map((one) => (one.kind === 'forest' ? one.trees.length : 1));
  const means = g.node('Div', [sums, g.floats(counts)]);
  const constants = estimators.map((one) => (one.kind === 'constant' ? one.probability : 0));
  const positives = g.node('Add', [means, g.floats(constants)]);

  const { output } = CLASSIFIER_GRAPH;
  if (estimators.length < classes) {
    const negatives = g.node('Sub', [g.scalar(1), positives]);
    g.node('Concat', [negatives, positives], { axis: { type: 'int', value: 1 } }, output);
  } else if (normalise) {
    const sum = g.node('ReduceSum', [positives, g.int64s([1])]);
    g.node('Div', [positives, g.node('Max', [sum, g.scalar(NEARLY_ZERO)])], {}, output);
  } else {
    g.node('Identity', [positives], {}, output);
  }
}

/** @returns name of the sums, [rows, targets] */
function addTreeSum(g: GraphBuilder, sum: TreeSum): string {
  g.nodeOf({
    operator: 'TreeEnsembleRegressor',
    domain: 'ai.onnx.ml',
    inputs: [CLASSIFIER_GRAPH.input],
    outputs: ['parts'],
    attributes: ensembleAttributes(sum),
  });
  g.nodeOf({
    operator: 'Split',
    domain: '',
    inputs: ['parts'],
    outputs: ['coarse', 'rest'],
    attributes: { axis: { type: 'int', value: 1 }, num_outputs: { type: 'int', value: 2 } },
  });
  return g.node('Add', ['coarse', 'rest']);
}

/** In float64, as scikit-learn computes it: terms of opposite sign cancel. */
function addLinear(g: GraphBuilder, { weights, bias, link }: LinearScorer, features: number): void {
  const classes = bias.length;
  const columns = new Float64Array(weights.length);
  for (let c = 0; c < classes; c++) {
    for (let f = 0; f < features; f++) columns[f * classes + c] = weights[c * features + f]!;
  }
  const wide = g.node('Cast', [CLASSIFIER_GRAPH.input], { to: { type: 'int', value: DOUBLE } });
  const products = g.node('MatMul', [wide, g.doubles(columns, [features, classes])]);
  const decisions = g.node('Add', [products, g.doubles(bias)]);
  let probabilities: string;
  if (link === 'softmax') {
    probabilities = g.node('Softmax', [decisions], { axis: { type: 'int', value: 1 } });
  } else {
    const sigmoids = g.node('Sigmoid', [decisions]);
    probabilities = g.node('Div', [sigmoids, g.node('ReduceSum', [sigmoids, g.int64s([1])])]);
  }
  const to = { to: { type: 'int', value: FLOAT } } as const;
  g.node('Cast', [probabilities], to, CLASSIFIER_GRAPH.output);
}

/** Element types of onnx.proto. */
const FLOAT = 1;
const DOUBLE = 11;
