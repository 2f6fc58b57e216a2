import { guardName, guardVerdict, notJudged } from '../../src/core/classify/guard-verdict';
import type { MassAxis } from '../../src/core/job/outcome';
import type { GuardVerdict } from '../../src/core/job/types';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import { parseManifest } from '../../src/core/model-pack/verify';
import type { Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { ModelGraph } from './model-graph';
import { VectorModel } from './vector-model';

/**
 * The marker model beside a classifier. It always answers: where it cannot judge, for example because its
 * graph is missing, the answer is a verdict, too, and the classifier's answer is not lost.
 */
export class Guard {
  readonly #name: string;
  readonly #model: Result<VectorModel, Problem>;

  private constructor(name: string, model: Result<VectorModel, Problem>) {
    this.#name = name;
    this.#model = model;
  }

  static async open({ manifest, graph }: ModelPackFiles): Promise<Guard> {
    const parsed = parseManifest(manifest);
    if (!parsed.ok) return new Guard('', parsed);
    const opened = await ModelGraph.open(parsed.value, graph);
    const model = opened.ok ? ok(new VectorModel(opened.value)) : err(opened.error);
    return new Guard(guardName(parsed.value), model);
  }

  /** The reason why it cannot judge; null when it can. */
  get problem(): Problem | null {
    return this.#model.ok ? null : this.#model.error;
  }

  /**
   * @param vectors in bins of 1 Da
   * @param axes the mass axis of each vector; null where it is unknown, as for a mean
   * @returns a verdict for each
   */
  async judge(
    vectors: readonly Float64Array[],
    axes: readonly (MassAxis | null)[],
  ): Promise<readonly GuardVerdict[]> {
    if (!this.#model.ok) {
      const { error } = this.#model;
      return vectors.map(() => notJudged(error, this.#name));
    }
    const { manifest } = this.#model.value;
    const answers = await this.#model.value.answer(vectors);
    return answers.map((answer, i) => guardVerdict(answer, known(axes[i]), manifest));
  }
}

function known(axis: MassAxis | null | undefined): readonly MassAxis[] {
  return axis ? [axis] : [];
}
