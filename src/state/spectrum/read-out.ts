import { say } from '../../words/say';
import { formatCount, formatFixed, formatMz } from '../format';
import { offBy } from '../results/marker-view';
import { firstAtOrAbove } from './mz-range';
import { type ListedPeak, toldMz } from './listed-peaks';
import { markerLabel } from './plot-markers';
import { UNIT_SCALES, type HeightUnit } from './plot-content';
import type { Trace } from './trace';

/** Describes the point under the cross-hair in words. */
export function readPeak(peak: ListedPeak): string {
  const { counts, overNoise, marker } = peak;
  const read = {
    mz: formatMz(toldMz(peak)),
    counts: formatCount(counts),
    times: formatFixed(overNoise, overNoise < 10 ? 1 : 0),
  };
  if (!marker?.found) return say('spectrum.readPeak', read);
  const { expectedHere, found } = marker;
  return say('spectrum.readMarker', {
    ...read,
    marker: markerLabel(marker),
    expected: formatMz(expectedHere),
    off: offBy(found, expectedHere),
  });
}

/** Describes the value of a trace at an m/z without a peak. */
export function readPoint(trace: Trace, mz: number, unit: HeightUnit): string {
  const at = nearest(trace, mz);
  const place = formatFixed(mz, 1);
  if (at === null) return say('spectrum.readNothing', { mz: place });
  const value = trace.y[at]! * UNIT_SCALES[unit];
  return unit === 'counts'
    ? say('spectrum.readCounts', { mz: place, counts: formatCount(value) })
    : say('spectrum.readShare', { mz: place, share: formatFixed(value, 4) });
}

function nearest({ mz: axis, binWidth }: Trace, mz: number): number | null {
  if (axis.length === 0) return null;
  const right = firstAtOrAbove(axis, mz);
  if (binWidth !== null) return Math.max(0, axis[right] === mz ? right : right - 1);
  if (right === 0) return 0;
  if (right >= axis.length) return axis.length - 1;
  return axis[right]! - mz < mz - axis[right - 1]! ? right : right - 1;
}
