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
 * How many compute workers a computer gets. One core is left to the page and to the thread that unpacks:
 * on two cores a second worker brings nothing, and a new page a slower start (docs/benchmarks.md). Four are enough to keep
 * up with the one thread that unpacks a .tar.gz, and each takes some 60 MB once it has its model.
 */
export function defaultPoolSize(cores: number | undefined): number {
  return Math.min(Math.max(1, (cores ?? 3) - 1), 4);
}

/**
 * Milliseconds without any answer after which a worker hangs: a thousand times what a spectrum takes,
 * as its file may lie on a slow drive, and the computer may have other things to do.
 */
const PATIENCE = 30_000;
const PATIENCE_A_SPECTRUM = 2_000;
/** Opening a model compiles it, and runs it once. */
const PATIENCE_TO_LOAD = 120_000;
/** Faults of ours in a row that come again in a new worker: they are no longer tried there, then. */
const MAX_CONFIRMED = 8;

/**
 * Compute workers that share the work. A request goes to the worker that has least to do; the caller
 * bounds how many there are at once.
 *
 * The first worker starts with the pool, the others once it has its model: opening it takes a core's
 * whole attention, so that two at once would bring the first row later, and the last one of a plate.
 *
 * A worker that dies, hangs, or meets a fault of ours (out of memory is one) is ended. What it had not
 * answered goes spectrum by spectrum to a new worker, which takes the lost one's place afterwards: so
 * one spectrum costs its own row at most.
 */
export class SpectrumPool {
  readonly #start: StartWorker<SpectrumWorkerApi>;
  readonly #size: number;
  readonly #timers: Timers | undefined;
  readonly #lone = new IsolationWorker(() => this.#startLoaded());
  #first: Client;
  #others: readonly Client[] = [];
  /** Of the others, those that have the model. */
  readonly #ready = new Set<Client>();
  #loaded: {
    readonly key: string;
    readonly packs: Packs;
    readonly done: Promise<Problem | null>;
  } | null = null;
  #guardProblem: Problem | null = null;
  #confirmed = 0;
  #starting = 0;

  /** @param size workers, once all have started */
  constructor(start: StartWorker<SpectrumWorkerApi>, size: number, timers?: Timers) {
    this.#start = start;
    this.#size = size;
    this.#timers = timers;
    this.#first = this.#newWorker();
  }

  /** Workers that take work now; 0 when the pool is of no further use. */
  get size(): number {
    return this.#living().length;
  }

  /** Why a worker could not open the guard that it was given; null while all have. */
  get guardProblem(): Problem | null {
    return this.#guardProblem;
  }

  /**
   * Gives the model to every worker; at once when they have it already. Work may be sent meanwhile.
   * @param guard the marker model that watches it; null for none
   * @returns why it cannot be used, or null: as soon as the first worker knows
   */
  load(pack: ModelPack, guard: ModelPack | null = null): Promise<Problem | null> {
    const packs = { pack, guard };
    const key = keyOf(packs);
    // If the guard could not be opened, the pool tries again, as it does for a model.
    if (this.#loaded?.key !== key || this.#guardProblem !== null) {
      this.#guardProblem = null;
      this.#ready.clear();
      // Whatever it still does is of a job that has ended.
      this.#lone.retire(LOST);
      const done = this.#loadFirst(packs);
      this.#loaded = { key, packs, done };
      void done.then((fault) => {
        if (this.#loaded?.done !== done) return;
        // What failed is tried anew the next time.
        if (fault === null) this.#loadOthers(packs, done);
        else this.#loaded = null;
      });
    }
    return this.#loaded.done;
  }

  /**
   * One answer a spectrum: its outcome, or why a worker was lost over it. An error as a whole means
   * that there is no worker any more.
   */
  process(batch: readonly AcquisitionInput[], options: ProcessOptions): Answers<SpectrumOutcome> {
    return this.#answerAll(
      batch,
      (api, some) => api.process(some, options),
      ({ answer }) => answer?.ok === false && answer.error.kind === 'internal-error',
    );
  }

  /** One answer a vector. An error as a whole means that there is no worker any more. */
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

  /** @param isFault whether an answer is a fault of ours, which may be the worker's and not the item's */
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

  /** A new worker with the model. One that is lost before it has it is tried once more. */
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
   * The worker that did what was lost takes the place of one that was lost, or a new one does.
   * @returns why there is no worker at all any more; null while there is one
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
    // Of a model that was given before another one, it is of no account any more.
    if (this.#loaded?.packs === packs) this.#guardProblem ??= guardProblem;
    return null;
  }

  #living(): readonly Client[] {
    return [this.#first, ...this.#ready].filter((worker) => worker.isAlive);
  }

  #leastBusy(): Client {
    // A dead one answers with why it died.
    return this.#living().reduce(
      (best, worker) => (worker.pending < best.pending || !best.isAlive ? worker : best),
      this.#first,
    );
  }
}

/** What every worker has: a model, and what watches it. */
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
