import type { Consensus, SpectrumRow } from '../job/types';
import { judge, worstVerdict, type JudgedMeasure, type Verdict } from './judge';
import { QUALITY_MEASURES } from './limits';
import { usableValues, type MeasuredValues } from './measured-values';
import { median } from './statistics';

/** Quality of a sample: of its spectrum, or of its spectra together. */
export interface SampleQuality {
  readonly verdict: Verdict;
  /** The measures that were taken, in the order of `QUALITY_MEASURES`. */
  readonly measures: readonly JudgedMeasure[];
}

export type RatedSpectrum = Pick<SpectrumRow, 'index' | 'status' | 'measures' | 'call'>;

/**
 * Judges a sample by the medians of the spectra that its call is made from, and by whether these agree. The
 * verdict is the worst verdict of any measure.
 *
 * @returns null when no spectrum was measured
 */
export function rateSample(
  spectra: readonly RatedSpectrum[],
  consensus: Consensus | null,
): SampleQuality | null {
  const leftOut = new Set(consensus?.leftOut);
  const measured = spectra.flatMap((row) =>
    leftOut.has(row.index) ? [] : (usableValues(row) ?? []),
  );
  const [only] = measured;
  if (only === undefined) return null;
  const values = measured.length === 1 ? only : medians(measured);
  const all: MeasuredValues =
    consensus === null || consensus.spectra === leftOut.size
      ? values
      : { ...values, replicateAgreement: agreeingPart(consensus, leftOut.size) };
  const measures: JudgedMeasure[] = [];
  for (const measure of QUALITY_MEASURES) {
    const value = all[measure];
    if (value === undefined) continue;
    const judged = judge(measure, value);
    const isContradictory = measure === 'replicateAgreement' && consensus?.contradictory === true;
    measures.push(isContradictory ? { ...judged, verdict: 'fail' } : judged);
  }
  return { verdict: worstVerdict(measures.map(({ verdict }) => verdict)), measures };
}

/**
 * Computes the agreeing part of the spectra in the mean. It is at most 1, since a spectrum that was left
 * out of the mean may agree, too.
 */
function agreeingPart({ agreeing, spectra }: Consensus, leftOut: number): number {
  return Math.min(1, agreeing / (spectra - leftOut));
}

function medians(measured: readonly MeasuredValues[]): MeasuredValues {
  return Object.fromEntries(
    QUALITY_MEASURES.flatMap((measure) => {
      const middle = median(measured.flatMap((values) => values[measure] ?? []));
      return middle === null ? [] : [[measure, middle] as const];
    }),
  );
}
