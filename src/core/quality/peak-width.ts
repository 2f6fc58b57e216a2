import type { Spectrum } from '../spectrum/spectrum';

/** The apex is looked for this near to where a peak should be: 2.5 Da at 5,000. */
const APEX_REACH = 0.0005;
/** The feet are looked for this near: 15 Da at 5,000, three widths of a good peak. */
const FOOT_REACH = 0.003;

/**
 * Full width of a peak at half of its maximum over the line between its feet (the lowest points on
 * either side), Da. Null when a side does not fall to half before its foot, as of a shoulder, or when
 * the spectrum ends there.
 *
 * @param spectrum as measured. Not changed.
 * @param mz where the peak is, within 500 ppm
 */
export function peakWidth(spectrum: Spectrum, mz: number): number | null {
  const { mz: axis, intensity } = spectrum;
  const from = firstAtOrAbove(axis, mz * (1 - FOOT_REACH));
  const to = firstAtOrAbove(axis, mz * (1 + FOOT_REACH)) - 1;
  if (from === 0 || to >= axis.length - 1) return null;
  const apex = extreme(
    intensity,
    firstAtOrAbove(axis, mz * (1 - APEX_REACH)),
    firstAtOrAbove(axis, mz * (1 + APEX_REACH)) - 1,
    1,
  );
  if (apex <= from || apex >= to) return null;
  const left = extreme(intensity, from, apex, -1);
  const right = extreme(intensity, apex, to, -1);
  const slope = (intensity[right]! - intensity[left]!) / (axis[right]! - axis[left]!);
  const foot = intensity[left]! + slope * (axis[apex]! - axis[left]!);
  const half = (intensity[apex]! + foot) / 2;
  const start = crossing(spectrum, apex, left, -1, half);
  const end = crossing(spectrum, apex, right, 1, half);
  return start === null || end === null ? null : end - start;
}

/** m/z at which the intensity falls to `level` on the way from the apex to a foot. */
function crossing(
  { mz, intensity }: Spectrum,
  apex: number,
  foot: number,
  step: 1 | -1,
  level: number,
): number | null {
  for (let i = apex; i !== foot; i += step) {
    const high = intensity[i]!;
    const low = intensity[i + step]!;
    if (low > level) continue;
    return mz[i]! + ((high - level) / (high - low)) * (mz[i + step]! - mz[i]!);
  }
  return null;
}

/** Index of the largest (sign 1) or smallest (sign -1) value from `from` to `to`, both included. */
function extreme(values: Float64Array, from: number, to: number, sign: 1 | -1): number {
  let best = from;
  for (let i = from + 1; i <= to; i++) if (sign * values[i]! > sign * values[best]!) best = i;
  return best;
}

function firstAtOrAbove(axis: Float64Array, mz: number): number {
  let low = 0;
  let high = axis.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (axis[middle]! < mz) low = middle + 1;
    else high = middle;
  }
  return low;
}
