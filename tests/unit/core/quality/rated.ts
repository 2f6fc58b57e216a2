import type { SpectrumCall, SpectrumMeasures, SpectrumRow } from '../../../../src/core/job/types';
import type { MarkerMeasures, QualityMeasures } from '../../../../src/core/quality/measures';
import { spectrumRow } from '../../storage/records';

export const named: SpectrumCall = {
  kind: 'species',
  taxon: 'genus-alpha',
  label: 'Genus alpha',
  confidence: 'high',
  probability: 0.99,
  rule: 'species',
};

export const foreign: SpectrumCall = {
  kind: 'none',
  taxon: null,
  label: 'No Genus pattern',
  confidence: 'none',
  probability: null,
  rule: 'no-pattern',
};

/** Returns measures that pass all limits, with the given ones changed. */
export function measures(
  quality: Partial<QualityMeasures> = {},
  markers: Partial<MarkerMeasures> = {},
  totalIntensity = 4e6,
): SpectrumMeasures {
  return {
    points: 21_424,
    mzFirst: 1960,
    mzLast: 20_130,
    totalIntensity,
    maxIntensity: 9000,
    peaks: 30,
    quality: {
      peaks: 30,
      peaksAbove10kDa: 3,
      largestPeakMz: 11_900,
      medianSignalToNoise: 7.6,
      noiseShare: 0.77,
      saturatedPoints: 0,
      markers: {
        found: 16,
        expected: 20,
        medianSignalToNoise: 5.6,
        resolution: 830,
        shiftPpm: -100,
        tiltPpmPerKda: -10,
        residualPpm: 40,
        ...markers,
      },
      ...quality,
    },
  };
}

export function ratedRow(index: number, changes: Partial<SpectrumRow> = {}): SpectrumRow {
  return spectrumRow(index, { measures: measures(), call: named, ...changes });
}
