import type { JobRecord } from '../../storage/records';

/** Bytes of the runs' own files that are kept with jobs. */
export function keptBytes(jobs: readonly Pick<JobRecord, 'files'>[]): number {
  return jobs.reduce((sum, { files }) => sum + (files?.kind === 'kept' ? files.bytes : 0), 0);
}
