import { CHECK_GROUPS, type CheckItem } from '../../core/check/check-item';
import { formatDistance, groupItems, OUTCOME_WORDS } from '../../io/exports/check-report';
import { say } from '../../words/say';

export const outcomeWords = OUTCOME_WORDS;

/** Groups the lines of a report by their headings. */
export function viewGroups(items: readonly CheckItem[]) {
  return groupItems(items).map(({ group, items: lines }) => ({
    group,
    title: CHECK_GROUPS[group],
    lines,
  }));
}

/** Writes `Off by 3.1e-7 (allowed: 1.0e-4).`; empty where nothing was measured. */
export function distanceWords({ distance, tolerance }: CheckItem): string {
  if (distance === null) return '';
  return say('check.offBy', {
    distance: formatDistance(distance),
    tolerance: formatDistance(tolerance),
  });
}
