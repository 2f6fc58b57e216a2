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
 * bounds how many there are at once.
 *
 * The first worker starts with the pool, the others once it has its model: opening it takes a core's
 * whole attention, so that two at once would bring the first row later, and the last one of a plate.
 */
export class SpectrumPool {
  readonly #start: StartWorker<SpectrumWorkerApi>;
  readonly #size: number;
  readonly #first: WorkerClient<SpectrumWorkerApi>;
  #others: readonly WorkerClient<SpectrumWorkerApi>[] = [];
  /** Of the others, those that have the model. */
  readonly #ready = new Set<WorkerClient<SpectrumWorkerApi>>();
  #loaded: { readonly key: string; readonly done: Promise<Problem | null> } | null = null;

  /** @param size workers, once all have started */
  constructor(start: StartWorker<SpectrumWorkerApi>, size: number) {
    this.#start = start;
    this.#size = size;
    this.#first = new WorkerClient(start);
  }

  /** Workers that take work now; 0 when the pool is of no further use. */
  get size(): number {
    return this.#living().length;
  }

  /**
   * Gives the model to every worker; at once when they have it already. Work may be sent meanwhile.
   * @returns why it cannot be used, or null: as soon as the first worker knows
   */
  load(pack: ModelPack): Promise<Problem | null> {
    const key = `${pack.ref.sha256} ${pack.ref.manifestSha256}`;
    if (this.#loaded?.key !== key) {
      this.#ready.clear();
      const done = loadInto(this.#first, pack);
      this.#loaded = { key, done };
      void done.then((fault) => {
        if (this.#loaded?.done !== done) return;
        // What failed is tried anew the next time.
        if (fault === null) this.#loadOthers(pack, done);
        else this.#loaded = null;
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
    for (const worker of [this.#first, ...this.#others]) worker.terminate();
  }

  #loadOthers(pack: ModelPack, done: Promise<Problem | null>): void {
    if (this.#others.length === 0) {
      const count = Math.max(0, this.#size - 1);
      this.#others = Array.from({ length: count }, () => new WorkerClient(this.#start));
    }
    for (const worker of this.#others) {
      void loadInto(worker, pack).then((fault) => {
        if (fault === null && this.#loaded?.done === done) this.#ready.add(worker);
      });
    }
  }

  #living(): readonly WorkerClient<SpectrumWorkerApi>[] {
    return [this.#first, ...this.#ready].filter((worker) => worker.isAlive);
  }

  #leastBusy(): WorkerClient<SpectrumWorkerApi> {
    // A dead one answers with why it died.
    return this.#living().reduce(
      (best, worker) => (worker.pending < best.pending || !best.isAlive ? worker : best),
      this.#first,
    );
  }
}

async function loadInto(
  worker: WorkerClient<SpectrumWorkerApi>,
  { files }: ModelPack,
): Promise<Problem | null> {
  const asked = await worker.ask((api) => api.loadModel(files));
  const loaded = asked.ok ? asked.value : asked;
  return loaded.ok ? null : loaded.error;
}
