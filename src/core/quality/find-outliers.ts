import type { Steps } from '../steps';
import { findFences, quantile } from './fences';
import { QUALITY_LIMITS, QUALITY_MEASURES, type QualityMeasure } from './limits';
import type { MeasuredRow } from './measured-values';

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
export function* findOutliers(spectra: readonly MeasuredRow[]): Steps<Outlier[]> {
  const outliers: Outlier[] = [];
  for (const measure of QUALITY_MEASURES) {
    outliers.push(...outliersOf(spectra, measure));
    yield;
  }
  return outliers;
}

function outliersOf(spectra: readonly MeasuredRow[], measure: QualityMeasure): readonly Outlier[] {
  const known = spectra.filter(({ values }) => values[measure] !== undefined);
  // Most spectra have no saturated point: any would be far from them, and the limit tells it.
  if (known.length < MIN_SPECTRA || measure === 'saturatedPoints') return [];
  const sorted = Float64Array.from(known, ({ values }) => values[measure]!).sort();
  const [low, high] = findFences(sorted).outer;
  const { worse } = QUALITY_LIMITS.measures[measure];
  const lowest = worse === 'larger' ? -Infinity : low;
  const highest = worse === 'smaller' ? Infinity : high;
  return known.flatMap(({ row, values }) => {
    const value = values[measure]!;
    return value >= lowest && value <= highest
      ? []
      : { spectrum: row.index, measure, value, typical: quantile(sorted, 0.5) };
  });
}
