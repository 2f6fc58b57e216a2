import type { SpectrumRow } from '../../src/core/job/types';
import type { AcquisitionRecord } from '../../src/core/spectrum/spectrum';
import { spectrumRow } from '../unit/storage/records';

/** What a parameter file says, of a good instrument. */
export function acquisition(changes: Partial<AcquisitionRecord> = {}): AcquisitionRecord {
  return {
    acquiredAt: '2026-01-05T09:00:00.000+00:00',
    instrument: 'FLEX-1',
    software: null,
    laserShots: 240,
    spectrumType: null,
    target: null,
    comments: [],
    calibration: { ml1: 1, ml2: 2, ml3: 3, delay: 1, dwell: 2, points: 100 },
    highPrecisionCalibration: false,
    ...changes,
  };
}

interface Measured {
  readonly spot?: string;
  readonly path?: string;
  readonly peaks?: number;
  readonly shiftPpm?: number;
  readonly tiltPpmPerKda?: number;
  readonly markerSignalToNoise?: number;
  readonly resolution?: number;
  readonly record?: Partial<AcquisitionRecord>;
}

/** A spectrum that was measured, called and is good in all but what is said. */
export function measuredRow(
  index: number,
  {
    spot = 'A1',
    path = `RUN/S${index}/0_${spot}/1/1SLin/fid`,
    peaks = 30,
    shiftPpm = 100,
    tiltPpmPerKda = 10,
    markerSignalToNoise = 6,
    resolution = 800,
    record = {},
  }: Measured = {},
): SpectrumRow {
  return spectrumRow(index, {
    spot,
    path,
    record: acquisition(record),
    measures: {
      points: 100,
      mzFirst: 2_000,
      mzLast: 20_000,
      totalIntensity: 4e6,
      maxIntensity: 1e4,
      peaks,
      quality: {
        peaks,
        peaksAbove10kDa: 3,
        largestPeakMz: 12_000,
        medianSignalToNoise: 8,
        noiseShare: 0.7,
        saturatedPoints: 0,
        markers: {
          found: 17,
          expected: 19,
          medianSignalToNoise: markerSignalToNoise,
          resolution,
          shiftPpm,
          tiltPpmPerKda,
          residualPpm: 30,
        },
      },
    },
    call: {
      kind: 'species',
      taxon: 'klebsiella-pneumoniae',
      label: 'Klebsiella pneumoniae',
      confidence: 'high',
      probability: 0.99,
      rule: 'species',
    },
  });
}
