import { isComparable } from '../classify/is-comparable';
import type { Consensus, SpectrumRow } from '../job/types';
import { judge, worstVerdict, type JudgedMeasure, type Verdict } from './judge';
import { QUALITY_MEASURES, type QualityMeasure } from './limits';
import { measuredValues, type MeasuredValues } from './measured-values';
import { median } from './median';

/** Quality of a sample: of its spectrum, or of its spectra together. */
export interface SampleQuality {
  readonly verdict: Verdict;
  /** What could be measured, in the order of `QUALITY_MEASURES`. */
  readonly measures: readonly JudgedMeasure[];
}

export type RatedSpectrum = Pick<SpectrumRow, 'status' | 'measures' | 'call'>;

/** Measures that mean something only where the spectrum is of the taxon whose markers they are of. */
const OF_MARKERS: ReadonlySet<QualityMeasure> = new Set([
  'markersFound',
  'markerSignalToNoise',
  'resolution',
  'shiftPpm',
  'residualPpm',
]);

/**
 * Judges a sample by the medians of its usable spectra, and by whether these agree. The verdict is the
 * worst of its measures'. Null when no spectrum was measured: what is not there has no quality.
 */
export function rateSample(
  spectra: readonly RatedSpectrum[],
  consensus: Consensus | null,
): SampleQuality | null {
  const measured = spectra.flatMap((row) => usableValues(row) ?? []);
  const [only] = measured;
  if (only === undefined) return null;
  const values = measured.length === 1 ? only : medians(measured);
  const all: MeasuredValues =
    consensus === null || consensus.spectra === 0
      ? values
      : { ...values, replicateAgreement: consensus.agreeing / consensus.spectra };
  const measures = QUALITY_MEASURES.flatMap((measure) => {
    const value = all[measure];
    if (value === undefined) return [];
    const judged = judge(measure, value);
    return measure === 'replicateAgreement' && consensus?.contradictory === true
      ? { ...judged, verdict: 'fail' as const }
      : judged;
  });
  return { verdict: worstVerdict(measures.map(({ verdict }) => verdict)), measures };
}

/** The values of a spectrum that mean something; null of one that was not measured. */
export function usableValues({ status, measures, call }: RatedSpectrum): MeasuredValues | null {
  if (status !== 'ok' || measures === null || measures.quality === null) return null;
  const values = measuredValues(measures);
  if (call === null || isComparable(call)) return values;
  return Object.fromEntries(
    Object.entries(values).filter(([measure]) => !OF_MARKERS.has(measure as QualityMeasure)),
  );
}

function medians(measured: readonly MeasuredValues[]): MeasuredValues {
  return Object.fromEntries(
    QUALITY_MEASURES.flatMap((measure) => {
      const middle = median(measured.flatMap((values) => values[measure] ?? []));
      return middle === null ? [] : [[measure, middle] as const];
    }),
  );
}
