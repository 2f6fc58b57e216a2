import type { MassLine } from '../marker-model/mass-line';

/** A peak that a laboratory wants to be told about in each sample. */
export interface WatchedPeak {
  /** The laboratory's name for it, unique in its list. */
  readonly name: string;
  /** m/z of the ion without any mass error, 2,000 to 20,000. */
  readonly mz: number;
  readonly charge: 1 | 2;
  /** Average [M+H]+ mass, Da, where the table has it; null where it has the m/z. */
  readonly mass: number | null;
  /** Largest distance from its place, either way, at which a peak counts, ppm. */
  readonly tolerancePpm: number;
  /** The laboratory's note on it; may be empty. */
  readonly note: string;
}

/** A table of peaks to watch. It is stored as a whole with each job that uses it. */
export interface WatchList {
  readonly title: string;
  /** SHA-256 of the table's file, lower-case hex. */
  readonly sha256: string;
  readonly peaks: readonly WatchedPeak[];
}

/** The part of a watched peak that the search needs. */
export type WatchTarget = Pick<WatchedPeak, 'mz' | 'tolerancePpm'>;

/** What was found of a job's watched peaks in one spectrum. Absent where it was not searched. */
export interface SpectrumWatch {
  /**
   * The mass error that the places were moved by; null where the model did not accept the spectrum, or has no
   * mass error.
   */
  readonly line: MassLine | null;
  /** Only peaks that were found, in the order of the job's watched peaks. */
  readonly found: readonly FoundPeak[];
}

export interface FoundPeak {
  /** Place among the job's watched peaks, list after list, from 0. */
  readonly peak: number;
  /** m/z as measured. */
  readonly mz: number;
  /** Height over the local noise. */
  readonly overNoise: number;
}

/**
 * Height over noise from which a watched peak counts as found, which is also the minimum of the peak list.
 */
export const WATCH_MIN_OVER_NOISE = 3;

/** Joins the peaks of several lists; `FoundPeak.peak` is an index into the result. */
export function watchedPeaks(lists: readonly WatchList[]): readonly WatchedPeak[] {
  return lists.flatMap(({ peaks }) => peaks);
}
