import type { TofCalibration } from '../core/bruker/tof-to-mz';
import { positionOf } from './axis';
import { exp } from './exact-math';

/** sigma = FWHM / (2 sqrt(2 ln 2)) */
const FWHM_PER_SIGMA = 2.3548200450309493;
/** The right flank is a little wider than the left, because of ions that left the plume late. */
const RIGHT_TO_LEFT = 1.2;
const REACH = 4;

/**
 * Adds one peak to `signal` (counts, one value for each point of `axis`, whose masses are `mz`); changes
 * `signal`. The peak is two half Gaussians with their apex, of `height` counts, at `centre` (m/z) and the
 * `fwhm` (Da) in sum.
 */
export function addPeak(
  signal: Float64Array,
  mz: Float64Array,
  axis: TofCalibration,
  peak: { readonly centre: number; readonly height: number; readonly fwhm: number },
): void {
  const left = (2 * peak.fwhm) / FWHM_PER_SIGMA / (1 + RIGHT_TO_LEFT);
  const right = left * RIGHT_TO_LEFT;
  const from = Math.max(0, Math.ceil(positionOf(peak.centre - REACH * left, axis)));
  const to = Math.min(signal.length - 1, positionOf(peak.centre + REACH * right, axis));
  for (let i = from; i <= to; i++) {
    const distance = mz[i]! - peak.centre;
    const z = distance / (distance < 0 ? left : right);
    signal[i]! += peak.height * exp(-0.5 * z * z);
  }
}
