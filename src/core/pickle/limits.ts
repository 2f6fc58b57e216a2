/** The most that a pickle may cost. The work is linear in its bytes, so these limits bound the time too. */
export interface PickleLimits {
  readonly bytes: number;
  /** Number of instructions, which are the parser's steps. */
  readonly opcodes: number;
  /** Lists, tuples, dictionaries, sets and records. */
  readonly objects: number;
  readonly memo: number;
  /** Number of values that wait to be put into another. */
  readonly stack: number;
  /** Levels of values within values. */
  readonly depth: number;
  /** Bytes of one line, in which protocol 0 writes texts. */
  readonly line: number;
  /** Decimal digits, or bytes, of one integer. */
  readonly integerDigits: number;
}

/**
 * Enough for a forest of 10,000 trees (a pickled tree takes about 170 instructions), and far below what would
 * harm a browser's tab.
 */
export const PICKLE_LIMITS: PickleLimits = {
  bytes: 128 * 1024 * 1024,
  opcodes: 4_000_000,
  objects: 2_000_000,
  memo: 2_000_000,
  stack: 1_000_000,
  depth: 64,
  line: 16 * 1024 * 1024,
  integerDigits: 100,
};
