import type { Grouping, GroupingReport } from '../../core/sample-sheet/grouping-kinds';

/** Says in a few words how samples are made without a sheet. */
export function describeGrouping(grouping: Grouping | GroupingReport): string {
  if (grouping.kind === 'name') return 'spectra of one name are one sample';
  const from = grouping.start ?? ('begins' in grouping ? grouping.begins : undefined);
  const spots = `every ${grouping.every} neighbouring spots are one sample`;
  return from === undefined ? spots : `${spots}, from ${from}`;
}
