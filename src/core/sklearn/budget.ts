import { type ClassifierProblem, tooMuch } from './problems';

/**
 * What a model may have in all. A file can name one tree many times, so what it makes counts and not
 * what it holds. The time that onnxruntime takes to open a forest grows steeply with its nodes:
 * docs/model-import.md has the measurements.
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

/** Counts what has been read of one model. */
export class Budget {
  #trees = 0;
  #nodes = 0;
  #values = 0;

  /** To be asked before a tree is read. */
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
