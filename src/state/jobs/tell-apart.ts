import { naturalKey } from '../../core/natural-key';
import { say } from '../../words/say';
import { formatDay, formatTime, formatTimeOfDay } from '../format';
import { modelText } from './job-order';
import type { JobRecord } from './job-words';

/** What may tell jobs of one name apart, the shortest and plainest first. */
const MARKS: readonly ((job: JobRecord) => string)[] = [
  modelText,
  ({ createdAt }) => formatDay(createdAt),
  ({ createdAt }) => formatTime(createdAt),
];

/**
 * Finds a short mark for each job that has the name of another one: its model, the day or the time when it was
 * created, whichever is another one in each of them; where none is, a number in the order in which they were created.
 *
 * @returns the marks by the jobs' tokens
 */
export function tellApart(jobs: readonly JobRecord[]): ReadonlyMap<string, string> {
  const named = new Map<string, JobRecord[]>();
  for (const job of jobs) {
    const name = naturalKey(job.name.trim());
    const same = named.get(name);
    if (same === undefined) named.set(name, [job]);
    else same.push(job);
  }
  const marks = new Map<string, string>();
  for (const alike of named.values()) {
    if (alike.length === 1) continue;
    const words = marksOf(alike);
    alike.forEach(({ token }, i) => marks.set(token, words[i] ?? ''));
  }
  return marks;
}

function marksOf(alike: readonly JobRecord[]): readonly string[] {
  for (const markOf of MARKS) {
    const marks = alike.map(markOf);
    if (!marks.includes('') && new Set(marks).size === marks.length) return shortened(alike, marks);
  }
  const byAge = [...alike].sort(
    (a, b) => a.createdAt - b.createdAt || (a.token < b.token ? -1 : 1),
  );
  const numbers = new Map(byAge.map((job, i) => [job, i + 1]));
  return alike.map((job) =>
    say('jobs.apartNumber', { number: numbers.get(job) ?? 0, count: alike.length }),
  );
}

/** Leaves the day out where all are of the same one. */
function shortened(alike: readonly JobRecord[], marks: readonly string[]): readonly string[] {
  const isTime = marks[0] === formatTime(alike[0]!.createdAt);
  const days = new Set(alike.map(({ createdAt }) => formatDay(createdAt)));
  return isTime && days.size === 1
    ? alike.map(({ createdAt }) => formatTimeOfDay(createdAt))
    : marks;
}

/** @returns a job's name for a label, with what tells it apart from another of the same name */
export function nameApart({ name }: Pick<JobRecord, 'name'>, mark: string | undefined): string {
  return mark === undefined ? name : say('jobs.apart', { name, mark });
}
