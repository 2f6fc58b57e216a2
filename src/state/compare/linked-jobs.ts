import type { JobRecord } from '../../storage/records';

/** The other jobs of a run that was run again: that which began it, and all that were made from it. */
export function linkedJobs(
  jobs: readonly JobRecord[],
  { token, againOf }: Pick<JobRecord, 'token' | 'againOf'>,
): readonly JobRecord[] {
  const root = againOf ?? token;
  return jobs.filter((job) => job.token !== token && (job.token === root || job.againOf === root));
}

/** The address of two jobs beside each other: the older one is A. */
export function comparisonPath(one: JobRecord, other: JobRecord): string {
  const [a, b] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
  return `/results/${a.token}/compare/${b.token}`;
}
