import type { DecisionTree } from './decision-tree';
import { type Expression, widthOf } from './expression';
import { largestFloat32 } from './float32-threshold';

/**
 * A step before a classifier that works on each column by itself and keeps the order of its values: a scaler.
 */
export interface ColumnStep {
  /** What it makes of a value, computed as scikit-learn does. Never decreases with the value. */
  readonly apply: (value: number, column: number) => number;
  /** The same for all columns of a table. */
  readonly express: (of: Expression) => Expression;
}

/** The columns as a classifier gets them: the spectra's, or what the steps of a pipeline before it make of them. */
export class InputView {
  /** Null when the number of columns is not known yet, which is so for the spectra's alone. */
  readonly columns: number | null;
  readonly #source: (columns: number) => Expression;
  readonly #steps: readonly ColumnStep[];
  /** For each column that one of the spectra's; null when they are these. */
  readonly #from: readonly number[] | null;
  /** Number of steps that make it. */
  readonly depth: number;
  /** The columns when a step before made them of several of the spectra's; else null. */
  readonly mixed: Expression | null;

  private constructor(
    columns: number | null,
    source: (columns: number) => Expression,
    steps: readonly ColumnStep[],
    from: readonly number[] | null,
    depth: number,
    mixed: Expression | null = null,
  ) {
    this.columns = columns;
    this.depth = depth;
    this.#source = source;
    this.#steps = steps;
    this.#from = from;
    this.mixed = mixed;
  }

  static spectra(): InputView {
    return new InputView(null, (columns) => ({ op: 'spectra', columns }), [], null, 0);
  }

  /** Some of the columns, in this order. @param total number of columns before */
  pick(picked: readonly number[], total: number): InputView {
    if (this.mixed !== null) return this.#mixed({ op: 'pick', of: this.mixed, picked });
    const from = picked.map((column) => this.#from?.[column] ?? column);
    // Steps know columns by their place, so those before see all columns, whichever are picked after them.
    const steps = this.#steps.map(({ apply, express }) => ({
      apply: (value: number, column: number) => apply(value, picked[column]!),
      express,
    }));
    const of = this.table(total);
    const table: Expression = { op: 'pick', of, picked };
    return new InputView(picked.length, () => table, steps, from, this.depth + 1);
  }

  /** @param columns number of them */
  scale(step: ColumnStep, columns: number): InputView {
    if (this.mixed !== null) return this.#mixed(step.express(this.mixed));
    const table = step.express(this.table(columns));
    const steps = [...this.#steps, step];
    return new InputView(columns, () => table, steps, this.#from, this.depth + 1);
  }

  /** Columns that a step makes of several of these. @param columns number of these */
  mix(step: (of: Expression) => Expression, columns: number): InputView {
    return this.#mixed(step(this.table(columns)));
  }

  #mixed(table: Expression): InputView {
    return new InputView(widthOf(table), () => table, [], null, this.depth + 1, table);
  }

  /** @param columns number of them, which must be that of the view where it is known */
  table(columns: number): Expression {
    return this.#source(columns);
  }

  /**
   * Makes the tree that does with the spectra's columns what this one does with those of the view: each
   * threshold becomes the largest number that the steps before do not lift above it. A tree that looks at mixed
   * columns stays as it is.
   *
   * @param castsInput whether the tree compares what the steps make of a value as float32
   */
  unfold(tree: DecisionTree, castsInput: boolean): DecisionTree {
    if (this.#steps.length === 0 && this.#from === null) return tree;
    const cast = castsInput ? Math.fround : (value: number) => value;
    const threshold = tree.threshold.map((bound, node) => {
      if (tree.left[node] === -1) return bound;
      const column = tree.feature[node]!;
      const isLeft = (x: number): boolean => {
        const seen = this.#steps.reduce((value, step) => step.apply(value, column), x);
        return cast(seen) <= bound;
      };
      return largestFloat32(isLeft);
    });
    const feature = tree.feature.map((column) => this.#from?.[column] ?? column);
    return { ...tree, feature, threshold };
  }
}
