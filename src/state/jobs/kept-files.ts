import { entryRole } from '../../core/bruker/entry-role';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { InputFile } from '../../io/entry';
import type { KtyperDatabase } from '../../storage/database';
import { changeJob } from '../../storage/jobs';
import type { FileRetention } from '../../storage/records';
import {
  dropRunFiles,
  MAX_KEPT_BYTES,
  readKeptInput,
  readRunInput,
  removeRunFiles,
  type RunInput,
  saveRunFiles,
  sizeOfFiles,
} from '../../storage/run-files';

type Files = readonly InputFile[];

/**
 * The files that jobs were read from: those that a person dropped on this page, for as long as the page is
 * open, and those in the browser's storage. They are stored while the job runs, so that it can be resumed
 * whatever happens to the page, and kept afterwards if the settings say so, to compute its spectra again.
 */
export class KeptFiles {
  readonly #db: KtyperDatabase;
  readonly #wantsKept: () => boolean;
  readonly #dropped = new Map<string, Files>();
  readonly #kept = new Map<string, Files>();

  /** @param wantsKept whether files are to be kept with jobs that have ended, asked each time */
  constructor(db: KtyperDatabase, wantsKept: () => boolean) {
    this.#db = db;
    this.#wantsKept = wantsKept;
  }

  /** Remembers what a job is read from while the page is open. */
  hold(job: string, files: Files): void {
    this.#dropped.set(job, files);
  }

  /** Stores what a job is read from until it has ended. @returns whether it could, and why not */
  secure(job: string, { files, sampleSheet }: RunInput): Promise<FileRetention> {
    return saveRunFiles(this.#db, job, { files: files.map(withoutIgnored), sampleSheet });
  }

  /** @returns what was stored of a job that has not ended; null when a person has to choose it again */
  secured(job: string): Promise<Result<RunInput | null, Problem>> {
    return readRunInput(this.#db, job);
  }

  /** Removes what is stored of a job. @returns whether that made room */
  async giveUp(job: string): Promise<boolean> {
    const dropped = await dropRunFiles(this.#db, job);
    return dropped.ok && dropped.value;
  }

  /** @returns why a job's files are not to be kept after its end; null when they are */
  whyNotKept({ files }: RunInput): FileRetention | null {
    const bytes = sizeOfFiles(files.map(withoutIgnored));
    const reason = !this.#wantsKept() ? 'off' : bytes > MAX_KEPT_BYTES ? 'too-large' : null;
    return reason === null ? null : { kind: 'not-kept', reason, bytes };
  }

  /**
   * At a job's end: leaves its files in the storage if they are to be kept, and removes them otherwise.
   * @param secured what became of them while it ran; null when they were not stored
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
    // What is kept stays as it is; what was dropped may be moved or changed at any time.
    if (kept.kind === 'kept') this.#dropped.delete(job);
    return kept;
  }

  /** Takes what a person has chosen again for a job, and keeps it as the job itself would have. */
  async adopt(job: string, files: Files): Promise<void> {
    this.hold(job, files);
    const kept = await this.settle(job, { files, sampleSheet: null }, null);
    await changeJob(this.#db, job, { files: kept });
  }

  /** @returns the files of a job, always as the same array; null when a person has to choose them again */
  async find(job: string): Promise<Result<Files | null, Problem>> {
    const known = this.#dropped.get(job) ?? this.#kept.get(job);
    if (known !== undefined) return ok(known);
    const stored = await readKeptInput(this.#db, job);
    if (!stored.ok) return stored;
    if (stored.value === null) return ok(null);
    // Where it was asked for twice at once, the first answer counts.
    const files = this.#kept.get(job) ?? stored.value.files;
    this.#kept.set(job, files);
    return ok(files);
  }

  /** Removes what is kept of all jobs that have ended. */
  async removeAll(): Promise<Result<void, Problem>> {
    this.#kept.clear();
    return removeRunFiles(this.#db);
  }
}

/** Of a folder, processed data are never read: only their names stay. They would take as much room again. */
function withoutIgnored(file: InputFile): InputFile {
  return entryRole(file.path) === 'ignored' ? { path: file.path, blob: NOTHING } : file;
}

const NOTHING = new Blob([]);
