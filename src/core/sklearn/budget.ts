import { type ClassifierProblem, tooMuch } from './problems';

/**
 * The most that a model may contain in all. A file can refer to one tree many times, so the limits apply to
 * what is made from the file, not to its content. The time that onnxruntime takes to open a forest grows
 * steeply with its nodes: docs/model-import.md has the measurements.
 */
export const CLASSIFIER_LIMITS = {
  estimators: 1_000,
  trees: 20_000,
  nodes: 400_000,
  /** Nodes times classes. */
  values: 8_000_000,
  depth: 200,
  classes: 1_000,
  /** Characters of a class's name. */
  className: 200,
} as const;

/** Counts what has been read of a model. */
export class Budget {
  #trees = 0;
  #nodes = 0;
  #values = 0;

  /** Must be called before a tree is read. */
  spend(nodes: number, classes: number): ClassifierProblem | null {
    this.#trees++;
    this.#nodes += nodes;
    this.#values += nodes * classes;
    const { trees, nodes: mostNodes, values } = CLASSIFIER_LIMITS;
    if (this.#trees > trees) return tooMuch(`it has more than ${trees} trees`);
    if (this.#nodes > mostNodes) return tooMuch(`its trees have more than ${mostNodes} nodes`);
    if (this.#values > values) return tooMuch(`its trees hold more than ${values} fractions`);
    return null;
  }
}
