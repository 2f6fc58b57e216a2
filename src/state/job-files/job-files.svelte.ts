import { problem, type Problem } from '../../core/problem';
import { err, type Result } from '../../core/result';
import type { KtyperDatabase } from '../../storage/database';
import { isActive } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { sentence } from '../../words/told/sentence';
import { say } from '../../words/say';
import type { KeptFiles } from '../jobs/kept-files';
import type { JobSession } from '../jobs/job-session.svelte';
import type { Notices } from '../notices.svelte';
import type { Router } from '../router.svelte';
import type { Taken } from './take-job';
import type { TakenFile } from './take-file';

export interface JobFilesParts {
  readonly db: KtyperDatabase;
  readonly router: Router;
  readonly notices: Notices;
  readonly files: KeptFiles;
  readonly appVersion: string;
}

/** Work on job files that is under way. */
export type JobFileWork =
  | { readonly kind: 'opening'; readonly path: string; readonly done: number; readonly of: number }
  | { readonly kind: 'saving'; readonly done: number; readonly of: number };

/** What became of the files that were opened last, where more is to be said than a notice has room for. */
export interface OpenReport {
  readonly files: readonly TakenFile[];
  /** Names of files that were dropped beside them, and are no job files. */
  readonly others: number;
}

/** Opens job files, and saves jobs to them. What reads and writes them is fetched when it is needed. */
export class JobFiles {
  readonly #parts: JobFilesParts;
  work = $state.raw<JobFileWork | null>(null);
  report = $state.raw<OpenReport | null>(null);
  #sources: readonly File[] = [];
  #stopping = new AbortController();

  constructor(parts: JobFilesParts) {
    this.#parts = parts;
  }

  /** @returns jobs that can be written: those that have ended and can be read */
  static savable(jobs: readonly JobRecord[]): readonly JobRecord[] {
    return jobs.filter(({ status }) => status !== 'damaged' && !isActive(status));
  }

  /**
   * Opens files. A single job is shown at once; what needs more words is in the report.
   *
   * @param others number of files that came with them, and are no job files
   * @param unread those that came with them and cannot be read
   */
  async open(files: readonly File[], others = 0, unread: readonly TakenFile[] = []): Promise<void> {
    if (this.work !== null) {
      this.#parts.notices.show({ text: say('jobFiles.busy'), action: null });
      return;
    }
    this.#sources = files;
    this.report = null;
    await this.#take(files, new Set(), others, unread);
  }

  /** Takes jobs that differ from those here beside them, from the files that were opened last. */
  async addBeside(tokens: readonly string[]): Promise<void> {
    if (this.work !== null) return;
    const of = new Set(tokens);
    const holding = this.report?.files.flatMap(({ jobs }, i) =>
      jobs.some((job) => job.kind === 'differs' && of.has(job.token)) ? [this.#sources[i]!] : [],
    );
    this.#sources = holding ?? [];
    this.report = null;
    await this.#take(this.#sources, of, 0);
  }

  stop(): void {
    this.#stopping.abort();
  }

  dismiss(): void {
    this.report = null;
    this.#sources = [];
  }

  async #take(
    files: readonly File[],
    beside: ReadonlySet<string>,
    others: number,
    unread: readonly TakenFile[] = [],
  ): Promise<void> {
    const { db } = this.#parts;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    this.work = { kind: 'opening', path: files[0]?.name ?? '', done: 0, of: 0 };
    try {
      const reader = await fetchPart(() => import('./take-file'));
      const taken: TakenFile[] = [...unread];
      for (const file of files) {
        if (signal.aborted) break;
        const path = file.name;
        if (!reader.ok) {
          taken.push({ path, jobs: [], problem: reader.error });
          continue;
        }
        const tell = (done: number, of: number) => {
          this.work = { kind: 'opening', path, done, of };
        };
        const options = { db, beside, now: () => Date.now(), tell, signal };
        taken.push(await reader.value.takeFile(file, path, options));
      }
      this.#tell(taken, others);
    } finally {
      this.work = null;
    }
  }

  /** Shows the one job of the files, or all that became of them. */
  #tell(files: readonly TakenFile[], others: number): void {
    const { router, notices } = this.#parts;
    const jobs = files.flatMap((file) => file.jobs);
    const [only] = jobs;
    const isPlain = others === 0 && files.every((file) => file.problem === null);
    if (!isPlain || jobs.length !== 1 || only === undefined || !('token' in only)) {
      this.report = { files, others };
      return;
    }
    if (only.kind === 'differs') {
      this.report = { files, others };
      return;
    }
    router.go(`/results/${only.token}`);
    notices.show({ text: noticeOf(only), action: null });
  }

  /** @returns the bytes of a job's files that would be in its job file; null where they are not here */
  bytesOf(record: JobRecord): number | null {
    return this.#parts.files.bytesOf(record);
  }

  /** Makes a file of the job that is shown. */
  async saveShown(session: JobSession, withSpectra: boolean): Promise<Result<File, Problem>> {
    const { db, files, appVersion } = this.#parts;
    const writer = await fetchPart(() => import('./save-job-file'));
    if (!writer.ok) return writer;
    const input = withSpectra ? await files.inputOf(session.record.token) : null;
    if (input?.ok === false) return input;
    return writer.value.saveShownJob(db, session, input?.value ?? null, appVersion);
  }

  /** Makes a file of all jobs that can be written. */
  async saveAll(
    jobs: readonly JobRecord[],
    withSpectra: boolean,
  ): Promise<Result<File, Problem> | null> {
    if (this.work !== null) return null;
    const { db, files, appVersion } = this.#parts;
    const records = JobFiles.savable(jobs);
    const tell = (done: number) => {
      this.work = { kind: 'saving', done, of: records.length };
    };
    tell(0);
    try {
      const writer = await fetchPart(() => import('./save-job-file'));
      if (!writer.ok) return writer;
      const inputOf = (record: JobRecord) =>
        withSpectra && files.bytesOf(record) !== null
          ? files.inputOf(record.token)
          : Promise.resolve({ ok: true, value: null } as const);
      const parts = { records, inputOf, spectra: withSpectra, tell };
      return await writer.value.saveHistory(db, parts, appVersion);
    } finally {
      this.work = null;
    }
  }
}

function noticeOf(job: Extract<Taken, { kind: 'added' | 'here' }>): string {
  const { name } = job;
  if (job.kind === 'here') {
    return job.reviews === 0
      ? say('jobFiles.openedHere', { name })
      : say('jobFiles.openedReviews', { name, count: job.reviews });
  }
  return say(job.without ? 'jobFiles.openedWithout' : 'jobFiles.opened', { name });
}

async function fetchPart<Part>(fetch: () => Promise<Part>): Promise<Result<Part, Problem>> {
  try {
    return { ok: true, value: await fetch() };
  } catch {
    return err(
      problem('engine-unreachable', sentence('jobFile.partAbsent'), sentence('job.partAbsentCure')),
    );
  }
}
