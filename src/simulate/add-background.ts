import { exp, ln } from './exact-math';
import type { Random } from './random';

/** Da between the knots of the chemical noise: one to two peak widths, the finest possible. */
const KNOT_SPACING = 12;

/**
 * Adds the baseline of matrix and detector, B (lognormal, median 300 counts, sd of ln 1) falling over 1.5 kDa
 * (0.7 of it) and 4.5 kDa. Changes `signal`.
 */
export function addBaseline(signal: Float64Array, mz: Float64Array, random: Random): void {
  const level = exp(random.normal(ln(300), 1));
  const start = mz[0]!;
  for (let i = 0; i < signal.length; i++) {
    const above = mz[i]! - start;
    signal[i]! += level * (0.7 * exp(-above / 1500) + 0.3 * exp(-above / 4500));
  }
}

/**
 * Adds the chemical noise of unresolved fragments and clusters: a smooth random curve between 0 and `scale`
 * times 0.03 to 0.15 that falls as exp(-(m - 2500) / 4000). Changes `signal`.
 */
export function addChemicalNoise(
  signal: Float64Array,
  mz: Float64Array,
  scale: number,
  random: Random,
): void {
  const amplitude = scale * random.between(0.03, 0.15);
  const first = mz[0]!;
  const count = Math.ceil((mz[mz.length - 1]! - first) / KNOT_SPACING) + 2;
  const knots = Float64Array.from({ length: count }, () => random.uniform());
  for (let i = 0; i < signal.length; i++) {
    const position = (mz[i]! - first) / KNOT_SPACING;
    const knot = Math.floor(position);
    const part = position - knot;
    const smooth = part * part * (3 - 2 * part);
    const height = knots[knot]! + (knots[knot + 1]! - knots[knot]!) * smooth;
    signal[i]! += amplitude * height * exp(-(mz[i]! - 2500) / 4000);
  }
}
