import { expectedHere, type MassLine } from '../marker-model/mass-line';
import type { PeakList } from '../peaks/find-peaks';
import {
  type FoundPeak,
  type SpectrumWatch,
  type WatchTarget,
  WATCH_MIN_OVER_NOISE,
} from './types';

/**
 * Looks for peaks at given places of one spectrum: at each, the highest peak within its tolerance. The places
 * are first moved by the spectrum's own mass error where that is known.
 *
 * @param peaks in order of m/z, all of at least `WATCH_MIN_OVER_NOISE`; lower ones do not count. Not changed.
 * @param line null: the places of the table are used unchanged
 */
export function findWatched(
  peaks: PeakList,
  targets: readonly WatchTarget[],
  line: MassLine | null,
): SpectrumWatch {
  const found: FoundPeak[] = [];
  for (const [peak, target] of targets.entries()) {
    const { from, to } = watchWindow(target, line);
    let best = -1;
    for (let p = firstFrom(peaks.mz, from); p < peaks.mz.length && peaks.mz[p]! <= to; p++) {
      if (peaks.overNoise[p]! < WATCH_MIN_OVER_NOISE) continue;
      if (best === -1 || peaks.overNoise[p]! > peaks.overNoise[best]!) best = p;
    }
    if (best === -1) continue;
    found.push({ peak, mz: peaks.mz[best]!, overNoise: peaks.overNoise[best]! });
  }
  return { line, found };
}

/** @returns the range of m/z in which a spectrum's peak counts as a watched one */
export function watchWindow(
  { mz, tolerancePpm }: WatchTarget,
  line: MassLine | null,
): { readonly from: number; readonly to: number } {
  const here = line === null ? mz : expectedHere(mz, line);
  const reach = here * tolerancePpm * 1e-6;
  return { from: here - reach, to: here + reach };
}

/** @returns the index of the first value that is not below `from` */
function firstFrom(ascending: Float64Array, from: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
