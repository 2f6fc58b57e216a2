import { entryRole } from '../../core/bruker/entry-role';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { InputFile } from '../../io/entry';
import type { KtyperDatabase } from '../../storage/database';
import { changeJob } from '../../storage/jobs';
import type { KeptFiles } from '../../storage/records';
import { readRunFiles, removeRunFiles, saveRunFiles, sizeOfFiles } from '../../storage/run-files';

type Files = readonly InputFile[];

/**
 * The files that jobs were read from, to compute their spectra again: those that this page was given,
 * for as long as it is open, and those that are kept in the browser's storage.
 */
export class RunFiles {
  readonly #db: KtyperDatabase;
  readonly #wantsKept: () => boolean;
  readonly #given = new Map<string, Files>();
  readonly #kept = new Map<string, Files>();

  /** @param wantsKept whether files are to be kept at all, asked each time */
  constructor(db: KtyperDatabase, wantsKept: () => boolean) {
    this.#db = db;
    this.#wantsKept = wantsKept;
  }

  /** Remembers what a job is read from while the page is open. */
  hold(job: string, files: Files): void {
    this.#given.set(job, files);
  }

  /** Keeps what a job was read from, and says whether it could. */
  async keep(job: string, files: Files): Promise<KeptFiles> {
    // Of a folder, processed data are never read: they would take as much room again.
    const wanted = files.filter(({ path }) => entryRole(path) !== 'ignored');
    if (!this.#wantsKept()) {
      return { kind: 'not-kept', reason: 'off', bytes: sizeOfFiles(wanted) };
    }
    const kept = await saveRunFiles(this.#db, job, wanted);
    // What is kept stays as it is; what was given may be moved or changed at any time.
    if (kept.kind === 'kept') this.#given.delete(job);
    return kept;
  }

  /** Takes what a person has chosen again for a job, and keeps it as the job itself would have. */
  async adopt(job: string, files: Files): Promise<void> {
    this.hold(job, files);
    await changeJob(this.#db, job, { files: await this.keep(job, files) });
  }

  /** The files of a job, always as the same array; null when a person has to choose them again. */
  async find(job: string): Promise<Result<Files | null, Problem>> {
    const known = this.#given.get(job) ?? this.#kept.get(job);
    if (known !== undefined) return ok(known);
    const stored = await readRunFiles(this.#db, job);
    if (!stored.ok || stored.value === null) return stored;
    // Where it was asked for twice at once, the first answer counts.
    const files = this.#kept.get(job) ?? stored.value;
    this.#kept.set(job, files);
    return ok(files);
  }

  /** Removes what is kept of all jobs. */
  async removeAll(): Promise<Result<void, Problem>> {
    this.#kept.clear();
    return removeRunFiles(this.#db);
  }
}
