import { formatCount, formatSigned } from '../format';
import { firstAtOrAbove } from './mz-range';
import type { ListedPeak } from './listed-peaks';
import { markerLabel } from './plot-markers';
import type { HeightUnit } from './plot-content';
import type { Trace } from './trace';

/** What stands under the cross-hair, in words. */
export function readPeak({ mz, counts, overNoise, marker }: ListedPeak): string {
  const parts = [
    `m/z ${mz.toFixed(1)}`,
    `${formatCount(counts)} counts`,
    `${overNoise.toFixed(overNoise < 10 ? 1 : 0)} × noise`,
  ];
  if (marker?.found) {
    const { expectedMz, found } = marker;
    const off = formatSigned(found.errorPpm, 0);
    parts.push(`${markerLabel(marker)}, expected ${expectedMz.toFixed(1)}, off by ${off} ppm`);
  }
  return parts.join(' · ');
}

/** The value of a trace at an m/z where there is no peak. */
export function readPoint(trace: Trace, mz: number, { title, scale }: HeightUnit): string {
  const at = nearest(trace, mz);
  if (at === null) return `m/z ${mz.toFixed(1)}`;
  const value = trace.y[at]! * scale;
  const written = scale === 1 ? formatCount(value) : value.toFixed(4);
  return `m/z ${mz.toFixed(1)} · ${written} ${title}`;
}

function nearest({ mz: axis, binWidth }: Trace, mz: number): number | null {
  if (axis.length === 0) return null;
  const right = firstAtOrAbove(axis, mz);
  if (binWidth !== null) return Math.max(0, axis[right] === mz ? right : right - 1);
  if (right === 0) return 0;
  if (right >= axis.length) return axis.length - 1;
  return axis[right]! - mz < mz - axis[right - 1]! ? right : right - 1;
}
