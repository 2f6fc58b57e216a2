import type { Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import type { JobChanges } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import type { Listing } from './dropped-files';
import { identifyInput } from './input-identity';
import { MAX_ATTEMPTS, needsFiles, NOTHING_DROPPED, STOPPED_OFTEN } from './job-problems';
import type { JobRequest, JobSource, QueuedJob } from './job-request';
import type { JobSaver } from './job-saver';
import type { KeptFiles } from './kept-files';

/** What a job is read from, as its record says. */
export interface NotedInput {
  readonly input: RunInput;
  /** Whether an earlier attempt was read from the same. */
  readonly isSame: boolean;
}

interface FoundInput {
  readonly input: RunInput;
  /** Files that the browser did not hand out. */
  readonly problems: readonly Problem[];
}

export interface NoteJobParts {
  readonly files: KeptFiles;
  /** The run that ships with the app: the app fetches it again, and does not store it. */
  readonly example: () => Promise<Listing>;
  readonly buildId: string;
}

/**
 * Writes down what a job is and what it is read from, once it is this page's.
 * @returns how the job ends where it is cancelled before, or where there is nothing to read
 */
export async function noteJob(
  parts: NoteJobParts,
  saver: JobSaver,
  { session, source, signal, owned, watch }: QueuedJob,
): Promise<Result<NotedInput, JobChanges>> {
  if (!(await owned)) return err({ status: 'cancelled' });
  if (source.kind === 'request') {
    const lists = await watch;
    // They are part of the first record: should the page go away, the job is resumed with the same.
    if (lists.length > 0) session.change({ watch: lists });
    await saver.register();
  }
  const found = await findInput(parts, session.record, source, signal);
  if (!found.ok) return found;
  const { input, problems } = found.value;
  session.noteListing(problems);
  // A person who has chosen the files sees at once that they are taken.
  if (source.kind === 'chosen') session.change({ status: 'queued' });
  const { record } = session;
  parts.files.hold(record.token, input.files);
  const { changes, isSame } = await identifyInput(record, source.kind, input, parts.buildId);
  await saver.change(changes);
  return ok({ input, isSame });
}

/**
 * @param noting the end of `noteJob`, or of what follows on it
 * @returns what a run starts with: of a new job as soon as its files are listed, of a resumed one once it
 *   is noted; null when there is nothing to start with
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

/** @returns everything that a job is read from, or how the job ends where there is nothing to read */
async function findInput(
  parts: NoteJobParts,
  record: JobRecord,
  source: JobSource,
  signal: AbortSignal,
): Promise<Result<FoundInput, JobChanges>> {
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
): Promise<Result<FoundInput, JobChanges>> {
  const listed = await Promise.race([listing, aborted(signal)]);
  if (listed === null) return err({ status: 'cancelled' });
  const { files, problems } = listed;
  if (files.length > 0) return ok({ input: { files, sampleSheet }, problems });
  return err({ status: 'failed', problem: problems[0] ?? NOTHING_DROPPED });
}

async function storedInput(
  { files, example }: NoteJobParts,
  { token, origin, files: retention, work }: JobRecord,
): Promise<Result<FoundInput, JobChanges>> {
  if ((work?.attempts ?? 0) >= MAX_ATTEMPTS) {
    return err({ status: 'interrupted', problem: STOPPED_OFTEN });
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

/** @returns null, once the signal comes */
export function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
