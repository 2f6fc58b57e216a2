import type { Random } from '../../../src/simulate/random';
import type { Bytes, Mutator } from '../target';

/** Numbers at which lengths, counts and offsets go wrong. */
export const EDGE_INTEGERS: readonly bigint[] = [
  0n,
  1n,
  2n,
  0x7fn,
  0x80n,
  0xffn,
  0x100n,
  0x7fffn,
  0x8000n,
  0xffffn,
  0x10000n,
  0x7fffffffn,
  0x80000000n,
  0xfffffffen,
  0xffffffffn,
  0x100000000n,
  0x1fffffffffffffn,
  0x20000000000000n,
  0x7fffffffffffffffn,
  0xffffffffffffffffn,
];

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)]!;
}

/**
 * Joins parts. Takes a list and not arguments, since an input may have more parts than a call may have
 * arguments.
 *
 * @returns the parts, one after another
 */
export function concat(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Picks a range of the input, mostly a short one. */
function stretch(length: number, random: Random): [from: number, to: number] {
  const from = random.below(length + 1);
  const most = random.chance(0.7) ? 16 : random.chance(0.7) ? 512 : length;
  return [from, Math.min(length, from + random.below(most + 1))];
}

function changed(input: Bytes, change: (copy: Bytes) => void): Bytes {
  const copy = input.slice();
  if (copy.length > 0) change(copy);
  return copy;
}

const flipBit: Mutator = (input, random) =>
  changed(input, (copy) => {
    copy[random.below(copy.length)]! ^= 1 << random.below(8);
  });

const setByte: Mutator = (input, random) =>
  changed(input, (copy) => {
    copy[random.below(copy.length)] = random.chance(0.5)
      ? random.below(256)
      : pick(random, [0, 1, 0x0a, 0x20, 0x22, 0x2f, 0x50, 0x7f, 0x80, 0xff]);
  });

/** Changes an integer of 1, 2, 4 or 8 bytes, in either byte order, to an edge value or a little. */
const setInteger: Mutator = (input, random) =>
  changed(input, (copy) => {
    const size = pick(random, [1, 2, 4, 8]);
    if (copy.length < size) return;
    const at = random.below(copy.length - size + 1);
    const isLittle = random.chance(0.7);
    const order = (i: number): number => at + (isLittle ? i : size - 1 - i);
    let value = pick(random, EDGE_INTEGERS);
    if (random.chance(0.4)) {
      value = BigInt(random.below(33) - 16);
      for (let i = 0; i < size; i++) value += BigInt(copy[order(i)]!) << BigInt(8 * i);
    }
    const wrapped = BigInt.asUintN(8 * size, value);
    for (let i = 0; i < size; i++) copy[order(i)] = Number((wrapped >> BigInt(8 * i)) & 0xffn);
  });

const remove: Mutator = (input, random) => {
  const [from, to] = stretch(input.length, random);
  return concat([input.subarray(0, from), input.subarray(to)]);
};

const truncate: Mutator = (input, random) => input.slice(0, random.below(input.length + 1));

const duplicate: Mutator = (input, random) => {
  const [from, to] = stretch(input.length, random);
  return concat([input.subarray(0, to), input.subarray(from)]);
};

const insert: Mutator = (input, random) => {
  const at = random.below(input.length + 1);
  const bytes = Uint8Array.from({ length: 1 + random.below(16) }, () => random.below(256));
  return concat([input.subarray(0, at), bytes, input.subarray(at)]);
};

const fill: Mutator = (input, random) =>
  changed(input, (copy) => {
    copy.fill(pick(random, [0, 0xff, 0x20]), ...stretch(copy.length, random));
  });

const copyWithin: Mutator = (input, random) =>
  changed(input, (copy) => {
    const [from, to] = stretch(copy.length, random);
    copy.copyWithin(random.below(copy.length), from, to);
  });

const splice: Mutator = (input, random, another) => {
  const other = another();
  const [from, to] = stretch(other.length, random);
  return random.chance(0.5)
    ? concat([input.subarray(0, random.below(input.length + 1)), other.subarray(from)])
    : concat([input.subarray(0, from), other.subarray(from, to), input.subarray(from)]);
};

/** Repeats a range many times, which shows what takes more than linear time. */
const repeat: Mutator = (input, random) => {
  const [from, to] = stretch(input.length, random);
  const unit = input.subarray(from, to);
  if (unit.length === 0) return input;
  const times = Math.min(pick(random, [8, 100, 2000, 50_000]), Math.ceil(2 ** 19 / unit.length));
  const grown = new Uint8Array(times * unit.length);
  for (let i = 0; i < times; i++) grown.set(unit, i * unit.length);
  return concat([input.subarray(0, from), grown, input.subarray(to)]);
};

/** Changes of any bytes. Those that break little come more often. */
export const byteMutators: readonly Mutator[] = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  setInteger,
  setInteger,
  setInteger,
  remove,
  truncate,
  duplicate,
  insert,
  fill,
  copyWithin,
  splice,
  splice,
  repeat,
];
