import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { Problem } from '../../core/problem';

/**
 * Returns why a sample has no usable spectrum; null if it has one. An acquisition without any signal has a
 * call and no failure in its sample's row; the reason is in its spectrum's row.
 */
export function failureOf(sample: SampleRow, spectra: readonly SpectrumRow[]): Problem | null {
  if (sample.failure !== null || !isUnread(sample)) return sample.failure;
  return spectra.find(({ reason }) => reason !== null)?.reason ?? null;
}

/** Returns whether a sample has no usable spectrum. */
export function isUnread({ failure, call }: SampleRow): boolean {
  return failure !== null || call.rule === 'no-spectrum';
}
