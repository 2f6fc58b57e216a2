import type {
  AcquisitionInput,
  ModelAnswer,
  SpectrumOutcome,
  SpectrumWorkerApi,
} from '../../workers/worker-api';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { ModelPack } from './open-model';
import { type StartWorker, WorkerClient } from './worker-client';

/**
 * How many compute workers a computer gets. Four are enough to keep up with the one thread that
 * unpacks a .tar.gz, and each takes some 60 MB once it has its model.
 */
export function defaultPoolSize(cores: number | undefined): number {
  return Math.min(Math.max(1, cores ?? 2), 4);
}

/**
 * Compute workers that share the work. A request goes to the worker that has least to do; the caller
 * bounds how many there are at once. Threads start with the pool, so that they are there when needed.
 */
export class SpectrumPool {
  readonly #workers: readonly WorkerClient<SpectrumWorkerApi>[];
  #loaded: { readonly key: string; readonly done: Promise<Problem | null> } | null = null;

  constructor(start: StartWorker<SpectrumWorkerApi>, size: number) {
    this.#workers = Array.from({ length: size }, () => new WorkerClient(start));
  }

  /** Workers that live. */
  get size(): number {
    return this.#workers.filter((worker) => worker.isAlive).length;
  }

  /**
   * Gives the model to every worker; at once when they have it already. Work may be sent meanwhile.
   * @returns why it cannot be used, or null; a pool of which one worker has it can be used
   */
  load(pack: ModelPack): Promise<Problem | null> {
    const key = `${pack.ref.sha256} ${pack.ref.manifestSha256}`;
    if (this.#loaded?.key !== key) {
      const done = this.#loadAll(pack);
      this.#loaded = { key, done };
      // What failed is tried anew the next time.
      void done.then((fault) => {
        if (fault !== null && this.#loaded?.done === done) this.#loaded = null;
      });
    }
    return this.#loaded.done;
  }

  /** An error means that no outcome came back for the whole batch: its worker has died. */
  process(
    batch: readonly AcquisitionInput[],
    options: { readonly keepVectors: boolean },
  ): Promise<Result<readonly SpectrumOutcome[], Problem>> {
    return this.#leastBusy().ask((api) => api.process(batch, options));
  }

  classify(
    vectors: readonly Float64Array[],
  ): Promise<Result<readonly Result<ModelAnswer, Problem>[], Problem>> {
    return this.#leastBusy().ask((api) => api.classify(vectors));
  }

  terminate(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  async #loadAll({ files }: ModelPack): Promise<Problem | null> {
    const faults = await Promise.all(
      this.#workers.map(async (worker) => {
        const asked = await worker.ask((api) => api.loadModel(files));
        const loaded = asked.ok ? asked.value : asked;
        return loaded.ok ? null : loaded.error;
      }),
    );
    if (faults.some((fault) => fault === null)) {
      // One that could not take what another took is out of order.
      for (const [i, fault] of faults.entries()) if (fault) this.#workers[i]!.retire(fault);
      return null;
    }
    return faults[0] ?? null;
  }

  #leastBusy(): WorkerClient<SpectrumWorkerApi> {
    const living = this.#workers.filter((worker) => worker.isAlive);
    // A dead one answers with why it died.
    return (living.length > 0 ? living : this.#workers).reduce((best, worker) =>
      worker.pending < best.pending ? worker : best,
    );
  }
}
