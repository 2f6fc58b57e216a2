import type { Grouping } from '../../core/sample-sheet/grouping';

/** Says in a few words how samples are made without a sheet. */
export function describeGrouping(grouping: Grouping): string {
  return grouping.kind === 'name'
    ? 'spectra of one name are one sample'
    : `every ${grouping.every} neighbouring spots are one sample`;
}
