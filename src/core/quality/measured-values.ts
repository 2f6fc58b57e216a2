import type { SpectrumMeasures } from '../job/types';
import type { QualityMeasure } from './limits';

/** One value for each measure that was taken of a spectrum, in the unit of its limits. */
export type MeasuredValues = Readonly<Partial<Record<QualityMeasure, number>>>;

/** The values that the limits are about, of one spectrum; what could not be measured is left out. */
export function measuredValues({ totalIntensity, quality }: SpectrumMeasures): MeasuredValues {
  const markers = quality?.markers ?? null;
  const values: Record<Exclude<QualityMeasure, 'replicateAgreement'>, number | null> = {
    peaks: quality?.peaks ?? null,
    peaksAbove10kDa: quality?.peaksAbove10kDa ?? null,
    // A spectrum without any peak has none at 0 either, but 0 says how far they reach.
    largestPeakMz: quality === null ? null : (quality.largestPeakMz ?? 0),
    medianSignalToNoise: quality?.medianSignalToNoise ?? null,
    totalIntensity,
    noiseShare: quality?.noiseShare ?? null,
    saturatedPoints: quality?.saturatedPoints ?? null,
    markersFound:
      markers === null || markers.expected === 0 ? null : markers.found / markers.expected,
    markerSignalToNoise: markers?.medianSignalToNoise ?? null,
    resolution: markers?.resolution ?? null,
    shiftPpm: markers?.shiftPpm ?? null,
    residualPpm: markers?.residualPpm ?? null,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
