import type { SampleRow } from '../../core/job/types';
import type { Measurement } from '../../core/plate/measurements';
import { say } from '../../words/say';

/**
 * Writes a sample's spot; if it is one of several measurements of it, with which one: `F11, 2 of 3`.
 *
 * @param measurements from `numberMeasurements`
 */
export function spotText(
  { spot, spectra }: Pick<SampleRow, 'spot' | 'spectra'>,
  measurements: ReadonlyMap<number, Measurement>,
): string {
  const [only] = spectra;
  if (only === undefined || spectra.length > 1) return spot;
  const measurement = measurements.get(only);
  if (measurement === undefined) return spot;
  const { number, of } = measurement;
  return say('results.spotMeasurement', { spot, number, of });
}
