import { nextTask } from './in-slices';

/** Messages of many senders for one reader, in their order. */
export class Mailbox<T> {
  #messages: T[] = [];
  #wake: (() => void) | null = null;

  put(message: T): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  /** Puts a message in a task of its own, so that a page can draw before it. */
  putLater(message: T): void {
    void nextTask().then(() => this.put(message));
  }

  /** All messages that have come, one at least: waits for it. One reader at a time. */
  async take(): Promise<readonly T[]> {
    if (this.#messages.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }
}
