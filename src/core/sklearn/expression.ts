import type { DecisionTree } from './decision-tree';

/**
 * What a model computes, as a tree of operations on tables of float64, [spectra, columns]. Its leaves are the
 * spectra themselves, and sums over decision trees that look at the spectra directly.
 */
export type Expression =
  | { readonly op: 'spectra'; readonly columns: number }
  /** One column of this value. */
  | { readonly op: 'constant'; readonly value: number }
  | TreeSum
  /** `of` times `weights` [columns of `of`, columns], plus `bias`. */
  | {
      readonly op: 'dense';
      readonly of: Expression;
      readonly weights: Float64Array;
      readonly bias: Float64Array;
    }
  /** Each column times `by`, plus `plus`. */
  | {
      readonly op: 'scale';
      readonly of: Expression;
      readonly by: Float64Array;
      readonly plus: Float64Array;
    }
  /** Each column less `by`, divided by `over`. */
  | {
      readonly op: 'standardise';
      readonly of: Expression;
      readonly by: Float64Array;
      readonly over: Float64Array;
    }
  | { readonly op: 'clip'; readonly of: Expression; readonly low: number; readonly high: number }
  | {
      readonly op: 'sigmoid' | 'softmax' | 'relu' | 'tanh' | 'exp' | 'log';
      readonly of: Expression;
    }
  | { readonly op: 'power'; readonly of: Expression; readonly exponent: number }
  | { readonly op: 'pick'; readonly of: Expression; readonly picked: readonly number[] }
  | { readonly op: 'join' | 'add'; readonly of: readonly Expression[] }
  /** Each row divided by its norm: the sum of its absolute values, its length, or the largest of them. */
  | { readonly op: 'norm'; readonly of: Expression; readonly norm: 'l1' | 'l2' | 'max' }
  /** Each row divided by its sum; a row of zeros stays so, or all its columns become equal. */
  | {
      readonly op: 'normalise';
      readonly of: Expression;
      readonly zeros: 'stay' | 'become uniform';
    }
  /** The squares of each row's distances to points [points, columns of `of`]. */
  | {
      readonly op: 'distances';
      readonly of: Expression;
      readonly points: Float64Array;
      readonly columns: number;
    }
  /** The sum of a row's squares, each column first less `centre`, then times `by`. */
  | {
      readonly op: 'squares';
      readonly of: Expression;
      readonly centre: Float64Array;
      readonly by: Float64Array;
    }
  /** x divided by 3 (|x| + 1). */
  | { readonly op: 'squash'; readonly of: Expression }
  /** The probabilities of `classes` classes that fit those of each two of them best; see `couple-pairs.ts`. */
  | { readonly op: 'couple'; readonly of: Expression; readonly classes: number }
  /** 1 where a value is at least zero, else 0. */
  | { readonly op: 'is positive'; readonly of: Expression }
  /** The straight lines between points of one column; constant outside. */
  | {
      readonly op: 'interpolate';
      readonly of: Expression;
      readonly x: Float64Array;
      readonly y: Float64Array;
    };

/** A sum over trees: each tree adds the values of the leaf that a spectrum reaches to its own targets. */
export interface TreeSum {
  readonly op: 'trees';
  /** The table that the trees look at, as float32; null for the spectra. */
  readonly of: Expression | null;
  readonly columns: number;
  readonly members: readonly TreeMember[];
}

export interface TreeMember {
  readonly tree: DecisionTree;
  /** The column that each column of the tree's values is added to; null for none. */
  readonly targets: readonly (number | null)[];
}

/** @returns number of its columns */
export function widthOf(expression: Expression): number {
  switch (expression.op) {
    case 'spectra':
    case 'trees':
    case 'distances':
      return expression.columns;
    case 'dense':
      return expression.bias.length;
    case 'pick':
      return expression.picked.length;
    case 'couple':
      return expression.classes;
    case 'join':
      return expression.of.reduce((sum, part) => sum + widthOf(part), 0);
    case 'add':
      return widthOf(expression.of[0]!);
    case 'constant':
    case 'interpolate':
    case 'squares':
      return 1;
    default:
      return widthOf(expression.of);
  }
}

/** Multiplies all columns by one number, and adds one. */
export function scaled(of: Expression, by: number, plus = 0): Expression {
  const columns = widthOf(of);
  return {
    op: 'scale',
    of,
    by: new Float64Array(columns).fill(by),
    plus: new Float64Array(columns).fill(plus),
  };
}

/** Makes the two columns 1 - p and p of the one column p. */
export function withComplement(positive: Expression): Expression {
  return { op: 'join', of: [scaled(positive, -1, 1), positive] };
}

/** The weighted mean of tables of the same columns. */
export function meanOf(parts: readonly Expression[], weights?: readonly number[]): Expression {
  if (weights === undefined) {
    if (parts.length === 1) return parts[0]!;
    return meanOfForests(parts) ?? scaled({ op: 'add', of: parts }, 1 / parts.length);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { op: 'add', of: parts.map((part, i) => scaled(part, weights[i]! / total)) };
}

/** @returns forests of equally many trees as one, or null when the parts are anything else */
function meanOfForests(parts: readonly Expression[]): Expression | null {
  const members: TreeMember[] = [];
  let by: number | null = null;
  let of: Expression | null | undefined;
  for (const part of parts) {
    if (part.op !== 'scale' || part.of.op !== 'trees') return null;
    if (of !== undefined && of !== part.of.of) return null;
    of = part.of.of;
    by ??= part.by[0]!;
    if (!part.by.every((one) => one === by) || !part.plus.every((one) => one === 0)) return null;
    for (const member of part.of.members) members.push(member);
  }
  const columns = widthOf(parts[0]!);
  return scaled({ op: 'trees', of: of ?? null, columns, members }, (by ?? 1) / parts.length);
}

/**
 * Takes one column of each of several tables; constants are columns already. Forests become one sum over all
 * their trees, which the runtime computes in a fraction of the time.
 */
export function joinColumn(parts: readonly Expression[], column: number): Expression {
  const members: TreeMember[] = [];
  let of: Expression | null | undefined;
  const by = new Float64Array(parts.length).fill(1);
  const plus = new Float64Array(parts.length);
  for (const [target, part] of parts.entries()) {
    if (part.op === 'constant') {
      plus[target] = part.value;
    } else if (part.op === 'scale' && part.of.op === 'trees' && part.of.of === (of ?? part.of.of)) {
      of = part.of.of;
      by[target] = part.by[column]!;
      plus[target] = part.plus[column]!;
      for (const { tree, targets } of part.of.members) {
        members.push({ tree, targets: targets.map((to) => (to === column ? target : null)) });
      }
    } else {
      return { op: 'join', of: parts.map((one) => pickColumn(one, column)) };
    }
  }
  return members.length === 0
    ? { op: 'join', of: parts }
    : {
        op: 'scale',
        of: { op: 'trees', of: of ?? null, columns: parts.length, members },
        by,
        plus,
      };
}

function pickColumn(of: Expression, column: number): Expression {
  return of.op === 'constant' ? of : { op: 'pick', of, picked: [column] };
}
