import { runsByInstrument, type InstrumentRuns } from '../../core/quality-history/run-order';
import { summariseRuns, type RunSummary } from '../../core/quality-history/run-summary';
import type { Problem } from '../../core/problem';
import { inSlices } from '../../engine/in-slices';
import type { KtyperDatabase } from '../../storage/database';
import type { JobRecord } from '../../storage/records';
import { readManifest } from '../../storage/manifests';
import { readRows } from '../../storage/rows';
import { readSummaryRecords, saveRunSummaries, summariesIn } from '../../storage/run-summaries';
import type { Progress } from '../jobs/progress';

/** Summaries that are read from the storage at once. */
const RECORDS_PER_READ = 25;
/** Milliseconds between two looks of the page at jobs that are being summed up. */
const SHOW_INTERVAL_MS = 500;

type Known = ReadonlyMap<string, readonly RunSummary[]>;
type SummedUp = Pick<Progress, 'done'> & { readonly all: number };

/** How the runs of all jobs went. Each job is summed up once, and what comes of it stored with the job. */
export class RunSummaries {
  readonly #db: KtyperDatabase;
  /** [token and end of a job] */
  #known = new Map<string, readonly RunSummary[]>();
  /** By the job's token; null until all that is stored was read. */
  byJob = $state.raw<Known | null>(null);
  /** Jobs that are being summed up; null while none is. */
  work = $state.raw<SummedUp | null>(null);
  problem = $state.raw<Problem | null>(null);

  constructor(db: KtyperDatabase) {
    this.#db = db;
  }

  /** Gets the summaries of these jobs: what is stored first, then what is not there yet. */
  async follow(jobs: readonly JobRecord[], signal: AbortSignal): Promise<void> {
    const ended = jobs.filter(isCounted);
    const unread = ended.filter((job) => !this.#known.has(keyOf(job)));
    const missing: JobRecord[] = [];
    for (let at = 0; at < unread.length; at += RECORDS_PER_READ) {
      const part = unread.slice(at, at + RECORDS_PER_READ);
      const read = await readSummaryRecords(
        this.#db,
        part.map(({ token }) => token),
      );
      if (signal.aborted) return;
      if (!read.ok) {
        this.problem = read.error;
        return;
      }
      const decoded = await inSlices(
        (function* () {
          const found: (readonly RunSummary[] | undefined)[] = [];
          for (const [i, job] of part.entries()) {
            found.push(summariesIn(read.value[i], job));
            yield;
          }
          return found;
        })(),
        signal,
      );
      if (decoded === null) return;
      for (const [i, job] of part.entries()) {
        const summaries = decoded[i];
        if (summaries === undefined) missing.push(job);
        else this.#known.set(keyOf(job), summaries);
      }
    }
    this.#show(ended);
    await this.#sumUp(missing, ended, signal);
  }

  /** Sums up the newest first, since these are what a person looks at. */
  async #sumUp(
    missing: readonly JobRecord[],
    ended: readonly JobRecord[],
    signal: AbortSignal,
  ): Promise<void> {
    let shownAt = performance.now();
    for (const [done, job] of missing.entries()) {
      this.work = { done, all: missing.length };
      const summaries = await this.#sumUpOne(job, signal);
      if (signal.aborted) return;
      if (summaries === null) continue;
      this.#known.set(keyOf(job), summaries);
      const now = performance.now();
      if (now < shownAt + SHOW_INTERVAL_MS) continue;
      shownAt = now;
      this.#show(ended);
    }
    this.work = null;
    if (missing.length > 0) this.#show(ended);
  }

  async #sumUpOne(job: JobRecord, signal: AbortSignal): Promise<readonly RunSummary[] | null> {
    const db = this.#db;
    const rows = await readRows(db, job.token);
    const manifest = job.model && (await readManifest(db, job.model.manifestSha256));
    if (signal.aborted) return null;
    if (!rows.ok || manifest?.ok === false) {
      this.problem = rows.ok ? (manifest as { readonly error: Problem }).error : rows.error;
      return null;
    }
    const { spectra, samples } = rows.value;
    const summaries = await inSlices(
      summariseRuns(spectra, samples, manifest?.value ?? null),
      signal,
    );
    if (summaries === null) return null;
    const saved = await saveRunSummaries(db, job, summaries);
    // A job that was deleted meanwhile needs no summary.
    if (!saved.ok && saved.error.kind !== 'job-gone') this.problem = saved.error;
    return summaries;
  }

  #show(ended: readonly JobRecord[]): void {
    this.byJob = new Map(
      ended.flatMap((job) => {
        const summaries = this.#known.get(keyOf(job));
        return summaries === undefined ? [] : [[job.token, summaries] as const];
      }),
    );
  }
}

/** Whether a job counts: one that ended early says nothing of a whole run. */
export function isCounted({ status }: Pick<JobRecord, 'status'>): boolean {
  return status === 'completed';
}

function keyOf({ token, finishedAt }: JobRecord): string {
  return `${token} ${finishedAt}`;
}

/** Sorts what is known by instrument. */
export function instrumentsOf(jobs: readonly JobRecord[], byJob: Known): readonly InstrumentRuns[] {
  return runsByInstrument(
    jobs.flatMap(({ token, name, createdAt, origin }) => {
      const runs = byJob.get(token);
      const job = { token, name, createdAt, isExample: origin === 'example' };
      return runs === undefined ? [] : { job, runs };
    }),
  );
}
