import { problem, type Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import { prefetch } from '../../engine/prefetch';
import { defaultPoolSize } from '../../../workers/spectrum/page/growth';
import type { SpectrumPool } from '../../../workers/spectrum/page/pool';
import { planGuard } from '../../engine/plan-guard';
import { type JobThreads, startJobThreads } from '../../../workers/job-threads';
import { idle } from '../idle';
import type { Analysis, PreparedModel } from './analysis';
import type { ModelShelf } from '../model-shelf.svelte';
import type { SettingsState } from '../settings.svelte';
import { sentence } from '../../words/told/sentence';

/** Number of events of a job that are made before they are consumed: a few batches of rows. */
const AHEAD = 6;

/** The engine in a browser, with the models that ship with the app and this page's own workers. */
export class BrowserAnalysis implements Analysis {
  readonly #models: ModelShelf;
  readonly #settings: SettingsState;
  #threads: JobThreads | null = null;
  #isRunIn = false;

  constructor(models: ModelShelf, settings: SettingsState) {
    this.#models = models;
    this.#settings = settings;
  }

  async prepare(model: string | null): Promise<Result<PreparedModel, Problem>> {
    // The threads start while the model is being read.
    const { pool, archive } = this.#start();
    const [models, engine] = await Promise.all([
      this.#models.load(),
      // Imported here, so that the page does not load the code of jobs at its start.
      import('../../engine/run-job').catch(() => null),
      this.#settings.load(),
    ]);
    if (!models.ok) return models;
    if (engine === null) return err(engineAbsent());
    const chosen = this.#models.chosen(model ?? this.#settings.values.model);
    if (chosen === null) return err(noModel());
    // Another model in its place would make it another job.
    if (model !== null && chosen.key !== model) return err(modelAbsent(model));
    if (!chosen.pack.ok) return chosen.pack;
    const pack = chosen.pack.value;
    const { watch: wanted } = this.#settings.values;
    const guard = planGuard(pack.manifest, wanted[chosen.key] ?? null, this.#models.guard());
    // The workers load it while the files are listed; if they refuse it, the run reports that.
    void pool.load(pack, guard?.guard);
    return ok({
      key: chosen.key,
      ref: pack.ref,
      manifest: pack.manifest,
      guard: guard?.told ?? null,
      run: ({ signal, ...input }) =>
        prefetch(engine.runJob(input, { pack, guard, pool, archive }, signal), AHEAD),
      runIn: (signal) => this.#runIn(pool, signal),
    });
  }

  async #runIn(pool: SpectrumPool, signal: AbortSignal): Promise<void> {
    if (this.#isRunIn) return;
    this.#isRunIn = true;
    const engine = await import('../../engine/run-in').catch(() => null);
    await engine?.runIn(pool, idle, signal);
  }

  #start(): JobThreads {
    // Threads that were lost are not used for the next job.
    if (this.#threads?.pool.size === 0) this.end();
    if (this.#threads === null) {
      this.#threads = startJobThreads(defaultPoolSize(navigator.hardwareConcurrency));
      void this.#threads.archive.died.then(() => this.end());
    }
    return this.#threads;
  }

  /** Ends the threads. The next job starts others. */
  end(): void {
    this.#threads?.pool.terminate();
    this.#threads?.archive.terminate();
    this.#threads = null;
  }
}

function noModel(): Problem<'no-model'> {
  return problem('no-model', sentence('job.noModel'), sentence('told.noModelCure'));
}

function engineAbsent(): Problem<'engine-unreachable'> {
  return problem('engine-unreachable', sentence('job.partAbsent'), sentence('job.partAbsentCure'));
}

function modelAbsent(key: string): Problem<'model-absent'> {
  return problem(
    'model-absent',
    sentence('job.modelAbsent', { key }),
    sentence('job.modelAbsentCure'),
  );
}
