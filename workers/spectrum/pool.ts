import type { AcquisitionInput, ProcessOptions, SpectrumWorkerApi } from './api';
import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';
import { internalError } from '../../src/core/job/internal-error';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { IsolationWorker } from './isolation-worker';
import type { ModelPack } from '../../src/io/open-model-pack';
import type { Timers } from '../watchdog';
import { WorkerClient } from '../worker-client';
import { type StartWorker } from '../worker-handle';

type Client = WorkerClient<SpectrumWorkerApi>;
type Answers<T> = Promise<Result<readonly Result<T, Problem>[], Problem>>;

/**
 * Returns the number of compute workers for a computer. One core is left for the page and the thread that
 * unpacks: on two cores a second worker brings nothing, and a new page a slower start (docs/benchmarks.md).
 * Four are enough to keep up with the one thread that unpacks a .tar.gz, and each takes some 60 MB with its
 * model.
 */
export function defaultPoolSize(cores: number | undefined): number {
  return Math.min(Math.max(1, (cores ?? 3) - 1), 4);
}

/**
 * Milliseconds without any answer after which a worker counts as hung: a thousand times the time for a
 * spectrum, since its file may be on a slow drive, and the computer may be busy.
 */
const PATIENCE = 30_000;
const PATIENCE_A_SPECTRUM = 2_000;
/** Longer, since opening a model compiles it, and runs it once. */
const PATIENCE_TO_LOAD = 120_000;
/** Number of consecutive internal faults that a new worker confirms, after which faults are not retried. */
const MAX_CONFIRMED = 8;

/**
 * Compute workers that share the work. A request goes to the worker with the fewest pending ones; the
 * caller limits their number.
 *
 * The first worker starts with the pool, and the others once it has loaded its model: loading occupies a
 * core, and two at once would delay the first row, and the last one of a plate.
 *
 * A worker that dies, hangs, or reports an internal fault (such as out of memory) is ended. Its unanswered
 * spectra go one by one to a new worker, which replaces the lost one afterwards. So one spectrum affects at
 * most its own row.
 */
export class SpectrumPool {
  readonly #start: StartWorker<SpectrumWorkerApi>;
  readonly #size: number;
  readonly #timers: Timers | undefined;
  readonly #lone = new IsolationWorker(() => this.#startLoaded());
  #first: Client;
  #others: readonly Client[] = [];
  /** The workers, other than the first, that have loaded the model. */
  readonly #ready = new Set<Client>();
  #loaded: {
    readonly key: string;
    readonly packs: Packs;
    readonly done: Promise<Problem | null>;
  } | null = null;
  #guardProblem: Problem | null = null;
  #confirmed = 0;
  #starting = 0;

  /** @param size number of workers, once all have started */
  constructor(start: StartWorker<SpectrumWorkerApi>, size: number, timers?: Timers) {
    this.#start = start;
    this.#size = size;
    this.#timers = timers;
    this.#first = this.#newWorker();
  }

  /** Current number of workers that take work; 0 when the pool can no longer be used. */
  get size(): number {
    return this.#living().length;
  }

  /** The reason why a worker could not open its guard; null while all could. */
  get guardProblem(): Problem | null {
    return this.#guardProblem;
  }

  /**
   * Loads the model into every worker, or returns at once when they have it. Work may be sent in the
   * meantime.
   *
   * @param guard the marker model that watches it; null for none
   * @returns the reason why it cannot be used, or null, as soon as the first worker knows
   */
  load(pack: ModelPack, guard: ModelPack | null = null): Promise<Problem | null> {
    const packs = { pack, guard };
    const key = keyOf(packs);
    // If the guard could not be opened, the pool tries again, as it does for a model.
    if (this.#loaded?.key !== key || this.#guardProblem !== null) {
      this.#guardProblem = null;
      this.#ready.clear();
      // Its remaining work belongs to a job that has ended.
      this.#lone.retire(LOST);
      const done = this.#loadFirst(packs);
      this.#loaded = { key, packs, done };
      void done.then((fault) => {
        if (this.#loaded?.done !== done) return;
        // A model that failed is tried again the next time.
        if (fault === null) this.#loadOthers(packs, done);
        else this.#loaded = null;
      });
    }
    return this.#loaded.done;
  }

  /**
   * Processes spectra, with one answer for each: its outcome, or why a worker was lost over it. An error as
   * a whole means that no worker is left.
   */
  process(batch: readonly AcquisitionInput[], options: ProcessOptions): Answers<SpectrumOutcome> {
    return this.#answerAll(
      batch,
      (api, some) => api.process(some, options),
      ({ answer }) => answer?.ok === false && answer.error.kind === 'internal-error',
    );
  }

  /** Classifies vectors, with one answer for each. An error as a whole means that no worker is left. */
  async classify(vectors: readonly Float64Array[]): Answers<ModelAnswer> {
    const answered = await this.#answerAll(
      vectors,
      (api, some) => api.classify(some),
      (answer) => !answer.ok && answer.error.kind === 'internal-error',
    );
    return answered.ok ? ok(answered.value.map((one) => (one.ok ? one.value : one))) : answered;
  }

  terminate(): void {
    this.#loaded = null;
    for (const worker of [this.#first, ...this.#others]) worker.retire(STOPPED);
    this.#lone.retire(STOPPED);
  }

  /**
   * @param isFault whether an answer is an internal fault, which the worker rather than the item may have
   * caused
   */
  async #answerAll<Item, Answer>(
    items: readonly Item[],
    ask: (api: SpectrumWorkerApi, items: readonly Item[]) => Promise<readonly Answer[]>,
    isFault: (answer: Answer) => boolean,
  ): Answers<Answer> {
    const worker = this.#leastBusy();
    const asked = await worker.ask((api) => ask(api, items), patienceOf(items.length));
    if (!asked.ok) {
      if (asked.error === STOPPED) return asked;
      worker.retire(asked.error);
    }
    const answers = items.map((_, i): Result<Answer, Problem> => {
      if (!asked.ok) return asked;
      const answer = asked.value[i];
      return answer === undefined ? err(internalError('an answer is missing')) : ok(answer);
    });
    const isLost = (answer: Result<Answer, Problem>) => !answer.ok || isFault(answer.value);
    const lost = items.flatMap((item, i) => (isLost(answers[i]!) ? [{ item, i }] : []));
    if (lost.length === 0 || (asked.ok && this.#confirmed >= MAX_CONFIRMED)) return ok(answers);

    worker.retire(LOST);
    const again = await this.#lone.eachAlone(lost, async (lone, { item }) => {
      const alone = await lone.ask((api) => ask(api, [item]), patienceOf(1));
      const answer: Result<Answer, Problem> = !alone.ok
        ? alone
        : alone.value[0] === undefined
          ? err(internalError('an answer is missing'))
          : ok(alone.value[0]);
      if (!isLost(answer)) this.#confirmed = 0;
      else {
        if (answer.ok) this.#confirmed += 1;
        lone.retire(LOST);
      }
      return answer;
    });
    again.forEach((answer, k) => (answers[lost[k]!.i] = answer));
    const none = await this.#replaceLost();
    return none === null ? ok(answers) : err(none);
  }

  #newWorker(): Client {
    return new WorkerClient(this.#start, this.#timers);
  }

  async #loadFirst(packs: Packs): Promise<Problem | null> {
    const fault = await this.#loadInto(this.#first, packs);
    if (fault === null || this.#first.isAlive || fault === STOPPED) return fault;
    this.#first = this.#newWorker();
    return this.#loadInto(this.#first, packs);
  }

  /** Starts a worker and loads the model. If it is lost before, a second one is started. */
  async #startLoaded(): Promise<Result<Client, Problem>> {
    let fault: Problem = STOPPED;
    for (let tries = 0; tries < 2 && this.#loaded !== null; tries++) {
      const worker = this.#newWorker();
      const refused = await this.#loadInto(worker, this.#loaded.packs);
      if (refused === null && worker.isAlive) return ok(worker);
      fault = refused ?? LOST;
      worker.retire(fault);
    }
    return err(fault);
  }

  /**
   * Replaces a lost worker by the isolation worker, or else by a new one.
   *
   * @returns the reason why no worker is left; null while there is one
   */
  async #replaceLost(): Promise<Problem | null> {
    const worker = this.#lone.release();
    if (worker !== null) this.#join(worker);
    const there = [this.#first, ...this.#others].filter(({ isAlive }) => isAlive).length;
    if (this.#lone.isBusy || there + this.#starting >= this.#size) return null;
    this.#starting += 1;
    const starting = this.#startLoaded().then((started) => {
      this.#starting -= 1;
      if (started.ok) this.#join(started.value);
      return started.ok ? null : started.error;
    });
    return this.size === 0 ? starting : null;
  }

  #join(worker: Client): void {
    this.#others = [...this.#others.filter(({ isAlive }) => isAlive), worker];
    this.#ready.add(worker);
  }

  #loadOthers(packs: Packs, done: Promise<Problem | null>): void {
    const living = this.#others.filter(({ isAlive }) => isAlive);
    const missing = Math.max(0, this.#size - 1 - living.length);
    this.#others = [...living, ...Array.from({ length: missing }, () => this.#newWorker())];
    for (const worker of this.#others) {
      void this.#loadInto(worker, packs).then((fault) => {
        if (fault === null && this.#loaded?.done === done) this.#ready.add(worker);
      });
    }
  }

  async #loadInto(worker: Client, packs: Packs): Promise<Problem | null> {
    const { pack, guard } = packs;
    const asked = await worker.ask(
      (api) => api.loadModel(pack.files, guard?.files ?? null),
      PATIENCE_TO_LOAD,
    );
    const loaded = asked.ok ? asked.value : asked;
    if (!loaded.ok) return loaded.error;
    const { guardProblem = null } = loaded.value;
    // Ignored for a model that has been replaced in the meantime.
    if (this.#loaded?.packs === packs) this.#guardProblem ??= guardProblem;
    return null;
  }

  #living(): readonly Client[] {
    return [this.#first, ...this.#ready].filter((worker) => worker.isAlive);
  }

  #leastBusy(): Client {
    // A dead worker answers with the reason of its death.
    return this.#living().reduce(
      (best, worker) => (worker.pending < best.pending || !best.isAlive ? worker : best),
      this.#first,
    );
  }
}

/** The model that every worker has, and its guard. */
interface Packs {
  readonly pack: ModelPack;
  readonly guard: ModelPack | null;
}

function keyOf({ pack, guard }: Packs): string {
  const sums = [pack, guard].map((one) => one && `${one.ref.sha256} ${one.ref.manifestSha256}`);
  return sums.join(' ');
}

function patienceOf(items: number): number {
  return PATIENCE + items * PATIENCE_A_SPECTRUM;
}

const STOPPED = problem('pool-stopped', 'The work was stopped.', 'Start it again.');

const LOST = problem(
  'worker-lost',
  'A part of ktyper that works in the background was stopped and begun anew.',
  'Nothing to do.',
);
