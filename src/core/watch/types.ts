import type { MassLine } from '../marker-model/mass-line';

/** A peak that a laboratory wants to be told of in each sample. */
export interface WatchedPeak {
  /** As the laboratory calls it; no other of its list has this name. */
  readonly name: string;
  /** m/z of the ion where nothing is off, 2,000 to 20,000. */
  readonly mz: number;
  readonly charge: 1 | 2;
  /** Average [M+H]+ mass, Da, where the table gave that; null where it gave the m/z. */
  readonly mass: number | null;
  /** How far from its place, either way, a peak still counts, ppm. */
  readonly tolerancePpm: number;
  /** What the laboratory wrote beside it, or empty. */
  readonly note: string;
}

/** A table of peaks to watch. It is stored with each job that carries it, whole. */
export interface WatchList {
  readonly title: string;
  /** Of the table's file, lower-case hex. */
  readonly sha256: string;
  readonly peaks: readonly WatchedPeak[];
}

/** What of a watched peak the search needs. */
export type WatchTarget = Pick<WatchedPeak, 'mz' | 'tolerancePpm'>;

/** What was found of a job's watched peaks in one spectrum. Absent where it was not looked at. */
export interface SpectrumWatch {
  /** By which the places were moved; null where the model did not accept the spectrum, or has none. */
  readonly line: MassLine | null;
  /** Only what was found, in the order of the job's watched peaks. */
  readonly found: readonly FoundPeak[];
}

export interface FoundPeak {
  /** Place among the job's watched peaks, list by list, from 0. */
  readonly peak: number;
  /** As measured. */
  readonly mz: number;
  /** Height over the local noise. */
  readonly overNoise: number;
}

/** Height over noise from which a watched peak counts as found: the floor of the peak list, too. */
export const WATCH_MIN_OVER_NOISE = 3;

/** The peaks of several lists, one after the other: `FoundPeak.peak` counts in these. */
export function watchedPeaks(lists: readonly WatchList[]): readonly WatchedPeak[] {
  return lists.flatMap(({ peaks }) => peaks);
}
