import {
  CHECK_GROUPS,
  CHECK_OUTCOMES,
  type CheckItem,
  type CheckOutcome,
} from '../../core/check/check-item';
import { formatDistance, groupItems } from '../../io/exports/check-report';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';

export function outcomeWords(outcome: CheckOutcome): string {
  return inWords(CHECK_OUTCOMES[outcome]);
}

/** Groups the lines of a report by their headings. */
export function viewGroups(items: readonly CheckItem[]) {
  return groupItems(items).map(({ group, items: lines }) => ({
    group,
    title: inWords(CHECK_GROUPS[group]),
    lines: lines.map((line) => ({ ...line, name: inWords(line.name) })),
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
