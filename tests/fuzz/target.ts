import type { Random } from '../../src/simulate/random';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Changes an input. It may give the input back, but never changes it where it lies. */
export type Mutator = (input: Bytes, random: Random, another: () => Bytes) => Bytes;

/** One reader of what strangers wrote, with what is known of its format. */
export interface Target {
  readonly name: string;
  /** Valid inputs to begin with, the same each time. */
  seeds(): readonly Bytes[] | Promise<readonly Bytes[]>;
  /** Changes that know the format; those for any bytes are used as well. */
  readonly mutators: readonly Mutator[];
  /** Part of the inputs that it gets, where it is slow; 1 when left out. */
  readonly share?: number;
  /**
   * Reads an input to its end, and throws where an invariant is broken: by an exception of the reader, or
   * by `check.ts`.
   *
   * @returns how it ended, in a few words: `ok`, or the kinds of the problems
   */
  run(input: Bytes): readonly string[] | Promise<readonly string[]>;
}

/** What one input may cost. An input that costs more is a finding, like one that throws. */
export const BOUNDS = {
  /** No input is larger. */
  inputBytes: 1024 * 1024,
  /** Milliseconds of processor time, garbage collection and all: the machine may be busy. */
  processorTime: 1500,
  /** Milliseconds by the clock after which an input hangs. */
  hang: 20_000,
  /** Bytes by which an input may raise the peak of the process's memory, or the memory it holds. */
  memory: 160 * 1024 * 1024,
  /** Megabytes of JavaScript heap in all. */
  heap: 640,
} as const;

export function bytesOf(text: string): Bytes {
  return Uint8Array.from(new TextEncoder().encode(text));
}
