import type { Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import type { JobChanges } from '../../storage/records';
import type { JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import type { Listing } from './dropped-files';
import { identifyInput } from './input-identity';
import { MAX_ATTEMPTS, needsFiles, nothingDropped, stoppedOften } from './job-problems';
import type { JobRequest, JobSource, QueuedJob } from './job-request';
import type { JobSaver } from './job-saver';
import type { KeptFiles } from './kept-files';

/** The input of a job, according to its record. */
export interface NotedInput {
  readonly input: RunInput;
  /** Whether an earlier attempt had the same input. */
  readonly isSame: boolean;
}

interface ListedInput {
  readonly input: RunInput;
  /** Problems of files that the browser did not provide. */
  readonly problems: readonly Problem[];
}

export interface NoteJobParts {
  readonly files: KeptFiles;
  /** Fetches the run that ships with the app, which is never stored. */
  readonly example: () => Promise<Listing>;
  readonly buildId: string;
}

/**
 * Writes the record of a job and of its input, once this page holds its lock.
 *
 * @returns the job's end where it is cancelled before, or where there is no input
 */
export async function noteJob(
  parts: NoteJobParts,
  saver: JobSaver,
  { session, source, signal, owned, watch }: QueuedJob,
): Promise<Result<NotedInput, JobChanges>> {
  if (!(await owned)) return err({ status: 'cancelled' });
  if (source.kind === 'request') {
    const lists = await watch;
    // The first record contains the lists, so that a resumed job looks for the same peaks.
    if (lists.length > 0) session.change({ watch: lists });
    await saver.register();
  }
  const found = await findInput(parts, session.record, source, signal);
  if (!found.ok) return found;
  const { input, problems } = found.value;
  session.noteListing(problems);
  // Shown at once, so that the user sees that the chosen files were accepted.
  if (source.kind === 'chosen') session.change({ status: 'queued' });
  const { record } = session;
  parts.files.hold(record.token, input.files, input.sampleSheet);
  const { changes, isSame } = await identifyInput(record, source.kind, input, parts.buildId);
  await saver.change(changes);
  return ok({ input, isSame });
}

/**
 * @param noting the result of `noteJob`, or of a step after it
 * @returns the input to start with: for a new job as soon as its files are listed, for a resumed one once
 * it is noted; null when there is none
 */
export async function inputToStart(
  source: JobSource,
  noting: Promise<Result<NotedInput, JobChanges>>,
): Promise<NotedInput | null> {
  if (source.kind !== 'request') {
    const noted = await noting;
    return noted.ok ? noted.value : null;
  }
  const { files } = await source.request.listing;
  const input = { files, sampleSheet: source.request.sampleSheet };
  return files.length === 0 ? null : { input, isSame: false };
}

/** @returns the whole input of a job, or the job's end where there is no input */
async function findInput(
  parts: NoteJobParts,
  record: JobRecord,
  source: JobSource,
  signal: AbortSignal,
): Promise<Result<ListedInput, JobChanges>> {
  switch (source.kind) {
    case 'request':
      return listedInput(source.request, signal);
    case 'chosen':
      return ok({ input: source.input, problems: [] });
    case 'stored':
      return storedInput(parts, record);
  }
}

async function listedInput(
  { listing, sampleSheet }: JobRequest,
  signal: AbortSignal,
): Promise<Result<ListedInput, JobChanges>> {
  const listed = await Promise.race([listing, aborted(signal)]);
  if (listed === null) return err({ status: 'cancelled' });
  const { files, problems } = listed;
  if (files.length > 0) return ok({ input: { files, sampleSheet }, problems });
  return err({ status: 'failed', problem: problems[0] ?? nothingDropped() });
}

async function storedInput(
  { files, example }: NoteJobParts,
  { token, origin, files: retention, work }: JobRecord,
): Promise<Result<ListedInput, JobChanges>> {
  if ((work?.attempts ?? 0) >= MAX_ATTEMPTS) {
    return err({ status: 'interrupted', problem: stoppedOften() });
  }
  const input =
    origin === 'example' ? await exampleInput(example) : await securedInput(files, token);
  if (input !== null) return ok({ input, problems: [] });
  return err({ status: 'interrupted', problem: needsFiles(retention) });
}

async function exampleInput(example: NoteJobParts['example']): Promise<RunInput | null> {
  const { files } = await example();
  return files.length === 0 ? null : { files, sampleSheet: null };
}

async function securedInput(files: NoteJobParts['files'], token: string): Promise<RunInput | null> {
  const stored = await files.secured(token);
  return stored.ok ? stored.value : null;
}

/** @returns null, once the signal is aborted */
export function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
