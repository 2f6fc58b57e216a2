import { unreachable } from '../../core/result';
import { countOf, formatTime } from '../format';
import type { RetentionQuestion } from './retention.svelte';

/** Says what would be removed: `12 jobs are older than 60 days. None of them is removed yet.` */
export function describeDue({ due, days }: RetentionQuestion): string {
  const jobs = countOf(due.length, 'job is', 'jobs are');
  const rest = due.length === 1 ? 'It is not removed yet.' : 'None of them is removed yet.';
  return `${jobs} older than ${countOf(days, 'day', 'days')}. ${rest}`;
}

/** Says why a person is asked. */
export function describeDoubt({ doubt, now }: RetentionQuestion): string {
  const clock = `This computer’s clock says ${formatTime(now)}`;
  switch (doubt.kind) {
    case 'first':
      return `It would be the first time that jobs are removed because of their age. ${clock}.`;
    case 'more': {
      const taken = `In the last month, ${countOf(doubt.taken, 'job was', 'jobs were')} removed because of their age`;
      return `${taken}, and these are more. ${clock}: if that is wrong, the jobs are not old.`;
    }
    case 'clock':
      return `${clock}, but something was written here on ${formatTime(doubt.written)}. One of the two is wrong, so that the age of these jobs is not sure.`;
    default:
      return unreachable(doubt);
  }
}
