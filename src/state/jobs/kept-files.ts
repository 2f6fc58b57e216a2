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
 * The files that jobs were read from: those that this page was given, for as long as it is open, and
 * those in the browser's storage. There they are while the job runs, so that it can go on whatever
 * happens to the page, and afterwards if they are to be kept, to compute its spectra again.
 */
export class KeptFiles {
  readonly #db: KtyperDatabase;
  readonly #wantsKept: () => boolean;
  readonly #given = new Map<string, Files>();
  readonly #kept = new Map<string, Files>();

  /** @param wantsKept whether files are to be kept with jobs that have ended, asked each time */
  constructor(db: KtyperDatabase, wantsKept: () => boolean) {
    this.#db = db;
    this.#wantsKept = wantsKept;
  }

  /** Remembers what a job is read from while the page is open. */
  hold(job: string, files: Files): void {
    this.#given.set(job, files);
  }

  /** Stores what a job is read from until it has ended, and says whether it could. */
  secure(job: string, { files, sampleSheet }: RunInput): Promise<FileRetention> {
    return saveRunFiles(this.#db, job, { files: files.map(withoutIgnored), sampleSheet });
  }

  /** What was stored of a job that has not ended; null when it has to be chosen again. */
  secured(job: string): Promise<Result<RunInput | null, Problem>> {
    return readRunInput(this.#db, job);
  }

  /** Gives up what is stored of a job, since its results need the room. Gives whether that made any. */
  async giveUp(job: string): Promise<boolean> {
    const dropped = await dropRunFiles(this.#db, job);
    return dropped.ok && dropped.value;
  }

  /** What becomes of a job's files at its end when they are not to be kept; null when they are. */
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
    // What is kept stays as it is; what was given may be moved or changed at any time.
    if (kept.kind === 'kept') this.#given.delete(job);
    return kept;
  }

  /** Takes what a person has chosen again for a job, and keeps it as the job itself would have. */
  async adopt(job: string, files: Files): Promise<void> {
    this.hold(job, files);
    const kept = await this.settle(job, { files, sampleSheet: null }, null);
    await changeJob(this.#db, job, { files: kept });
  }

  /** The files of a job, always as the same array; null when a person has to choose them again. */
  async find(job: string): Promise<Result<Files | null, Problem>> {
    const known = this.#given.get(job) ?? this.#kept.get(job);
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
