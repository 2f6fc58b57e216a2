import { entryRole } from '../../core/bruker/entry-role';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { InputFile } from '../../io/entry';
import type { KtyperDatabase } from '../../storage/database';
import { changeJob } from '../../storage/jobs';
import {
  type FileRetention,
  type JobRecord,
  MAX_KEPT_BYTES,
  MAX_KEPT_FILES,
} from '../../storage/records';
import {
  dropRunFiles,
  readKeptInput,
  readRunInput,
  removeRunFiles,
  type RunInput,
  saveRunFiles,
  sizeOfFiles,
} from '../../storage/run-files';

type Files = readonly InputFile[];

/** @returns the size of the original files that are kept with jobs, in bytes */
export function keptBytes(jobs: readonly Pick<JobRecord, 'files'>[]): number {
  return jobs.reduce((sum, { files }) => sum + (files?.kind === 'kept' ? files.bytes : 0), 0);
}

/**
 * The files that jobs were read from: those dropped on this page, for as long as the page is open, and
 * those in the browser's storage. They are stored while the job runs, so that it can be resumed after the
 * page was closed, and kept afterwards if the settings require it, so that its spectra can be computed
 * again.
 */
export class KeptFiles {
  readonly #db: KtyperDatabase;
  readonly #wantsKept: () => boolean;
  readonly #dropped = new Map<string, RunInput>();
  readonly #kept = new Map<string, Files>();

  /** @param wantsKept returns whether files are to be kept with ended jobs; called each time */
  constructor(db: KtyperDatabase, wantsKept: () => boolean) {
    this.#db = db;
    this.#wantsKept = wantsKept;
  }

  /** Remembers the input of a job while the page is open. */
  hold(job: string, files: Files, sampleSheet: InputFile | null = null): void {
    this.#dropped.set(job, { files, sampleSheet });
  }

  /** Whether the input of a job is remembered. */
  holds(job: string): boolean {
    return this.#dropped.has(job);
  }

  /** @returns the remembered input of a job; null where there is none, or where it is stored */
  held(job: string): RunInput | null {
    return this.#dropped.get(job) ?? null;
  }

  /**
   * Stores the input of a job until it has ended.
   *
   * @returns whether that succeeded, or why not
   */
  secure(job: string, { files, sampleSheet }: RunInput): Promise<FileRetention> {
    return saveRunFiles(this.#db, job, { files: files.map(withoutIgnored), sampleSheet });
  }

  /** @returns the stored input of a job that has not ended; null when the user has to choose it again */
  secured(job: string): Promise<Result<RunInput | null, Problem>> {
    return readRunInput(this.#db, job);
  }

  /**
   * Removes the stored input of a job.
   *
   * @returns whether that freed space
   */
  async giveUp(job: string): Promise<boolean> {
    const dropped = await dropRunFiles(this.#db, job);
    return dropped.ok && dropped.value;
  }

  /** @returns the reason why a job's files are not to be kept after its end; null when they are */
  whyNotKept({ files }: RunInput): FileRetention | null {
    const bytes = sizeOfFiles(files.map(withoutIgnored));
    const reason = !this.#wantsKept() ? 'off' : bytes > MAX_KEPT_BYTES ? 'too-large' : null;
    return reason === null ? null : { kind: 'not-kept', reason, bytes };
  }

  /**
   * Keeps the files of an ended job in the storage, or removes them.
   *
   * @param secured the result of storing them while it ran; null when they were not stored
   */
  async settle(
    job: string,
    input: RunInput,
    secured: FileRetention | null,
  ): Promise<FileRetention> {
    const refused = this.whyNotKept(input);
    if (refused !== null) {
      await this.giveUp(job);
      return refused;
    }
    const kept = secured ?? (await this.secure(job, input));
    // Kept files stay unchanged, while dropped ones may be moved or changed at any time.
    if (kept.kind === 'kept') this.#dropped.delete(job);
    return kept;
  }

  /** Takes files that the user chose again for a job, and keeps them as the job itself would have. */
  async adopt(job: string, files: Files): Promise<void> {
    const input = { files, sampleSheet: this.#dropped.get(job)?.sampleSheet ?? null };
    this.#dropped.set(job, input);
    const kept = await this.settle(job, input, null);
    await changeJob(this.#db, job, { files: kept });
  }

  /** @returns the files of a job, always as the same array; null when the user has to choose them again */
  async find(job: string): Promise<Result<Files | null, Problem>> {
    const known = this.#dropped.get(job)?.files ?? this.#kept.get(job);
    if (known !== undefined) return ok(known);
    const stored = await readKeptInput(this.#db, job);
    if (!stored.ok) return stored;
    if (stored.value === null) return ok(null);
    // If two calls read them at the same time, the first result is used.
    const files = this.#kept.get(job) ?? stored.value.files;
    this.#kept.set(job, files);
    return ok(files);
  }

  /** @returns the bytes of a job's files, if they are here and no more than is kept of a run; null otherwise */
  bytesOf({ token, files }: Pick<JobRecord, 'token' | 'files'>): number | null {
    const held = this.#dropped.get(token);
    if (held === undefined) return files?.kind === 'kept' ? files.bytes : null;
    const bytes = sizeOfFiles(held.files.map(withoutIgnored));
    return bytes <= MAX_KEPT_BYTES && held.files.length <= MAX_KEPT_FILES ? bytes : null;
  }

  /** @returns all that a job was read from, as it would be stored; null where it is not here */
  async inputOf(job: string): Promise<Result<RunInput | null, Problem>> {
    const held = this.#dropped.get(job);
    if (held === undefined) return readKeptInput(this.#db, job);
    return ok({ ...held, files: held.files.map(withoutIgnored) });
  }

  /** Removes the kept files of all ended jobs. */
  async removeAll(): Promise<Result<void, Problem>> {
    this.#kept.clear();
    return removeRunFiles(this.#db);
  }
}

/**
 * Empties processed data in a folder, which would take as much space again and are never read. Their names
 * stay.
 */
function withoutIgnored(file: InputFile): InputFile {
  return entryRole(file.path) === 'ignored' ? { path: file.path, blob: NOTHING } : file;
}

const NOTHING = new Blob([]);
