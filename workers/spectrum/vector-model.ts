import { internalError } from '../../src/core/job/internal-error';
import type { ModelAnswer } from '../../src/core/job/outcome';
import { selectFeatures } from '../../src/core/model-pack/select-features';
import type { ModelManifest } from '../../src/core/model-pack/types';
import type { Problem } from '../../src/core/problem';
import { err, type Result } from '../../src/core/result';
import type { ModelGraph } from './model-graph';
import { SpareArrays } from './spare-arrays';

/**
 * Most vectors that the graph gets at once. Its memory grows with them and is never given back: measured by hand with
 * the bundled model, 16.8 MB for 4 and 20.2 MB for 8, which take 5% less time. So many spectra are also preprocessed at
 * a time, each of which needs 0.3 MB until its answer is there.
 */
export const ROWS_AT_ONCE = 4;

/** An open model that classifies binned vectors. */
export class VectorModel {
  readonly #graph: ModelGraph;
  readonly #spareInputs = new SpareArrays((length) => new Float32Array(length), 2);

  constructor(graph: ModelGraph) {
    this.#graph = graph;
  }

  get manifest(): ModelManifest {
    return this.#graph.manifest;
  }

  /** Returns one answer for each vector, in the model's bins. Never throws. */
  async answer(vectors: readonly Float64Array[]): Promise<readonly Result<ModelAnswer, Problem>[]> {
    try {
      return await this.#answerAll(vectors);
    } catch {
      // A fault caused by one vector must not affect the answers to the others.
      return Promise.all(vectors.map((vector) => this.#answerOne(vector)));
    }
  }

  async #answerAll(
    vectors: readonly Float64Array[],
  ): Promise<readonly Result<ModelAnswer, Problem>[]> {
    const width = this.#graph.inputWidth;
    const answers: Result<ModelAnswer, Problem>[] = [];
    for (let from = 0; from < vectors.length; from += ROWS_AT_ONCE) {
      const some = vectors.slice(from, from + ROWS_AT_ONCE);
      const input = this.#spareInputs.take(some.length * width);
      some.forEach((vector, row) => selectFeatures(vector, this.manifest, input, row * width));
      answers.push(...(await this.#graph.answer(input, some.length)));
      this.#spareInputs.recycle(input);
    }
    return answers;
  }

  async #answerOne(vector: Float64Array): Promise<Result<ModelAnswer, Problem>> {
    try {
      const [answer] = await this.#answerAll([vector]);
      return answer!;
    } catch (error) {
      return err(internalError(error));
    }
  }
}
