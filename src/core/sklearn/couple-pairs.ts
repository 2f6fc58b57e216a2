import type { GraphBuilder } from '../onnx/graph';
import { ALONG_ROWS, castTo, DOUBLE } from './graph-attributes';

/**
 * Number of rounds. libsvm ends after at most 100, but took 5 at most in 13,000 random trials with 3 to 20
 * classes, 4 where a search looked for the longest, and 2 for two classes.
 */
const ROUNDS = 8;

/**
 * Adds libsvm's search for the probabilities of k classes that fit the probabilities of each two of them best,
 * step by step, since it ends before it has reached the optimum: a closed form would differ by up to 0.005 / k.
 * Source: Wu, Lin and Weng, Probability Estimates for Multi-class Classification by Pairwise Coupling, JMLR 5
 * (2004), algorithm 2.
 *
 * @param pairs name of the probabilities [rows, k (k - 1) / 2] that it is the first of two classes and not the
 * second: of 0 and 1, 0 and 2, ..., 1 and 2, ...
 * @returns name of the probabilities [rows, k]
 */
export function couplePairs(g: GraphBuilder, pairs: string, k: number): string {
  const both = g.node('Concat', [pairs, g.node('Sub', [g.doubles([1]), pairs])], ALONG_ROWS);
  const pick = (of: string, columns: readonly number[]) =>
    g.node('Gather', [of, g.int64s(columns)], ALONG_ROWS);
  const rowSum = (of: string) => g.node('ReduceSum', [of, g.int64s([1])]);
  const classes = Array.from({ length: k }, (_, i) => i);

  // The matrix Q of the quadratic form that is smallest at the answer, one row a class.
  const rows: string[] = [];
  const diagonal: string[] = [];
  for (const t of classes) {
    const others = classes.filter((j) => j !== t);
    const mine = pick(
      both,
      others.map((j) => placeOf(t, j, k)),
    );
    const theirs = pick(
      both,
      others.map((j) => placeOf(j, t, k)),
    );
    const products = g.node('Neg', [g.node('Mul', [mine, theirs])]);
    const own = rowSum(g.node('Mul', [theirs, theirs]));
    diagonal.push(own);
    const order = classes.map((j) => (j === t ? k - 1 : others.indexOf(j)));
    rows.push(pick(g.node('Concat', [products, own], ALONG_ROWS), order));
  }

  const zeros = g.node('Mul', [
    pick(
      both,
      classes.map(() => 0),
    ),
    g.doubles([0]),
  ]);
  let p = g.node('Add', [zeros, g.doubles([1 / k])]);
  let active: string | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    let gradient = g.node(
      'Concat',
      rows.map((row) => rowSum(g.node('Mul', [row, p]))),
      ALONG_ROWS,
    );
    let value = rowSum(g.node('Mul', [p, gradient]));
    const apart = g.node('Abs', [g.node('Sub', [gradient, value])]);
    const error = g.node('ReduceMax', [apart, g.int64s([1])]);
    const goesOn: string = g.node(
      'Cast',
      [g.node('GreaterOrEqual', [error, g.doubles([0.005 / k])])],
      castTo(DOUBLE),
    );
    active = active === null ? goesOn : g.node('Mul', [active, goesOn]);
    for (const t of classes) {
      const slope = pick(gradient, [t]);
      const wanted = g.node('Div', [g.node('Sub', [value, slope]), diagonal[t]!]);
      // A row that has ended takes steps of zero, which change nothing.
      const step = g.node('Mul', [active, wanted]);
      const total = g.node('Add', [step, g.doubles([1])]);
      const unit = g.doubles(classes.map((j) => (j === t ? 1 : 0)));
      p = g.node('Div', [g.node('Add', [p, g.node('Mul', [step, unit])]), total]);
      const bend = g.node('Add', [
        g.node('Mul', [step, diagonal[t]!]),
        g.node('Mul', [slope, g.doubles([2])]),
      ]);
      const lifted = g.node('Add', [value, g.node('Mul', [step, bend])]);
      value = g.node('Div', [g.node('Div', [lifted, total]), total]);
      const moved = g.node('Add', [gradient, g.node('Mul', [step, rows[t]!])]);
      gradient = g.node('Div', [moved, total]);
    }
  }
  return p;
}

/** The column of the probability that it is i and not j, in the pairs followed by their complements. */
function placeOf(i: number, j: number, k: number): number {
  const [low, high] = i < j ? [i, j] : [j, i];
  const place = low * k - (low * (low + 1)) / 2 + (high - low - 1);
  return i < j ? place : place + (k * (k - 1)) / 2;
}
