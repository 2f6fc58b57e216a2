import type { JobRecord } from '../../storage/records';

/** @returns the size of the original files that are kept with jobs, in bytes */
export function keptBytes(jobs: readonly Pick<JobRecord, 'files'>[]): number {
  return jobs.reduce((sum, { files }) => sum + (files?.kind === 'kept' ? files.bytes : 0), 0);
}
