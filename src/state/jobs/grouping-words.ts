import type { Grouping, GroupingReport } from '../../core/sample-sheet/grouping-kinds';
import { say } from '../../words/say';

/** Says how the next job's samples are made without a sheet. */
export function describeGrouping(grouping: Grouping): string {
  if (grouping.kind === 'name') return say('identify.nextGroupedByName');
  const { every, start } = grouping;
  return start === undefined
    ? say('identify.nextGroupedBySpots', { every })
    : say('identify.nextGroupedBySpotsFrom', { every, from: start });
}

/** Says how a job's samples were made without a sheet, and how many they are. */
export function describeGroups(report: GroupingReport): string {
  const { samples } = report;
  if (report.kind === 'name') return say('jobs.groupedByName', { samples });
  const { every, start, begins } = report;
  const from = start ?? begins;
  return from === undefined
    ? say('jobs.groupedBySpots', { every, samples })
    : say('jobs.groupedBySpotsFrom', { every, from, samples });
}
