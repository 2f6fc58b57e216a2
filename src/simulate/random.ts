import { ln } from './exact-math';

/** A number or a name; the same seed leads to the same draws on every machine. */
export type Seed = number | string;

/** A stream of pseudo-random draws. Each call advances it. */
export interface Random {
  /** Draws a whole number from 0 to 2^32 - 1. */
  uint32(): number;
  /** Draws uniformly between 0 and 1, both excluded. */
  uniform(): number;
  between(low: number, high: number): number;
  /** Draws a whole number from 0 to `count` - 1. */
  below(count: number): number;
  chance(probability: number): boolean;
  normal(mean: number, sd: number): number;
}

/**
 * Creates a generator for a seed and a purpose: `createRandom(1, 'noise', 'A7')`. Another purpose has an
 * unrelated stream, so one more draw in one place changes nothing elsewhere.
 *
 * sfc32, the 32-bit "small fast counting" generator of Chris Doty-Humphrey's PractRand (2010): 96 bits of
 * state and a 32-bit counter, so no seed has a period below 2^32. It uses only whole-number arithmetic.
 */
export function createRandom(seed: Seed, ...purpose: readonly Seed[]): Random {
  let [a, b, c] = seedWords([seed, ...purpose]);
  let counter = 1;

  function uint32(): number {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return result >>> 0;
  }
  for (let round = 0; round < 16; round++) uint32();

  const uniform = (): number => (uint32() + 0.5) / 4294967296;

  // Marsaglia & Bray 1964, doi:10.1137/1006063, needs no sine, and one logarithm for two variates.
  let spare: number | null = null;
  function standardNormal(): number {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1) continue;
      const scale = Math.sqrt((-2 * ln(square)) / square);
      spare = v * scale;
      return u * scale;
    }
  }

  return {
    uint32,
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    below: (count) => Math.floor(uniform() * count),
    chance: (probability) => uniform() < probability,
    normal: (mean, sd) => mean + sd * standardNormal(),
  };
}

/** Hashes a path of seeds to three well-mixed words: FNV-1a over its characters, from three bases. */
function seedWords(path: readonly Seed[]): [number, number, number] {
  const text = path.map((part) => `${typeof part}:${part}`).join('/');
  const word = (basis: number): number => {
    let hash = basis;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) | 0;
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x243f6a88)];
}

/** Draws a uid as instruments write them (RFC 9562, version 4). */
export function drawUid(random: Random): string {
  const hex = (count: number): string => {
    let text = '';
    while (text.length < count) text += random.uint32().toString(16).padStart(8, '0');
    return text.slice(0, count);
  };
  const variant = '89ab'[random.below(4)]!;
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
