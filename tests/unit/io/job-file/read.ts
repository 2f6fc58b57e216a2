import { openNodeZlib } from '../../../../scripts/headless/node-zlib';
import type { Problem } from '../../../../src/core/problem';
import { type JobFileLimits, LIMITS } from '../../../../src/io/job-file/format';
import { openJobFile } from '../../../../src/io/job-file/open-job-file';
import { type JobFileEvent, readJobFile } from '../../../../src/io/job-file/read-job-file';

export interface ReadFile {
  readonly events: readonly JobFileEvent[];
  readonly fault: Problem | null;
}

/** Reads a whole job file. */
export async function readText(
  text: string,
  limits: Partial<JobFileLimits> = {},
): Promise<ReadFile> {
  const file = new Blob([text]);
  // Node's own inflater throws where nobody can catch it when it is stopped early.
  const options = { limits: { ...LIMITS, ...limits }, openZlib: openNodeZlib };
  const opened = await openJobFile(file, 'a.ktyper.json', options);
  if (!opened.ok) return { events: [], fault: opened.error };
  const events: JobFileEvent[] = [];
  const reading = readJobFile(opened.value, 'a.ktyper.json');
  for (;;) {
    const next = await reading.next();
    if (next.done === true) return { events, fault: next.value };
    events.push(next.value);
  }
}

export function kindsOf({ events }: ReadFile): string {
  return events.map(({ kind }) => kind).join(' ');
}
