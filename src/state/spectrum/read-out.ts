import { showMz } from '../../core/classify/shown-mz';
import { formatCount } from '../format';
import { offBy } from '../results/marker-view';
import { firstAtOrAbove } from './mz-range';
import { type ListedPeak, toldMz } from './listed-peaks';
import { markerLabel } from './plot-markers';
import type { HeightUnit } from './plot-content';
import type { Trace } from './trace';

/** Describes the point under the cross-hair in words. */
export function readPeak(peak: ListedPeak): string {
  const { counts, overNoise, marker } = peak;
  const parts = [
    `m/z ${showMz(toldMz(peak))}`,
    `${formatCount(counts)} counts`,
    `${overNoise.toFixed(overNoise < 10 ? 1 : 0)} × noise`,
  ];
  if (marker?.found) {
    const { expectedHere, found } = marker;
    const off = offBy(found, expectedHere);
    parts.push(`${markerLabel(marker)}, expected here ${showMz(expectedHere)}, off by ${off}`);
  }
  return parts.join(' · ');
}

/** Describes the value of a trace at an m/z without a peak. */
export function readPoint(trace: Trace, mz: number, { unit, scale }: HeightUnit): string {
  const at = nearest(trace, mz);
  if (at === null) return `m/z ${mz.toFixed(1)}`;
  const value = trace.y[at]! * scale;
  const written = scale === 1 ? formatCount(value) : value.toFixed(4);
  return `m/z ${mz.toFixed(1)} · ${written} ${unit}`;
}

function nearest({ mz: axis, binWidth }: Trace, mz: number): number | null {
  if (axis.length === 0) return null;
  const right = firstAtOrAbove(axis, mz);
  if (binWidth !== null) return Math.max(0, axis[right] === mz ? right : right - 1);
  if (right === 0) return 0;
  if (right >= axis.length) return axis.length - 1;
  return axis[right]! - mz < mz - axis[right - 1]! ? right : right - 1;
}
