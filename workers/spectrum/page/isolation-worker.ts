import type { Problem } from '../../../src/core/problem';
import { err, type Result } from '../../../src/core/result';
import type { WorkerClient } from '../../worker-client';

type Client<Api> = WorkerClient<Api>;

/**
 * Retries the items of a lost batch one at a time in a fresh worker, so that the item that crashes the
 * worker is identified and the others get their answers.
 */
export class IsolationWorker<Api> {
  readonly #start: () => Promise<Result<Client<Api>, Problem>>;
  #worker: Client<Api> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param start starts a worker that is ready for use; called again when that worker is lost */
  constructor(start: () => Promise<Result<Client<Api>, Problem>>) {
    this.#start = start;
  }

  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /**
   * @returns one answer for each item, in their order; an error is the reason why the worker was lost over
   * it
   */
  async eachAlone<Item, Answer>(
    items: readonly Item[],
    ask: (worker: Client<Api>, item: Item) => Promise<Result<Answer, Problem>>,
  ): Promise<readonly Result<Answer, Problem>[]> {
    this.#waiting += 1;
    const answering = this.#turn.then(async () => {
      const answers: Result<Answer, Problem>[] = [];
      for (const item of items) answers.push(await this.#alone(item, ask));
      return answers;
    });
    this.#turn = answering.catch(() => undefined);
    try {
      return await answering;
    } finally {
      this.#waiting -= 1;
    }
  }

  /**
   * Releases the worker for ordinary work, once no item is left to isolate.
   *
   * @returns null while there are items, or without a worker
   */
  release(): Client<Api> | null {
    if (this.isBusy) return null;
    const worker = this.#worker;
    this.#worker = null;
    return worker?.isAlive === true ? worker : null;
  }

  retire(reason: Problem): void {
    this.#worker?.retire(reason);
  }

  async #alone<Item, Answer>(
    item: Item,
    ask: (worker: Client<Api>, item: Item) => Promise<Result<Answer, Problem>>,
  ): Promise<Result<Answer, Problem>> {
    if (this.#worker?.isAlive !== true) {
      const started = await this.#start();
      if (!started.ok) return err(started.error);
      this.#worker = started.value;
    }
    return ask(this.#worker, item);
  }
}
