import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { Problem } from '../../core/problem';

/**
 * Returns why a sample has no usable spectrum; null when it has one. The call of an acquisition without any
 * signal is its answer, so that its row names no failure, but its spectrum does.
 */
export function failureOf(sample: SampleRow, spectra: readonly SpectrumRow[]): Problem | null {
  if (sample.failure !== null || !isUnread(sample)) return sample.failure;
  return spectra.find(({ reason }) => reason !== null)?.reason ?? null;
}

/** Returns whether a sample has no usable spectrum. */
export function isUnread({ failure, call }: SampleRow): boolean {
  return failure !== null || call.rule === 'no-spectrum';
}
