import type { Reader } from './reader';
import { signOf, type Fault } from './probe';
import type { Bytes } from './target';
import { concat } from './mutate/bytes';

/** Most inputs that are tried, and most milliseconds for all of them. */
const MOST_TRIES = 600;
const MOST_TIME = 60_000;
/** An input that hung for `BOUNDS.hang` rarely hangs for less time when it is shorter. */
const PATIENCE = 4000;

/**
 * Finds a smaller input with the same fault by leaving out parts: first halves, at last single bytes.
 * Source: Zeller & Hildebrandt 2002, doi:10.1109/32.988498, in a simple form.
 */
export async function minimise(
  reader: Reader,
  target: string,
  input: Bytes,
  fault: Fault,
): Promise<Bytes> {
  const sign = signOf(fault);
  const start = performance.now();
  let smallest = input;
  let tries = 0;
  for (let length = input.length >> 1; length >= 1; length >>= 1) {
    for (let at = 0; at < smallest.length;) {
      if (tries++ >= MOST_TRIES || performance.now() - start > MOST_TIME) return smallest;
      const shorter = concat([smallest.subarray(0, at), smallest.subarray(at + length)]);
      const found = await faultOf(reader, target, shorter, PATIENCE);
      if (found !== null && signOf(found) === sign) smallest = shorter;
      else at += length;
    }
  }
  return smallest;
}

/**
 * Reads an input by itself.
 *
 * @param patience milliseconds until it counts as hung; absent: those of the fuzzer
 */
export async function faultOf(
  reader: Reader,
  target: string,
  input: Bytes,
  patience?: number,
): Promise<Fault | null> {
  let fault: Fault | null = null;
  const lost = await reader.perform(
    { kind: 'try', target, input },
    (message) => {
      if (message.kind === 'tried') fault = message.probed.fault;
    },
    patience,
  );
  return lost?.fault ?? fault;
}
