/** What a pickle may cost at most. The work is linear in its bytes, so these bound the time too. */
export interface PickleLimits {
  readonly bytes: number;
  /** Instructions, which are the steps of the parser. */
  readonly opcodes: number;
  /** Lists, tuples, dictionaries, sets and records. */
  readonly objects: number;
  readonly memo: number;
  /** Values that wait to be put into another. */
  readonly stack: number;
  /** Values within values. */
  readonly depth: number;
  /** Bytes of one line, which protocol 0 writes texts in. */
  readonly line: number;
  /** Decimal digits, or bytes, of one integer. */
  readonly integerDigits: number;
}

/**
 * Room for a forest of 10,000 trees (a pickled tree takes about 170 instructions), and far below
 * what would hurt a browser's tab.
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
