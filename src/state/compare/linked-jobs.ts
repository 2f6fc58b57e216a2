import type { JobRecord } from '../../storage/records';

/** Finds the other jobs on the same input: the original job, and all reruns of it. */
export function linkedJobs(
  jobs: readonly JobRecord[],
  { token, againOf }: Pick<JobRecord, 'token' | 'againOf'>,
): readonly JobRecord[] {
  const root = againOf ?? token;
  return jobs.filter((job) => job.token !== token && (job.token === root || job.againOf === root));
}

/** Returns the address of the comparison of two jobs; the older one is A. */
export function comparisonPath(one: JobRecord, other: JobRecord): string {
  const [a, b] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
  return `/results/${a.token}/compare/${b.token}`;
}
