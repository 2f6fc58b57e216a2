import { internalError } from '../src/core/job/internal-error';
import { problem, type Problem } from '../src/core/problem';
import { err, ok, type Result } from '../src/core/result';
import { modelPatience } from './transport/model-run';
import { type Timers, Watchdog } from './watchdog';
import type { StartWorker, WorkerHandle } from './worker-handle';
import { sentence } from '../src/words/told/sentence';

interface Pending {
  readonly fail: (reason: Problem) => void;
  readonly patience: number;
}

/**
 * Requests to one thread, each of which gets an answer: from the thread, or the reason why it is lost. A
 * thread that is silent for longer than a request may take counts as lost.
 */
export class WorkerClient<Api> {
  readonly #handle: WorkerHandle<Api>;
  // A race with `died` would keep every answer in memory as long as the thread.
  readonly #pending = new Set<Pending>();
  readonly #watchdog: Watchdog;
  #death: Problem | null = null;
  /** Rows that the thread's model computes now; null: it does not compute. */
  #modelRows: number | null = null;

  constructor(start: StartWorker<Api>, timers?: Timers) {
    this.#handle = start();
    this.#watchdog = new Watchdog(
      () => this.retire(this.#modelRows === null ? HUNG : MODEL_HUNG),
      timers,
    );
    this.#handle.onModelRun?.(({ modelRows }) => {
      this.#modelRows = modelRows;
      if (this.isAlive) this.#watch();
    });
    void this.#handle.died.then((reason) => this.retire(reason));
  }

  get isAlive(): boolean {
    return this.#death === null;
  }

  /** Number of unanswered requests. */
  get pending(): number {
    return this.#pending.size;
  }

  /** @param patience milliseconds without any answer after which the thread counts as hung */
  ask<T>(request: (api: Api) => Promise<T>, patience = Infinity): Promise<Result<T, Problem>> {
    if (this.#death !== null) return Promise.resolve(err(this.#death));
    return new Promise((resolve) => {
      const answer = (result: Result<T, Problem>) => {
        if (!this.#pending.delete(pending)) return;
        this.#watch();
        resolve(result);
      };
      const fail = (reason: Problem) => answer(err(reason));
      const pending = { fail, patience };
      this.#pending.add(pending);
      if (this.#pending.size === 1) this.#watch();
      request(this.#handle.api).then(
        (value) => answer(ok(value)),
        (error: unknown) => fail(internalError(error)),
      );
    });
  }

  /** Ends the thread, and answers its open requests with the reason. */
  retire(reason: Problem): void {
    this.#death ??= reason;
    for (const { fail } of [...this.#pending]) fail(reason);
    this.#watchdog.rest();
    this.#handle.terminate();
  }

  /**
   * Restarts the watchdog: the thread works on one request at a time, so the time counts from its last
   * answer.
   */
  #watch(): void {
    if (this.#pending.size === 0) this.#watchdog.rest();
    else if (this.#modelRows !== null) this.#watchdog.watch(modelPatience(this.#modelRows));
    else this.#watchdog.watch(Math.max(...[...this.#pending].map(({ patience }) => patience)));
  }
}

/** Which of a thread's faults is its model's. */
export const MODEL_HUNG = problem(
  'model-hung',
  sentence('thread.modelHung'),
  sentence('thread.modelHungCure'),
);

const HUNG = problem('worker-hung', sentence('thread.hung'), sentence('thread.busyCure'));
