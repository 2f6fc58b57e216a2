import { markOrders } from '../../src/core/orders';

/** Milliseconds between two tellings: to a person's screen, and to a log that keeps them all. */
const SCREEN = 100;
const LOG = 5_000;

/** Where progress goes: stderr, or what stands in for it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Progress on stderr: one line that changes where a person looks on, else a line now and then. */
export class ProgressLine {
  readonly #stream: ProgressStream;
  #told = performance.now();
  #shown = 0;
  readonly #said = new Set<string>();

  constructor(stream: ProgressStream = process.stderr) {
    this.#stream = stream;
  }

  update(text: string): void {
    const { isTTY } = this.#stream;
    const now = performance.now();
    if (now - this.#told < (isTTY === true ? SCREEN : LOG)) return;
    this.#told = now;
    this.#stream.write(isTTY === true ? `\r${text.padEnd(this.#shown)}` : `${text}\n`);
    this.#shown = isTTY === true ? text.length : 0;
  }

  /** A line that stays; said once. */
  say(text: string): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    if (this.#shown > 0) this.#stream.write(`\r${' '.repeat(this.#shown)}\r`);
    this.#shown = 0;
    // A file's name may hold what a terminal takes for an order.
    this.#stream.write(`${markOrders(text)}\n`);
  }
}
