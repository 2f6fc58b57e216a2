/**
 * Generates uniform numbers in (0, 1): the multiplicative generator modulo 2^31 - 1 with multiplier 48271,
 * exact in float64. Park, Miller & Stockmeyer 1993, doi:10.1145/159544.376042.
 *
 * @param seed 1 to 2^31 - 2
 */
export function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
