import type { AcquisitionInput, ProcessOptions, SpectrumWorkerApi } from '../api';
import type { ModelAnswer, SpectrumOutcome } from '../../../src/core/job/outcome';
import type { Problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';
import { Pace, paysAnotherThread } from './growth';
import { Hangs } from './hangs';
import { IsolationWorker } from './isolation-worker';
import type { ModelPack } from '../../../src/io/open-model-pack';
import { leastBusy } from './least-busy';
import { keyOf, loadInto, type Packs } from './packs';
import { patienceOf } from './patience';
import { GIVEN_UP, LOST, present, STOPPED } from './pool-problems';
import type { Timers } from '../../watchdog';
import { MODEL_HUNG, WorkerClient } from '../../worker-client';
import { type StartWorker } from '../../worker-handle';

type Client = WorkerClient<SpectrumWorkerApi>;
type Answers<T> = Promise<Result<readonly Result<T, Problem>[], Problem>>;

/** Number of consecutive internal faults that a new worker confirms, after which faults are not retried. */
const MAX_CONFIRMED = 8;

/**
 * Compute workers that share the work. A request goes to the worker with the fewest pending ones; the
 * caller limits their number.
 *
 * The first worker starts with the pool. The others start one after the other, whenever the waiting work
 * pays for another (`growth.ts`), and end with the job: a page at rest has one worker.
 *
 * A worker that dies, hangs, or reports an internal fault (such as out of memory) is ended. Its unanswered
 * spectra go one by one to a new worker, which replaces the lost one afterwards. So one spectrum affects at
 * most its own row.
 */
export class SpectrumPool {
  readonly #start: StartWorker<SpectrumWorkerApi>;
  readonly #size: number;
  readonly #timers: Timers | undefined;
  readonly #pays: typeof paysAnotherThread;
  readonly #lone = new IsolationWorker(() => this.#startLoaded());
  #first: Client;
  /** The workers, other than the first, which have loaded the model. */
  readonly #others = new Set<Client>();
  #loaded: {
    readonly key: string;
    readonly packs: Packs;
    readonly done: Promise<Problem | null>;
  } | null = null;
  #guardProblem: Problem | null = null;
  #confirmed = 0;
  readonly #hangs = new Hangs();
  #starting = 0;
  /** Number of workers that the work has paid for, which are replaced when they are lost. */
  #wanted = 1;
  /** Whether no other worker could be started for this job. */
  #isStuck = false;
  readonly #pace = new Pace();

  /**
   * @param size largest number of workers
   * @param pays decides whether another one is started
   */
  constructor(
    start: StartWorker<SpectrumWorkerApi>,
    size: number,
    timers?: Timers,
    pays = paysAnotherThread,
  ) {
    this.#start = start;
    this.#size = size;
    this.#timers = timers;
    this.#pays = pays;
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
   * Loads the model into the first worker, or returns at once when it has it. The others are ended. Work may
   * be sent in the meantime.
   *
   * @param guard the marker model that watches it; null for none
   * @returns the reason why it cannot be used, or null, as soon as the first worker knows
   */
  load(pack: ModelPack, guard: ModelPack | null = null): Promise<Problem | null> {
    const packs = { pack, guard };
    const key = keyOf(packs);
    // If the guard could not be opened, the pool tries again, as it does for a model.
    // A model that was given up is tried again by the next job.
    const isUsable = this.#guardProblem === null && !this.#hangs.isGivenUp;
    if (this.#loaded?.key !== key || !isUsable) {
      this.#guardProblem = null;
      this.#hangs.forget();
      this.rest();
      this.#pace.close(this.#first);
      // Its remaining work belongs to a job that has ended.
      this.#lone.retire(LOST);
      const done = this.#loadFirst(packs);
      this.#loaded = { key, packs, done };
      void done.then((fault) => {
        if (this.#loaded?.done !== done) return;
        // A model that failed is tried again the next time.
        if (fault !== null) this.#loaded = null;
        else this.#pace.open(this.#first, this.#now());
      });
    }
    return this.#loaded.done;
  }

  /**
   * Starts another worker if the work pays for it, unless one is starting.
   *
   * @param waiting spectra of this job that wait, known or expected
   * @returns what resolves once it takes work, or did not start; null when none is started
   */
  grow(waiting: number): Promise<unknown> | null {
    const { size } = this;
    if (this.#isStuck || this.#starting > 0 || this.#lone.isBusy) return null;
    if (size === 0 || size >= this.#size) return null;
    if (!this.#pays(waiting, this.#pace.time, size)) return null;
    this.#wanted = size + 1;
    return this.#startAnother();
  }

  /** Ends all workers but one, after a job. What they still work on is of no use any more. */
  rest(): void {
    const [kept, ...others] = this.#living();
    for (const worker of others) worker.retire(STOPPED);
    this.#first = kept ?? this.#first;
    this.#others.clear();
    this.#wanted = 1;
    this.#isStuck = false;
    this.#pace.reset();
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
      true,
    );
  }

  /** Classifies vectors, with one answer for each. An error as a whole means that no worker is left. */
  async classify(vectors: readonly Float64Array[]): Answers<ModelAnswer> {
    const answered = await this.#answerAll(
      vectors,
      (api, some) => api.classify(some),
      (answer) => !answer.ok && answer.error.kind === 'internal-error',
      false,
    );
    return answered.ok ? ok(answered.value.map((one) => (one.ok ? one.value : one))) : answered;
  }

  terminate(): void {
    this.#loaded = null;
    for (const worker of [this.#first, ...this.#others]) worker.retire(STOPPED);
    this.#wanted = 0;
    this.#lone.retire(STOPPED);
  }

  /**
   * @param isFault whether an answer is an internal fault, which the worker rather than the item may have
   * caused
   * @param isTimed whether the time of the items counts
   */
  async #answerAll<Item, Answer>(
    items: readonly Item[],
    ask: (api: SpectrumWorkerApi, items: readonly Item[]) => Promise<readonly Answer[]>,
    isFault: (answer: Answer) => boolean,
    isTimed: boolean,
  ): Answers<Answer> {
    if (this.#hangs.isGivenUp) return err(GIVEN_UP);
    const worker = leastBusy(this.#living(), this.#first);
    const sent = this.#now();
    const asked = await worker.ask((api) => ask(api, items), patienceOf(items.length));
    if (!asked.ok) {
      if (asked.error === STOPPED) return asked;
      worker.retire(asked.error);
    } else this.#pace.note(worker, sent, this.#now(), isTimed ? items.length : 0);
    const answers = items.map((_, i): Result<Answer, Problem> =>
      asked.ok ? present(asked.value[i]) : asked,
    );
    const isLost = (answer: Result<Answer, Problem>) => !answer.ok || isFault(answer.value);
    const lost = items.flatMap((item, i) => (isLost(answers[i]!) ? [{ item, i }] : []));
    if (lost.length === 0 || (asked.ok && this.#confirmed >= MAX_CONFIRMED)) return ok(answers);

    worker.retire(LOST);
    const again = await this.#lone.eachAlone(lost, async (lone, { item }) => {
      if (this.#hangs.isGivenUp) return err(GIVEN_UP);
      const alone = await lone.ask((api) => ask(api, [item]), patienceOf(1));
      const answer = alone.ok ? present(alone.value[0]) : alone;
      this.#hangs.note(alone);
      if (!isLost(answer)) this.#confirmed = 0;
      else {
        if (answer.ok) this.#confirmed += 1;
        lone.retire(LOST);
      }
      return answer;
    });
    if (this.#hangs.isGivenUp) return err(GIVEN_UP);
    again.forEach((answer, k) => (answers[lost[k]!.i] = answer));
    const none = await this.#replaceLost();
    return none === null ? ok(answers) : err(none);
  }

  #newWorker(): Client {
    return new WorkerClient(this.#start, this.#timers);
  }

  async #loadFirst(packs: Packs): Promise<Problem | null> {
    const wasAlive = this.#first.isAlive;
    const fault = await this.#loadInto(this.#first, packs);
    if (fault === null || this.#first.isAlive || fault === STOPPED) return fault;
    this.#first = this.#newWorker();
    if (wasAlive && fault === MODEL_HUNG) return fault;
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
      if (fault === MODEL_HUNG) break;
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
    if (this.#lone.isBusy || there + this.#starting >= this.#wanted) return null;
    const starting = this.#startAnother();
    return this.size === 0 ? starting : null;
  }

  /** @returns the reason why it did not start; null when it did */
  async #startAnother(): Promise<Problem | null> {
    this.#starting += 1;
    const loaded = this.#loaded;
    const started = await this.#startLoaded();
    this.#starting -= 1;
    if (!started.ok) {
      this.#isStuck = true;
      return started.error;
    }
    // The job may have ended in the meantime, or another model may have been loaded.
    if (loaded !== this.#loaded || this.size >= this.#wanted) started.value.retire(STOPPED);
    else this.#join(started.value);
    return null;
  }

  #join(worker: Client): void {
    for (const other of this.#others) if (!other.isAlive) this.#others.delete(other);
    this.#others.add(worker);
    this.#pace.open(worker, this.#now());
  }

  #now(): number {
    return this.#timers?.now() ?? performance.now();
  }

  async #loadInto(worker: Client, packs: Packs): Promise<Problem | null> {
    const loaded = await loadInto(worker, packs);
    if (!loaded.ok) return loaded.error;
    const { guardProblem = null } = loaded.value;
    // Ignored for a model that has been replaced in the meantime.
    if (this.#loaded?.packs === packs) this.#guardProblem ??= guardProblem;
    return null;
  }

  #living(): readonly Client[] {
    return [this.#first, ...this.#others].filter((worker) => worker.isAlive);
  }
}
