import { isComparable } from '../classify/compared-taxa';
import type { SpectrumMeasures, SpectrumRow } from '../job/types';
import type { Interruptible } from '../interruptible';
import type { QualityMeasure } from './limits';

/** The value of each measure that was taken, in the unit of its limits. */
export type MeasuredValues = { readonly [M in QualityMeasure]?: number };

export interface MeasuredRow {
  readonly row: SpectrumRow;
  readonly values: MeasuredValues;
}

/** Lists the measured spectra with their meaningful values. */
export function* measuredRows(
  spectra: readonly SpectrumRow[],
): Interruptible<readonly MeasuredRow[]> {
  const measured: MeasuredRow[] = [];
  for (const row of spectra) {
    const values = usableValues(row);
    if (values !== null) measured.push({ row, values });
    yield;
  }
  return measured;
}

/**
 * Returns the meaningful values of a spectrum. The values of markers are meaningful only where the spectrum
 * is of the taxon that they belong to, that is, where the call is not a refusal.
 *
 * @returns null for a spectrum that was not measured
 */
export function usableValues({
  status,
  measures,
  call,
}: Pick<SpectrumRow, 'status' | 'measures' | 'call'>): MeasuredValues | null {
  if (status !== 'ok' || measures === null || measures.quality === null) return null;
  return measuredValues(measures, call === null || isComparable(call));
}

/** Lists the values of one spectrum that have limits, except those that could not be measured. */
export function measuredValues(
  { totalIntensity, quality }: SpectrumMeasures,
  withMarkers = true,
): MeasuredValues {
  const values: { [M in QualityMeasure]?: number } = { totalIntensity };
  if (quality === null) return values;
  const { medianSignalToNoise, saturatedPoints, markers } = quality;
  values.peaks = quality.peaks;
  values.peaksAbove10kDa = quality.peaksAbove10kDa;
  // A spectrum without any peak has none at 0 either, but 0 is the extent of its peaks.
  values.largestPeakMz = quality.largestPeakMz ?? 0;
  if (medianSignalToNoise !== null) values.medianSignalToNoise = medianSignalToNoise;
  values.noiseShare = quality.noiseShare;
  if (saturatedPoints !== null) values.saturatedPoints = saturatedPoints;
  if (markers === null || !withMarkers) return values;
  if (markers.expected > 0) values.markersFound = markers.found / markers.expected;
  if (markers.medianSignalToNoise !== null) {
    values.markerSignalToNoise = markers.medianSignalToNoise;
  }
  if (markers.resolution !== null) values.resolution = markers.resolution;
  values.shiftPpm = markers.shiftPpm;
  const { tiltPpmPerKda = null } = markers;
  if (tiltPpmPerKda !== null) values.tiltPpmPerKda = tiltPpmPerKda;
  if (markers.residualPpm !== null) values.residualPpm = markers.residualPpm;
  return values;
}
