import type { SpectrumRow } from '../../core/job/types';

/**
 * Finds when the first spectrum of a run was acquired.
 *
 * @param known the earliest time so far; null for none
 * @returns the time as its file says it; null where no file says one
 */
export function earliestAcquired(
  spectra: readonly Pick<SpectrumRow, 'record'>[],
  known: string | null,
): string | null {
  let earliest = known;
  for (const { record } of spectra) {
    const said = record?.acquiredAt ?? null;
    if (said === null || Number.isNaN(Date.parse(said))) continue;
    if (earliest === null || Date.parse(said) < Date.parse(earliest)) earliest = said;
  }
  return earliest;
}
