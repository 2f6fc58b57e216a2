import type { Problem } from '../../core/problem';
import { openJobFile } from '../../io/job-file/open-job-file';
import { readJobFile } from '../../io/job-file/read-job-file';
import type { KtyperDatabase } from '../../storage/database';
import { JobTaking, type Taken, type Taking } from './take-job';

/** What became of a file. */
export interface TakenFile {
  readonly path: string;
  /** By the jobs of the file, in its order. */
  readonly jobs: readonly Taken[];
  /** Why it could not be read, or not to its end. */
  readonly problem: Problem | null;
}

export interface FileTaking {
  readonly db: KtyperDatabase;
  readonly beside: ReadonlySet<string>;
  readonly now: () => number;
  /** Is called as jobs are taken. */
  readonly tell: (taken: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** Takes the jobs of a file into the storage, each of them whole or not at all. */
export async function takeFile(
  file: Blob,
  path: string,
  { db, beside, now, tell, signal }: FileTaking,
): Promise<TakenFile> {
  const opened = await openJobFile(file, path);
  if (!opened.ok) return { path, jobs: [], problem: opened.error };
  const { head } = opened.value;
  const origin = { appVersion: head.app.version, writtenAt: Date.parse(head.writtenAt) };
  const taking: Taking = { db, path, origin, beside, now };
  const jobs: Taken[] = [];
  const settle = (taken: Taken) => {
    jobs.push(taken);
    job = null;
    tell(jobs.length, head.jobs);
  };
  let job: JobTaking | null = null;
  const events = readJobFile(opened.value, path);
  try {
    for (;;) {
      const next = await events.next();
      if (next.done === true) return { path, jobs, problem: next.value };
      if (signal.aborted) return { path, jobs, problem: null };
      const event = next.value;
      if (event.kind === 'job') {
        const begun = await JobTaking.begin(taking, event);
        if (begun.ok) job = begun.value;
        else settle({ kind: 'refused', name: event.record.name, problem: begun.error });
      } else if (event.kind === 'refused') {
        await job?.abandon();
        settle(event);
      } else {
        // The rest of one that the storage did not take.
        const taken = await job?.take(event);
        if (taken !== null && taken !== undefined) settle(taken);
      }
    }
  } finally {
    await events.return(null);
    await job?.abandon();
  }
}
