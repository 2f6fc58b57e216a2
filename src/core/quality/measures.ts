/**
 * What is measured of a spectrum's quality; null where it cannot be. docs/quality.md tells how each
 * is computed and where it comes from. What they are judged by stands in `limits.ts`.
 */
export interface QualityMeasures {
  /** Peaks higher than 5 times the local noise. */
  readonly peaks: number;
  /** Those of them above 10,000 m/z. */
  readonly peaksAbove10kDa: number;
  /** The largest m/z that has such a peak; null without any. */
  readonly largestPeakMz: number | null;
  /** Median of their heights over the local noise; null without any. */
  readonly medianSignalToNoise: number | null;
  /** Local noise as a part of the total ion current, 0 to 1. */
  readonly noiseShare: number;
  /** Points at the ceiling of the digitiser; null when its ceiling is not known. */
  readonly saturatedPoints: number | null;
  /** What follows is of marker models only: what they found of the best taxon's markers. */
  readonly markers: MarkerMeasures | null;
}

export interface MarkerMeasures {
  /**
   * Loci of the best taxon of which a marker was clearly found (it was, and the locus speaks for the
   * taxon), of those that the model knows of it.
   */
  readonly found: number;
  readonly expected: number;
  /** Median height over noise of the found markers, one a locus; null when none was found. */
  readonly medianSignalToNoise: number | null;
  /** Median m / (full width at half maximum) of the found markers; null when too few are clear. */
  readonly resolution: number | null;
  /** How far the masses of the spectrum are off as a whole, at 6,500 m/z, ppm: its calibration. */
  readonly shiftPpm: number;
  /**
   * How much more they are off with each 1,000 m/z, ppm; null where the model knows no tilt, absent where an
   * older version measured.
   */
  readonly tiltPpmPerKda?: number | null;
  /** Median mass error of the found markers that is left after both, ppm, without its sign. */
  readonly residualPpm: number | null;
}
