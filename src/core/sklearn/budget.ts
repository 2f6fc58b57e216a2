import { type ClassifierProblem, tooMuch } from './problems';
import { sentence } from '../../words/told/sentence';

/**
 * The most that a model may contain in all. A file can refer to one tree many times, so the limits apply to
 * what is made from the file, not to its content. The time that onnxruntime takes to open a forest grows
 * steeply with its nodes: docs/model-import.md has the measurements.
 */
export const CLASSIFIER_LIMITS = {
  /** Classifiers within the model, trees of a forest not among them. */
  estimators: 2_000,
  trees: 20_000,
  nodes: 400_000,
  /** Nodes times classes. */
  values: 8_000_000,
  depth: 200,
  classes: 1_000,
  /** Steps of pipelines within each other, each of which every threshold goes through. */
  steps: 20,
  /** Operations of the graph. */
  operations: 20_000,
  /** Characters of a class's name. */
  className: 200,
} as const;

/** Counts what has been read of a model. */
export class Budget {
  #trees = 0;
  #nodes = 0;
  #values = 0;
  #estimators = 0;
  #numbers = 0;

  /** Must be called before a tree is read. */
  spend(nodes: number, classes: number): ClassifierProblem | null {
    this.#trees++;
    this.#nodes += nodes;
    this.#values += nodes * classes;
    const { trees, nodes: mostNodes, values } = CLASSIFIER_LIMITS;
    if (this.#trees > trees) return tooMuch(sentence('sklearn.limitTrees', { most: trees }));
    if (this.#nodes > mostNodes)
      return tooMuch(sentence('sklearn.limitNodes', { most: mostNodes }));
    if (this.#values > values) return tooMuch(sentence('sklearn.limitFractions', { most: values }));
    return null;
  }

  /** Must be called before a classifier is read, alone or within another. */
  spendEstimator(): ClassifierProblem | null {
    this.#estimators++;
    const { estimators } = CLASSIFIER_LIMITS;
    return this.#estimators > estimators
      ? tooMuch(sentence('sklearn.limitClassifiers', { most: estimators }))
      : null;
  }

  /** Must be called before a step of a pipeline is read. @param depth number of steps before it */
  spendStep(depth: number): ClassifierProblem | null {
    const { steps } = CLASSIFIER_LIMITS;
    return depth >= steps ? tooMuch(sentence('sklearn.limitSteps', { most: steps })) : null;
  }

  /** Must be called before coefficients or the like are read. */
  spendNumbers(count: number): ClassifierProblem | null {
    this.#numbers += count;
    const { values } = CLASSIFIER_LIMITS;
    return this.#numbers > values
      ? tooMuch(sentence('sklearn.limitCoefficients', { most: values }))
      : null;
  }
}
