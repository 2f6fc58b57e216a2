import { GraphBuilder, type OnnxModel } from '../onnx/graph';
import { unreachable } from '../result';
import { couplePairs } from './couple-pairs';
import type { Classifier } from './classifier';
import { ALONG_ROWS, castTo, DOUBLE, FLOAT } from './graph-attributes';
import { ensembleAttributes } from './ensemble-attributes';
import { type Expression, type TreeSum, widthOf } from './expression';

/** Names of the graph's tensors: spectra [spectra, features], probabilities [spectra, classes]. */
export const CLASSIFIER_GRAPH = { input: 'spectra', output: 'probabilities' } as const;

/** The smallest number above zero: it only keeps 0 / 0 from becoming NaN. */
const NEARLY_ZERO = Number.MIN_VALUE;

/** Stands for the spectra where their number of columns does not matter. */
const SPECTRA: Expression = { op: 'spectra', columns: 1 };

/**
 * Writes a scikit-learn classifier as an ONNX graph that computes its `predict_proba`. All but the trees is
 * computed in float64, as scikit-learn does: terms of opposite sign cancel.
 *
 * @param features number of columns of the input
 */
export function buildClassifierGraph(
  classifier: Classifier,
  features: number,
  head: Pick<OnnxModel, 'name' | 'description'>,
): OnnxModel {
  const { input, output } = CLASSIFIER_GRAPH;
  const writer = new ExpressionWriter();
  writer.write(classifier.probabilities, output);
  return writer.graph.finish({
    ...head,
    opset: 18,
    mlOpset: 3,
    inputs: [{ name: input, type: 'float32', dims: ['rows', features] }],
    outputs: [{ name: output, type: 'float32', dims: ['rows', classifier.classes.length] }],
  });
}

class ExpressionWriter {
  readonly graph = new GraphBuilder();
  /** Names of what was written: an expression that stands in several places is computed once. */
  readonly #written = new Map<Expression, string>();
  #spectra: string | null = null;
  #ensembles = 0;

  /** Writes an expression as a tensor of float32 with this name. */
  write(expression: Expression, output: string): void {
    this.graph.node('Cast', [this.#add(expression)], castTo(FLOAT), output);
  }

  /** @returns name of a tensor of float64, [rows, columns] */
  #add(expression: Expression): string {
    const known = this.#written.get(expression);
    if (known !== undefined) return known;
    const name = this.#make(expression);
    this.#written.set(expression, name);
    return name;
  }

  #make(expression: Expression): string {
    const g = this.graph;
    switch (expression.op) {
      case 'spectra':
        this.#spectra ??= g.node('Cast', [CLASSIFIER_GRAPH.input], castTo(DOUBLE));
        return this.#spectra;
      case 'constant': {
        const first = g.node('Gather', [this.#add(SPECTRA), g.int64s([0])], ALONG_ROWS);
        const zero = g.node('Mul', [first, g.doubles([0])]);
        return g.node('Add', [zero, g.doubles([expression.value])]);
      }
      case 'trees':
        return this.#addTrees(expression);
      case 'dense': {
        const { of, weights, bias } = expression;
        const products = g.node('MatMul', [
          this.#add(of),
          g.doubles(weights, [weights.length / bias.length, bias.length]),
        ]);
        return g.node('Add', [products, g.doubles(bias)]);
      }
      case 'scale': {
        const product = expression.by.every((value) => value === 1)
          ? this.#add(expression.of)
          : g.node('Mul', [this.#add(expression.of), g.doubles(expression.by)]);
        return expression.plus.every((value) => value === 0)
          ? product
          : g.node('Add', [product, g.doubles(expression.plus)]);
      }
      case 'standardise': {
        const rest = g.node('Sub', [this.#add(expression.of), g.doubles(expression.by)]);
        return g.node('Div', [rest, g.doubles(expression.over)]);
      }
      case 'clip': {
        const above = g.node('Max', [this.#add(expression.of), g.doubles([expression.low])]);
        return g.node('Min', [above, g.doubles([expression.high])]);
      }
      case 'sigmoid':
        return this.#addSigmoid(expression.of);
      case 'softmax':
        return g.node('Softmax', [this.#add(expression.of)], ALONG_ROWS);
      case 'relu':
        return g.node('Max', [this.#add(expression.of), g.doubles([0])]);
      case 'tanh':
        return g.node('Tanh', [this.#add(expression.of)]);
      case 'exp':
        return g.node('Exp', [this.#add(expression.of)]);
      case 'log':
        return g.node('Log', [this.#add(expression.of)]);
      case 'power':
        return g.node('Pow', [this.#add(expression.of), g.doubles([expression.exponent])]);
      case 'pick': {
        const indices = g.int64s(expression.picked);
        return g.node('Gather', [this.#add(expression.of), indices], ALONG_ROWS);
      }
      case 'join': {
        const parts = expression.of.map((part) => this.#add(part));
        return g.node('Concat', parts, ALONG_ROWS);
      }
      case 'add':
        return expression.of.map((part) => this.#add(part)).reduce((a, b) => g.node('Add', [a, b]));
      case 'norm':
        return this.#addNorm(expression.of, expression.norm);
      case 'normalise':
        return this.#addNormalise(expression.of, expression.zeros);
      case 'distances':
        return this.#addDistances(expression);
      case 'squares': {
        const rest = g.node('Sub', [this.#add(expression.of), g.doubles(expression.centre)]);
        const scaled = g.node('Mul', [rest, g.doubles(expression.by)]);
        return this.#rowSum(g.node('Mul', [scaled, scaled]));
      }
      case 'is positive': {
        const is = g.node('GreaterOrEqual', [this.#add(expression.of), g.doubles([0])]);
        return g.node('Cast', [is], castTo(DOUBLE));
      }
      case 'squash': {
        const of = this.#add(expression.of);
        const size = g.node('Add', [g.node('Abs', [of]), g.doubles([1])]);
        return g.node('Div', [of, g.node('Mul', [size, g.doubles([3])])]);
      }
      case 'couple':
        return couplePairs(g, this.#add(expression.of), expression.classes);
      case 'interpolate':
        return this.#addInterpolate(expression);
      default:
        return unreachable(expression);
    }
  }

  /**
   * exp(min(x, 0)) / (1 + exp(-|x|)). The runtime's own Sigmoid is zero below -37 and has few digits above, which
   * shows where several small ones are divided by their sum.
   */
  #addSigmoid(of: Expression): string {
    const g = this.graph;
    const x = this.#add(of);
    const above = g.node('Exp', [g.node('Min', [x, g.doubles([0])])]);
    const below = g.node('Exp', [g.node('Neg', [g.node('Abs', [x])])]);
    return g.node('Div', [above, g.node('Add', [below, g.doubles([1])])]);
  }

  #rowSum(of: string): string {
    return this.graph.node('ReduceSum', [of, this.graph.int64s([1])]);
  }

  #addTrees(sum: TreeSum): string {
    const g = this.graph;
    this.#ensembles += 1;
    const [parts, coarse, rest] = ['parts', 'coarse', 'rest'].map(
      (name) => `${name}_of_trees_${this.#ensembles}`,
    ) as [string, string, string];
    const looksAt =
      sum.of === null ? CLASSIFIER_GRAPH.input : g.node('Cast', [this.#add(sum.of)], castTo(FLOAT));
    g.nodeOf({
      operator: 'TreeEnsembleRegressor',
      domain: 'ai.onnx.ml',
      inputs: [looksAt],
      outputs: [parts],
      attributes: ensembleAttributes(sum),
    });
    g.nodeOf({
      operator: 'Split',
      domain: '',
      inputs: [parts],
      outputs: [coarse, rest],
      attributes: { axis: { type: 'int', value: 1 }, num_outputs: { type: 'int', value: 2 } },
    });
    return g.node('Add', [
      g.node('Cast', [coarse], castTo(DOUBLE)),
      g.node('Cast', [rest], castTo(DOUBLE)),
    ]);
  }

  #addNormalise(of: Expression, zeros: 'stay' | 'become uniform'): string {
    const g = this.graph;
    const table = this.#add(of);
    const sum = this.#rowSum(table);
    const safe = g.node('Max', [sum, g.doubles([NEARLY_ZERO])]);
    const divided = g.node('Div', [table, safe]);
    if (zeros === 'stay') return divided;
    const isZero = g.node('Cast', [g.node('Equal', [sum, g.doubles([0])])], castTo(DOUBLE));
    const share = g.node('Mul', [isZero, g.doubles([1 / widthOf(of)])]);
    return g.node('Add', [divided, share]);
  }

  /** A row of zeros stays so: it is divided by 1. */
  #addNorm(of: Expression, norm: 'l1' | 'l2' | 'max'): string {
    const g = this.graph;
    const table = this.#add(of);
    const sizes = g.node('Abs', [table]);
    const size =
      norm === 'l1'
        ? this.#rowSum(sizes)
        : norm === 'max'
          ? g.node('ReduceMax', [sizes, g.int64s([1])])
          : g.node('Sqrt', [this.#rowSum(g.node('Mul', [table, table]))]);
    const isZero = g.node('Cast', [g.node('Equal', [size, g.doubles([0])])], castTo(DOUBLE));
    return g.node('Div', [table, g.node('Add', [size, isZero])]);
  }

  /** |x - p|² = |x|² + |p|² - 2 x·p, all in float64. */
  #addDistances({ of, points, columns }: Extract<Expression, { op: 'distances' }>): string {
    const g = this.graph;
    const width = points.length / columns;
    const turned = new Float64Array(points.length);
    const squares = new Float64Array(columns);
    for (let p = 0; p < columns; p++) {
      for (let c = 0; c < width; c++) {
        const value = points[p * width + c]!;
        turned[c * columns + p] = -2 * value;
        squares[p]! += value * value;
      }
    }
    const table = this.#add(of);
    const products = g.node('MatMul', [table, g.doubles(turned, [width, columns])]);
    const lengths = this.#rowSum(g.node('Mul', [table, table]));
    return g.node('Add', [g.node('Add', [products, g.doubles(squares)]), lengths]);
  }

  /** Adds up the rises between the points: each is passed, in part or not at all. */
  #addInterpolate({ of, x, y }: Extract<Expression, { op: 'interpolate' }>): string {
    const g = this.graph;
    const rises = y.subarray(1).map((value, i) => value - y[i]!);
    const starts = g.doubles(x.subarray(0, -1));
    const lengths = g.doubles(x.subarray(1).map((value, i) => value - x[i]!));
    const past = g.node('Max', [g.node('Sub', [this.#add(of), starts]), g.doubles([0])]);
    const share = g.node('Div', [g.node('Min', [past, lengths]), lengths]);
    const sum = g.node('MatMul', [share, g.doubles(rises, [rises.length, 1])]);
    return g.node('Add', [sum, g.doubles([y[0]!])]);
  }
}
