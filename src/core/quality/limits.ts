/** What a spectrum's quality is judged by; each has its sentence in `explain.ts`. */
export const QUALITY_MEASURES = [
  'peaks',
  'peaksAbove10kDa',
  'largestPeakMz',
  'medianSignalToNoise',
  'totalIntensity',
  'noiseShare',
  'saturatedPoints',
  'markersFound',
  'markerSignalToNoise',
  'resolution',
  'shiftPpm',
  'tiltPpmPerKda',
  'residualPpm',
  'replicateAgreement',
] as const;
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];

/**
 * Where a limit comes from.
 * `plate`: the inner (warn) or outer (fail) fence of the 46 spectra of a good plate, rounded to two
 * figures, as `scripts/quality-limits.ts` derives it. `model`: what the bundled model asks of a
 * spectrum before it names anything, or of a peak before it speaks for a marker. `study`: a number of the literature. `definition`: what the
 * measure means by itself. `judgement`: a number that was chosen, with its reasons in docs/quality.md.
 */
export type LimitSource = 'plate' | 'model' | 'study' | 'definition' | 'judgement';

export interface Limit {
  readonly value: number;
  readonly source: LimitSource;
}

export interface MeasureLimits {
  /** A value is the worse the smaller, the larger, or the farther from 0 (either way) it is. */
  readonly worse: 'smaller' | 'larger' | 'farther';
  /** From where on a value is doubtful; the limit itself still passes. */
  readonly warn: Limit;
  /** From where on it fails; null where no value says so by itself. */
  readonly fail: Limit | null;
}

/**
 * All limits of quality, in one place. A number that changes gives the file another version, which
 * stands in every export. Sources, and how the plate's were derived: docs/quality.md.
 */
export const QUALITY_LIMITS: {
  readonly version: string;
  readonly measures: Readonly<Record<QualityMeasure, MeasureLimits>>;
} = {
  version: '1.2.0',
  measures: {
    peaks: {
      worse: 'smaller',
      warn: { value: 13, source: 'plate' },
      fail: { value: 7, source: 'model' },
    },
    peaksAbove10kDa: {
      worse: 'smaller',
      warn: { value: 1, source: 'definition' },
      fail: null,
    },
    largestPeakMz: {
      worse: 'smaller',
      warn: { value: 10_000, source: 'study' },
      fail: null,
    },
    medianSignalToNoise: {
      worse: 'smaller',
      warn: { value: 5.7, source: 'plate' },
      fail: null,
    },
    totalIntensity: {
      worse: 'smaller',
      warn: { value: 250_000, source: 'plate' },
      fail: { value: 29_000, source: 'plate' },
    },
    noiseShare: {
      worse: 'larger',
      warn: { value: 0.91, source: 'plate' },
      fail: null,
    },
    saturatedPoints: {
      worse: 'larger',
      warn: { value: 0, source: 'definition' },
      fail: null,
    },
    markersFound: {
      worse: 'smaller',
      warn: { value: 0.68, source: 'plate' },
      fail: { value: 0.4, source: 'model' },
    },
    markerSignalToNoise: {
      worse: 'smaller',
      warn: { value: 3.2, source: 'plate' },
      fail: { value: 2.6, source: 'model' },
    },
    resolution: {
      worse: 'smaller',
      warn: { value: 620, source: 'plate' },
      fail: { value: 470, source: 'plate' },
    },
    shiftPpm: {
      worse: 'farther',
      warn: { value: 490, source: 'judgement' },
      fail: { value: 800, source: 'study' },
    },
    tiltPpmPerKda: {
      worse: 'farther',
      warn: { value: 60, source: 'judgement' },
      fail: null,
    },
    residualPpm: {
      worse: 'larger',
      warn: { value: 140, source: 'judgement' },
      fail: { value: 380, source: 'judgement' },
    },
    replicateAgreement: {
      worse: 'smaller',
      warn: { value: 1, source: 'definition' },
      fail: null,
    },
  },
};
