import type { Random } from './random';

/** Largest value that an 8-bit digitiser returns for a laser shot. */
const DIGITISER_MAX = 255;
/**
 * Counts by which the digitiser's zero lies above the mean of the electronic noise: twice its sd. Without
 * signal, 98 % of points are then 0; on a real plate it is 97 % above 14.5 kDa (median).
 */
const ZERO_LINE = 6;

/**
 * Simulates how a detector and a digitiser record a signal (expected counts a point): noise of variance 1.7 I
 * + 9, whole counts, nothing below the zero line, saturation at 255 for each of `laserShots` summed shots.
 * The input is not changed.
 */
export function detect(signal: Float64Array, laserShots: number, random: Random): Int32Array {
  const counts = new Int32Array(signal.length);
  const ceiling = laserShots * DIGITISER_MAX;
  for (let i = 0; i < signal.length; i++) {
    const expected = signal[i]!;
    const reading = random.normal(expected, Math.sqrt(1.7 * expected + 9)) - ZERO_LINE;
    counts[i] = Math.min(ceiling, Math.max(0, Math.round(reading)));
  }
  return counts;
}
