import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import { firstAtOrAbove } from './mz-range';
import type { PlotMarker } from './plot-markers';

/** A peak, as it is read out and listed. */
export interface ListedPeak {
  /** m/z of the profile's top. */
  readonly mz: number;
  readonly counts: number;
  /** Height: share of the total ion current per Da. */
  readonly height: number;
  readonly overNoise: number;
  /** The marker that was found there; null for any other peak. */
  readonly marker: PlotMarker | null;
}

/**
 * Largest difference, Da, between the model's m/z of a peak and the profile's: the model uses bins of 1 Da.
 */
const SAME_PEAK = 1.5;

/**
 * Returns the m/z that is shown for a peak. For a marker it is the m/z at which the model found it, in its
 * bins, so that one ion has one m/z on the page.
 */
export function toldMz({ mz, marker }: Pick<ListedPeak, 'mz' | 'marker'>): number {
  return marker?.found?.mz ?? mz;
}

/** Lists all peaks of a spectrum in order of m/z, each with the marker that was found there. */
export function listPeaks(
  { peaks }: SpectrumView,
  markers: readonly PlotMarker[],
): readonly ListedPeak[] {
  const markerOf = new Map<number, PlotMarker>();
  // The strongest marker of a peak is written last and stays.
  for (const marker of markers.toReversed()) {
    if (marker.found === null) continue;
    const peak = nearestIndex(peaks.mz, marker.found.mz);
    if (peak !== null && Math.abs(peaks.mz[peak]! - marker.found.mz) <= SAME_PEAK) {
      markerOf.set(peak, marker);
    }
  }
  return Array.from(peaks.mz, (mz, i) => ({
    mz,
    counts: peaks.counts[i]!,
    height: peaks.height[i]!,
    overNoise: peaks.overNoise[i]!,
    marker: markerOf.get(i) ?? null,
  }));
}

/** Returns the peak nearest to an m/z, within a distance in Da; null when there is none. */
export function nearestPeak(
  peaks: readonly ListedPeak[],
  mz: number,
  within: number,
): ListedPeak | null {
  let best: ListedPeak | null = null;
  for (const peak of peaks) {
    const distance = Math.abs(peak.mz - mz);
    if (distance <= within && (best === null || distance < Math.abs(best.mz - mz))) best = peak;
  }
  return best;
}

/** Returns the next peak to the right or left of an m/z; null at the end. */
export function nextPeak(
  peaks: readonly ListedPeak[],
  mz: number,
  step: 1 | -1,
): ListedPeak | null {
  return step === 1
    ? (peaks.find((peak) => peak.mz > mz + 1e-6) ?? null)
    : (peaks.findLast((peak) => peak.mz < mz - 1e-6) ?? null);
}

/** Lists the highest peaks and all found markers, in order of m/z: the plot in words. */
export function peakTable(peaks: readonly ListedPeak[], highest: number): readonly ListedPeak[] {
  const tallest = new Set(peaks.toSorted((a, b) => b.height - a.height).slice(0, highest));
  return peaks.filter((peak) => tallest.has(peak) || peak.marker !== null);
}

function nearestIndex(values: Float64Array, mz: number): number | null {
  const right = firstAtOrAbove(values, mz);
  const left = right - 1;
  if (left < 0) return right < values.length ? right : null;
  if (right >= values.length) return left;
  return values[right]! - mz < mz - values[left]! ? right : left;
}
