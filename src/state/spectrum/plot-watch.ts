import type { SpectrumRow } from '../../core/job/types';
import type { WatchedPeak } from '../../core/watch/types';
import { findingsIn } from '../../core/watch/watch-findings';

/** One watched peak in one spectrum: its m/z, found or searched. */
export interface PlotWatch {
  readonly name: string;
  readonly mz: number;
  readonly isFound: boolean;
}

/** Lists a spectrum's watched peaks, found ones first; none for a spectrum in which nobody looked. */
export function plotWatch(row: SpectrumRow, peaks: readonly WatchedPeak[]): readonly PlotWatch[] {
  const findings = findingsIn(row, peaks) ?? [];
  return findings
    .flatMap(({ isInRange, expectedHere, found }, p) =>
      isInRange
        ? { name: peaks[p]!.name, mz: found?.mz ?? expectedHere, isFound: found !== null }
        : [],
    )
    .sort((a, b) => Number(b.isFound) - Number(a.isFound));
}
