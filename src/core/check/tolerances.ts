/**
 * How far a number may be from the stored one. docs/check.md tells why; what is expected of a sound
 * installation is far less.
 */
export const TOLERANCES = {
  /**
   * Of the steps, relative to a step's largest value. Additions, multiplications, divisions and
   * square roots are the same everywhere (IEEE 754), so the distance expected is 0; a sixtieth of
   * what the 32-bit numbers that a model takes can tell apart is harmless.
   */
  steps: 1e-9,
  /** Of the fast steps from the plain ones, absolutely: they are made to be the same. */
  kernel: 0,
  /** Of probabilities. The graph computes with 32 bits, the plain score with 64. */
  probabilities: 1e-4,
  /** Of the scores S, sums of log likelihood ratios: a hundredth is 1% in the odds. */
  scores: 1e-2,
  /** Of the mass shift, ppm; the search goes in steps of more than 1 ppm. */
  shiftPpm: 0.01,
} as const;
