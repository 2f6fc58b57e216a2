import type { JobRecord } from '../../storage/records';
import { jobStatusWord } from './job-words';

/** Finds the jobs whose name, files, token or status contain every word of the text. */
export function searchJobs(jobs: readonly JobRecord[], text: string): readonly JobRecord[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return jobs;
  return jobs.filter(({ name, token, inputs, status }) => {
    const haystack = [name, token, jobStatusWord(status), ...inputs.map(({ path }) => path)]
      .join('\n')
      .toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
