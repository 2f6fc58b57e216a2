/** The measures that a spectrum's quality is judged by; `explain.ts` has a sentence for each. */
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
 * The source of a limit.
 * `plate`: the inner (warn) or outer (fail) fence of the 46 spectra of a good plate, rounded to two
 * figures, as derived by `scripts/quality-limits.ts`.
 * `model`: the bundled model's own limit for a spectrum that it names, or for a peak that is evidence for a
 * marker.
 * `study`: a number from the literature.
 * `definition`: a consequence of the measure's definition.
 * `judgement`: a number that was chosen, for reasons given in docs/quality.md.
 */
export type LimitSource = 'plate' | 'model' | 'study' | 'definition' | 'judgement';

export interface Limit {
  readonly value: number;
  readonly source: LimitSource;
}

export interface MeasureLimits {
  /** The direction in which values get worse: smaller, larger, or farther from 0 on either side. */
  readonly worse: 'smaller' | 'larger' | 'farther';
  /** Values beyond this limit are doubtful; the limit itself still passes. */
  readonly warn: Limit;
  /** Values beyond this limit fail; null where no value fails by itself. */
  readonly fail: Limit | null;
}

/**
 * All limits of quality, in one place. Any change of a number needs a new version, which is part of every
 * export. docs/quality.md lists the sources, and how the plate's limits were derived.
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
