import { internalError } from '../core/job/internal-error';
import type { Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';

/** A thread that answers requests, or whatever stands in for one. */
export interface WorkerHandle<Api> {
  readonly api: Api;
  /** Resolves with the reason when the thread ends by itself, and never otherwise. */
  readonly died: Promise<Problem>;
  terminate(): void;
}

/** Begins to start a thread. Never throws: one that cannot start has died. */
export type StartWorker<Api> = () => WorkerHandle<Api>;

/** Requests to one thread, each of which is answered: by the thread, or by why it is gone. */
export class WorkerClient<Api> {
  readonly #handle: WorkerHandle<Api>;
  // Not a race with `died`, which would keep every answer alive as long as the thread.
  readonly #pending = new Set<(reason: Problem) => void>();
  #death: Problem | null = null;

  constructor(start: StartWorker<Api>) {
    this.#handle = start();
    void this.#handle.died.then((reason) => this.retire(reason));
  }

  get isAlive(): boolean {
    return this.#death === null;
  }

  /** Requests that are not answered yet. */
  get pending(): number {
    return this.#pending.size;
  }

  ask<T>(request: (api: Api) => Promise<T>): Promise<Result<T, Problem>> {
    if (this.#death !== null) return Promise.resolve(err(this.#death));
    return new Promise((resolve) => {
      const answer = (result: Result<T, Problem>) => {
        this.#pending.delete(fail);
        resolve(result);
      };
      const fail = (reason: Problem) => answer(err(reason));
      this.#pending.add(fail);
      request(this.#handle.api).then(
        (value) => answer(ok(value)),
        (error: unknown) => fail(internalError(error)),
      );
    });
  }

  /** Gives it no further work; what it has not answered is answered with the reason. */
  retire(reason: Problem): void {
    this.#death ??= reason;
    for (const fail of this.#pending) fail(reason);
    this.#handle.terminate();
  }

  terminate(): void {
    this.#handle.terminate();
  }
}
