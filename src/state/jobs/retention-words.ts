import { unreachable } from '../../core/result';
import { say } from '../../words/say';
import { formatTime } from '../format';
import type { RetentionQuestion } from './retention.svelte';

/** Says what would be removed: `12 jobs are older than 60 days. None of them is removed yet.` */
export function describeDue({ due, days }: RetentionQuestion): string {
  return say('jobs.oldDue', { count: due.length, days });
}

/** Says why a person is asked. */
export function describeDoubt({ doubt, now: clock }: RetentionQuestion): string {
  const now = formatTime(clock);
  switch (doubt.kind) {
    case 'first':
      return say('jobs.oldFirst', { now });
    case 'more':
      return say('jobs.oldMore', { count: doubt.taken, now });
    case 'clock':
      return say('jobs.oldClock', { now, written: formatTime(doubt.written) });
    default:
      return unreachable(doubt);
  }
}
