import type { EvidenceThread } from '../../../workers/evidence/client';
import type { Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import { UnreadableBlob } from '../../io/blob-bytes';
import { safeFileName } from '../../io/exports/safe-file-name';
import { ENDING } from '../../io/job-file/format';
import type { JobToWrite } from '../../io/job-file/job-lines';
import { type JobFileFacts, writeJobFile } from '../../io/job-file/write-job-file';
import type { KtyperDatabase } from '../../storage/database';
import type { JobRecord } from '../../storage/records';
import { readReviews } from '../../storage/reviews';
import type { RunInput } from '../../storage/run-files';
import { evidenceOf, writeToFile } from '../export-results';
import type { JobSession } from '../jobs/job-session.svelte';
import { readJobToWrite, UnreadJob } from './stored-job-source';

/** The type that the app's manifest names for the files that it opens. */
const TYPE = 'application/json';

/** Makes a file of a job that is shown; what of it is not stored is taken from the page. */
export async function saveShownJob(
  db: KtyperDatabase,
  session: JobSession,
  input: RunInput | null,
  appVersion: string,
): Promise<Result<File, Problem>> {
  const { record, manifest, spectra, samples } = session;
  const read = await readReviews(db, record.token);
  if (!read.ok) return read;
  const reviews = read.value;
  // The reader is made anew with each attempt to write.
  const jobs = (thread: EvidenceThread): Iterable<JobToWrite> => [
    {
      record,
      manifest,
      spectra,
      samples,
      evidence: evidenceOf(db, session, thread),
      reviews,
      input,
    },
  ];
  const name = `${safeFileName(record.name, 'job')}${ENDING}`;
  return save(name, factsOf(appVersion, 1, input !== null), jobs);
}

/** What is written of a history. */
export interface HistoryParts {
  /** Jobs that have ended, and can be read. */
  readonly records: readonly JobRecord[];
  /** @returns what a job was read from; null where that is not wanted, or not here */
  readonly inputOf: (record: JobRecord) => Promise<Result<RunInput | null, Problem>>;
  readonly spectra: boolean;
  /** Is called before each job. */
  readonly tell: (written: number) => void;
}

/** Makes a file of many jobs, which are read one after the other. */
export function saveHistory(
  db: KtyperDatabase,
  { records, inputOf, spectra, tell }: HistoryParts,
  appVersion: string,
): Promise<Result<File, Problem>> {
  async function* jobs(thread: EvidenceThread): AsyncGenerator<JobToWrite, void, void> {
    for (const [i, record] of records.entries()) {
      tell(i);
      const [job, input] = [await readJobToWrite(db, record, thread), await inputOf(record)];
      if (!job.ok) throw new UnreadJob(job.error);
      if (!input.ok) throw new UnreadJob(input.error);
      yield { ...job.value, input: input.value };
    }
  }
  const day = new Date().toISOString().slice(0, 10);
  return save(`ktyper-history-${day}${ENDING}`, factsOf(appVersion, records.length, spectra), jobs);
}

async function save(
  name: string,
  facts: JobFileFacts,
  jobs: (thread: EvidenceThread) => Iterable<JobToWrite> | AsyncIterable<JobToWrite>,
): Promise<Result<File, Problem>> {
  try {
    const written = await writeToFile((thread) => writeJobFile(facts, jobs(thread)), name, TYPE);
    return written.ok ? ok(written.value) : written;
  } catch (error) {
    if (error instanceof UnreadJob) return err(error.problem);
    if (error instanceof UnreadableBlob) return err(error.problem());
    throw error;
  }
}

function factsOf(appVersion: string, jobs: number, spectra: boolean): JobFileFacts {
  return { appVersion, writtenAt: new Date().toISOString(), jobs, spectra };
}
