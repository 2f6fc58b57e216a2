import type { ModelManifest } from '../../core/model-pack/types';
import type { ReviewEntry } from '../../core/review/entry';
import type { Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import { contentOf } from '../../io/job-file/job-lines';
import { jobBeingOpened, otherModel } from '../../io/job-file/problems';
import type { JobFileEvent } from '../../io/job-file/read-job-file';
import type { KtyperDatabase } from '../../storage/database';
import {
  abandonImport,
  beginImport,
  finishImport,
  isBeingImported,
} from '../../storage/job-import';
import { changeJob, isActive, listJobs, readJob, restoreJobs } from '../../storage/jobs';
import { readManifest } from '../../storage/manifests';
import type { JobOrigin, JobRecord } from '../../storage/records';
import { mergeReviews } from '../../storage/reviews';
import type { RowBatch } from '../../storage/row-chunks';
import { saveRows } from '../../storage/rows';
import { type RunInput, saveRunFiles, sizeOfFiles } from '../../storage/run-files';
import { readJobToWrite, UnreadJob } from './stored-job-source';

/** What became of a job of a file. */
export type Taken =
  /** It is here now; `without` where its file has spectra for which there is no room. */
  | {
      readonly kind: 'added';
      readonly token: string;
      readonly name: string;
      readonly without: boolean;
    }
  /** The same job was here already. */
  | {
      readonly kind: 'here';
      readonly token: string;
      readonly name: string;
      /** Number of entries of its review that the file had beside those that were here. */
      readonly reviews: number;
    }
  /** A job of its token, which found something else, is here. Nothing was written. */
  | { readonly kind: 'differs'; readonly token: string; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string | null; readonly problem: Problem };

/** How a file's jobs are taken. */
export interface Taking {
  readonly db: KtyperDatabase;
  readonly path: string;
  readonly origin: Pick<JobOrigin, 'appVersion' | 'writtenAt'>;
  /** Tokens of jobs that are to be kept beside those of the same token that are here. */
  readonly beside: ReadonlySet<string>;
  readonly now: () => number;
}

type JobEvent = Extract<JobFileEvent, { kind: 'job' }>;
type RestEvent = Exclude<JobFileEvent, { kind: 'job' | 'refused' }>;

/** Rows that are written together, and parts of the file: one has up to 16 million characters. */
const TOGETHER = 240;
const PARTS_TOGETHER = 32;

/** Takes one job of a file into the storage: all of it, or nothing. */
export class JobTaking {
  readonly #taking: Taking;
  /** As in the file. */
  readonly #record: JobRecord;
  readonly #manifest: ModelManifest | null;
  /** Its token here; null where nothing is written, since a job of its token is here. */
  readonly #token: string | null;
  readonly #here: JobRecord | null;
  readonly #reviews: ReviewEntry[] = [];
  #batch: Omit<Writable<RowBatch>, 'withdrawn'> = emptyBatch();
  #parts = 0;

  private constructor(
    taking: Taking,
    { record, manifest }: JobEvent,
    token: string | null,
    here: JobRecord | null,
  ) {
    this.#taking = taking;
    this.#record = record;
    this.#manifest = manifest;
    this.#token = token;
    this.#here = here;
  }

  static async begin(taking: Taking, event: JobEvent): Promise<Result<JobTaking, Problem>> {
    const { db, now, beside } = taking;
    const { record } = event;
    const conflict = await conflictOf(taking, event);
    if (conflict !== null) return err(conflict);
    const found = await readJob(db, record.token);
    if (!found.ok) return found;
    if (found.value !== null && isBeingImported(found.value, now())) {
      return err(jobBeingOpened(taking.path, record.name));
    }
    const here = found.value?.importing === true ? null : found.value;
    if (here?.deletedAt === null && !beside.has(record.token)) {
      return ok(new JobTaking(taking, event, null, here));
    }
    // A deleted one is not overwritten: it may have a longer review, or files.
    const token = here === null ? record.token : crypto.randomUUID();
    const begun = await beginImport(db, { ...record, token }, now());
    if (!begun.ok) return begun;
    if (!begun.value) return err(jobBeingOpened(taking.path, record.name));
    return ok(new JobTaking(taking, event, token, here));
  }

  /** @returns a problem of the storage, after which nothing is left; null where it goes on */
  async take(event: RestEvent): Promise<Taken | null> {
    switch (event.kind) {
      case 'rows':
        this.#batch.spectra.push(...event.spectra);
        this.#batch.samples.push(...event.samples);
        break;
      case 'evidence':
        this.#batch.evidence.push(...event.evidence);
        break;
      case 'reviews':
        this.#reviews.push(...event.entries);
        return null;
      case 'whole':
        return this.#end(event.content, event.input);
    }
    this.#parts += 1;
    const { spectra, samples, evidence } = this.#batch;
    const most = Math.max(spectra.length, samples.length, evidence.length);
    return most < TOGETHER && this.#parts < PARTS_TOGETHER ? null : this.#write();
  }

  /** Removes what was written. */
  async abandon(): Promise<void> {
    if (this.#token !== null) await abandonImport(this.#taking.db, this.#token);
  }

  async #write(): Promise<Taken | null> {
    const batch = { ...this.#batch, withdrawn: [] };
    this.#batch = emptyBatch();
    this.#parts = 0;
    if (this.#token === null) return null;
    const saved = await saveRows(this.#taking.db, this.#token, batch, {});
    return saved.ok ? null : this.#refuse(saved.error);
  }

  async #end(content: string, input: RunInput | null): Promise<Taken> {
    const { db } = this.#taking;
    const { name } = this.#record;
    if (this.#token === null) return this.#compare(content);
    const here = this.#here;
    if (here !== null && here.deletedAt !== null && (await this.#isSame(here, content))) {
      return this.#restore(here);
    }
    const copy = here === null ? null : await this.#copyOf(content);
    if (copy !== null) {
      await this.abandon();
      return this.#addToReview(copy);
    }
    const fault = await this.#write();
    if (fault !== null) return fault;
    const token = this.#token;
    const reviewed = await mergeReviews(db, token, this.#reviews);
    if (!reviewed.ok) return this.#refuse(reviewed.error);
    // Before the files, which any page removes from an ended job whose record does not have them.
    const marked = await changeJob(db, token, {
      imported: this.#origin(content),
      ...(input === null ? {} : { files: { kind: 'kept', bytes: sizeOfFiles(input.files) } }),
    });
    if (!marked.ok) return this.#refuse(marked.error);
    const files = input === null ? null : await saveRunFiles(db, token, input);
    const { model } = this.#record;
    const head =
      this.#manifest === null || model === null
        ? null
        : { sha256: model.manifestSha256, manifest: this.#manifest };
    const finished = await finishImport(db, token, head, files);
    if (!finished.ok) return this.#refuse(finished.error);
    return { kind: 'added', token, name, without: files !== null && files.kind !== 'kept' };
  }

  #origin(content: string): JobOrigin {
    const { origin, now } = this.#taking;
    return { ...origin, token: this.#record.token, content, at: now() };
  }

  /** Tells whether the job that is here is the one of the file. */
  async #compare(content: string): Promise<Taken> {
    const { token, name } = this.#record;
    const here = this.#here;
    const same =
      here !== null && (await this.#isSame(here, content)) ? here : await this.#copyOf(content);
    return same === null ? { kind: 'differs', token, name } : this.#addToReview(same);
  }

  /** The job was deleted here, and is wanted again. */
  async #restore(here: JobRecord): Promise<Taken> {
    await this.abandon();
    const { token, name } = here;
    const restored = await restoreJobs(this.#taking.db, [token]);
    if (!restored.ok) return { kind: 'refused', name, problem: restored.error };
    const added = await this.#addToReview(here);
    return added.kind === 'here' ? { kind: 'added', token, name, without: false } : added;
  }

  /** A job goes from one person to the next, and its review comes back longer. */
  async #addToReview({ token, name }: JobRecord): Promise<Taken> {
    const merged = await mergeReviews(this.#taking.db, token, this.#reviews);
    if (!merged.ok) return { kind: 'refused', name, problem: merged.error };
    return { kind: 'here', token, name, reviews: merged.value };
  }

  async #isSame(here: JobRecord, content: string): Promise<boolean> {
    if (here.imported?.content === content) return true;
    // It is on its way to what the file has, or beyond.
    if (isActive(here.status)) return false;
    const stored = await readJobToWrite(this.#taking.db, here);
    if (!stored.ok) return false;
    try {
      return (await contentOf(stored.value)) === content;
    } catch (error) {
      if (error instanceof UnreadJob) return false;
      throw error;
    }
  }

  /** @returns a job that came from such a file before, under a token of its own */
  async #copyOf(content: string): Promise<JobRecord | null> {
    const jobs = await listJobs(this.#taking.db);
    if (!jobs.ok) return null;
    const isCopy = ({ imported }: JobRecord) =>
      imported?.token === this.#record.token && imported.content === content;
    return jobs.value.find(isCopy) ?? null;
  }

  async #refuse(reason: Problem): Promise<Taken> {
    await this.abandon();
    return { kind: 'refused', name: this.#record.name, problem: reason };
  }
}

/**
 * A model's head is known by its checksum, and other jobs here may have it: one that says something else under the
 * same checksum is not taken.
 */
async function conflictOf(
  { db, path }: Taking,
  { record: { model }, manifest }: JobEvent,
): Promise<Problem | null> {
  if (model === null || manifest === null) return null;
  const known = await readManifest(db, model.manifestSha256);
  if (!known.ok) return known.error;
  if (known.value === null || JSON.stringify(known.value) === JSON.stringify(manifest)) return null;
  return otherModel(path, `${model.id} ${model.version}`);
}

type Writable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key];
};

function emptyBatch(): Omit<Writable<RowBatch>, 'withdrawn'> {
  return { spectra: [], samples: [], evidence: [] };
}
