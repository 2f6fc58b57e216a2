import type { Random } from '../../src/simulate/random';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Changes an input. It may return the input itself, but never changes it in place. */
export type Mutator = (input: Bytes, random: Random, another: () => Bytes) => Bytes;

/** A reader of foreign bytes, with what is known of its format. */
export interface Target {
  readonly name: string;
  /** Valid inputs to start with, the same each time. */
  seeds(): readonly Bytes[] | Promise<readonly Bytes[]>;
  /** Changes by someone who knows the format. Changes of any bytes are used as well. */
  readonly mutators: readonly Mutator[];
  /** Its part of the inputs, for a slow target; 1 if absent. */
  readonly share?: number;
  /**
   * Reads an input to its end, and throws when an invariant is broken: by an exception of the reader, or by
   * `check.ts`.
   *
   * @returns how it ended, in a few words: `ok`, or the kinds of the problems
   */
  run(input: Bytes): readonly string[] | Promise<readonly string[]>;
}

/** The most that one input may cost. An input that costs more is a finding, like one that throws. */
export const BOUNDS = {
  /** Size of the largest input. */
  inputBytes: 1024 * 1024,
  /** Milliseconds of processor time, including garbage collection, since the machine may be busy. */
  processorTime: 1500,
  /** Milliseconds of wall time after which an input hangs. */
  hang: 20_000,
  /** Bytes by which an input may raise the peak of the process's memory, or the memory that it keeps. */
  memory: 160 * 1024 * 1024,
  /** Megabytes of JavaScript heap in all. */
  heap: 640,
} as const;

export function bytesOf(text: string): Bytes {
  return Uint8Array.from(new TextEncoder().encode(text));
}
