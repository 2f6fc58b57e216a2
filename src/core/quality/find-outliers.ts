import type { SpectrumRow } from '../job/types';
import { findFences } from './fences';
import { QUALITY_LIMITS, QUALITY_MEASURES, type QualityMeasure } from './limits';
import { median } from './median';
import { usableValues } from './rate-sample';

/** A spectrum that is far from the others of its run. */
export interface Outlier {
  /** Index of the spectrum in the job. */
  readonly spectrum: number;
  readonly measure: QualityMeasure;
  readonly value: number;
  /** Median of the run. */
  readonly typical: number;
}

/** Fewer spectra have no quartiles to speak of. */
const MIN_SPECTRA = 12;

/** Spectra beyond the outer fence of their own run, on the side that is worse. See `fences.ts`. */
export function findOutliers(spectra: readonly SpectrumRow[]): Outlier[] {
  const measured = spectra.flatMap((row) => {
    const values = usableValues(row);
    return values === null ? [] : [{ spectrum: row.index, values }];
  });
  return QUALITY_MEASURES.flatMap((measure) => {
    const known = measured.flatMap(({ spectrum, values }) => {
      const value = values[measure];
      return value === undefined ? [] : [{ spectrum, value }];
    });
    // Most spectra have no saturated point: any would be far from them, and the limit tells it.
    if (known.length < MIN_SPECTRA || measure === 'saturatedPoints') return [];
    const all = known.map(({ value }) => value);
    const [low, high] = findFences(all).outer;
    const typical = median(all)!;
    const { worse } = QUALITY_LIMITS.measures[measure];
    return known
      .filter(
        ({ value }) => (worse !== 'larger' && value < low) || (worse !== 'smaller' && value > high),
      )
      .map(({ spectrum, value }) => ({ spectrum, measure, value, typical }));
  });
}
