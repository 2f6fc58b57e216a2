import { isolateAgreement, isolateKey } from '../../core/compare/isolate-calls';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import type { Verdict } from '../../core/quality/judge';
import { rateSample } from '../../core/quality/rate-sample';
import type { Review } from '../../core/review/review-of';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import type { KtyperDatabase } from '../../storage/database';
import { isActive, listJobs } from '../../storage/jobs';
import { readManifest } from '../../storage/manifests';
import type { JobRecord } from '../../storage/records';
import { readReviews } from '../../storage/reviews';
import { readRows } from '../../storage/rows';
import { idle } from '../idle';
import { missingRows } from '../jobs/missing-rows';
import { findRow } from '../jobs/rows-by-index';

/** One sample of the isolate's name. */
export interface IsolateFinding {
  readonly job: JobRecord;
  readonly manifest: ModelManifest | null;
  readonly sample: SampleRow;
  /** When its first spectrum was acquired, as its file says; null where none says it. */
  readonly acquired: string | null;
  readonly instrument: string | null;
  readonly verdict: Verdict | null;
  readonly review: Review;
}

const NO_TAXA = { taxa: [], groups: [] };
/** Names are folded so many at a time: this takes a few milliseconds, and a job may have tens of thousands. */
const NAMES_AT_ONCE = 2_000;

/** What is found is shown so often, in milliseconds: with each job that has some, all rows would be laid out again. */
const BETWEEN_REPORTS = 250;
/** Or earlier, when there are so many: each is a row to draw. */
const FOUND_AT_ONCE = 20;

/** All samples of a name in the jobs of this computer, found job by job while the page stays free. */
export class IsolateSearch {
  readonly name: string;
  readonly #db: KtyperDatabase;
  readonly #key: string;
  readonly #manifests = new Map<string, ModelManifest | null>();
  /** The oldest first. */
  findings = $state.raw<readonly IsolateFinding[]>([]);
  /** The models of the findings. */
  manifests = $state.raw<readonly ModelManifest[]>([]);
  /** Number of jobs that have been looked into, those that could not be read among them. */
  searched = $state.raw(0);
  /** Number of jobs; null until they are listed. */
  jobs = $state.raw<number | null>(null);
  /** Number of jobs that were not done when they were searched: they may get more samples of the name. */
  atWork = $state.raw(0);
  /** Jobs that could not be searched, or not whole. */
  problems = $state.raw<readonly { readonly job: string; readonly problem: Problem }[]>([]);
  isDone = $state.raw(false);
  readonly agreement = $derived.by(() =>
    isolateAgreement(
      this.findings.map(({ sample, manifest }) => ({
        call: sample.call,
        isRead: sample.failure === null && sample.call.rule !== 'no-spectrum',
        manifest: manifest ?? NO_TAXA,
      })),
    ),
  );

  constructor(db: KtyperDatabase, name: string) {
    this.#db = db;
    this.name = name;
    this.#key = isolateKey(name);
  }

  /** Searches all jobs. A job's rows are read a chunk at a time, and the page draws between jobs. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.#key === '') return;
    const listed = await listJobs(this.#db);
    if (signal.aborted) return;
    if (!listed.ok) {
      this.problems = [{ job: '', problem: listed.error }];
      this.isDone = true;
      return;
    }
    this.jobs = listed.value.length;
    let pending: IsolateFinding[] = [];
    let reported = performance.now();
    for (const [i, job] of listed.value.entries()) {
      pending.push(...(await this.#searchJob(job, signal)));
      if (signal.aborted) return;
      const now = performance.now();
      if (
        now - reported > BETWEEN_REPORTS ||
        pending.length >= FOUND_AT_ONCE ||
        i + 1 === listed.value.length
      ) {
        this.#report(pending, i + 1);
        pending = [];
        reported = now;
      }
      await idle();
    }
    this.isDone = true;
  }

  #report(found: readonly IsolateFinding[], searched: number): void {
    if (found.length > 0) this.findings = [...this.findings, ...found].sort(byTime);
    this.searched = searched;
  }

  async #searchJob(job: JobRecord, signal: AbortSignal): Promise<readonly IsolateFinding[]> {
    if (isActive(job.status)) this.atWork += 1;
    const rows = await readRows(this.#db, job.token);
    if (!rows.ok) {
      this.#note(job, rows.error);
      return [];
    }
    const { samples, spectra } = rows.value;
    this.#note(job, missingRows(job, rows.value));
    const matching: SampleRow[] = [];
    for (let at = 0; at < samples.length && !signal.aborted; at += NAMES_AT_ONCE) {
      if (at > 0) await idle();
      const part = samples.slice(at, at + NAMES_AT_ONCE);
      matching.push(...part.filter(({ name }) => isolateKey(name) === this.#key));
    }
    if (matching.length === 0) return [];
    const manifest = await this.#manifest(job);
    const entries = await readReviews(this.#db, job.token);
    if (!entries.ok) this.#note(job, entries.error);
    const reviews = new ReviewedSamples(entries.ok ? entries.value : []);
    return matching.map((sample) => {
      const own: readonly SpectrumRow[] = sample.spectra.flatMap(
        (index) => findRow(spectra, index) ?? [],
      );
      const record = own.find((row) => row.record !== null)?.record ?? null;
      return {
        job,
        manifest,
        sample,
        acquired: record?.acquiredAt ?? null,
        instrument: record?.instrument ?? null,
        verdict: rateSample(own, sample.consensus)?.verdict ?? null,
        review: reviews.of(sample),
      };
    });
  }

  #note({ name }: JobRecord, problem: Problem | null): void {
    if (problem !== null) this.problems = [...this.problems, { job: name, problem }];
  }

  async #manifest({ model }: JobRecord): Promise<ModelManifest | null> {
    if (model === null) return null;
    const key = model.manifestSha256;
    if (!this.#manifests.has(key)) {
      const read = await readManifest(this.#db, key);
      this.#manifests.set(key, read.ok ? read.value : null);
      if (read.ok && read.value !== null) this.manifests = [...this.manifests, read.value];
    }
    return this.#manifests.get(key) ?? null;
  }
}

/** The time of a measurement, or of its job where its file says none. */
export function timeOf({ acquired, job }: Pick<IsolateFinding, 'acquired' | 'job'>): number {
  const said = acquired === null ? NaN : Date.parse(acquired);
  return Number.isNaN(said) ? job.createdAt : said;
}

/** The oldest first. */
function byTime(a: IsolateFinding, b: IsolateFinding): number {
  return timeOf(a) - timeOf(b) || a.job.createdAt - b.job.createdAt || 0;
}
