import type { JobRecord } from '../../storage/records';
import { modelText } from './job-order';
import { jobStatusWord } from './job-words';

/**
 * What is searched besides the status, which is in the reader's language, by the record, which a change replaces: a
 * text is made once and not with each key.
 */
const searched = new WeakMap<JobRecord, string>();

/** Finds the jobs whose name, files, model, token or status contain every word of the text. */
export function searchJobs(jobs: readonly JobRecord[], text: string): readonly JobRecord[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return jobs;
  return jobs.filter((job) => {
    const [text, status] = [searchedText(job), jobStatusWord(job.status).toLowerCase()];
    return words.every((word) => text.includes(word) || status.includes(word));
  });
}

function searchedText(job: JobRecord): string {
  let text = searched.get(job);
  if (text === undefined) {
    const { name, token, inputs } = job;
    const parts = [name, token, modelText(job)];
    text = [...parts, ...inputs.map(({ path }) => path)].join('\n').toLowerCase();
    searched.set(job, text);
  }
  return text;
}
