import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import { err, type Result } from '../../core/result';
import type { KtyperDatabase } from '../../storage/database';
import { addJob, changeJob } from '../../storage/jobs';
import type { JobChanges, JobRecord } from '../../storage/records';
import { saveManifest } from '../../storage/manifests';
import type { FileRetention } from '../../storage/records';
import { clearRows, saveRows } from '../../storage/rows';
import type { RowBatch, WholeJob } from '../../storage/row-chunks';
import { type RunInput, sizeOfFiles } from '../../storage/run-files';
import { furthestReached } from './job-record';
import type { JobSession } from './job-session.svelte';
import type { KeptFiles } from './kept-files';
import { type Ending, RowWriter } from './row-writer';

type Written = Promise<Result<void, Problem>>;

/** Writes a running job's rows: `saveRows` of `src/storage/rows.ts`. */
export interface RowStore {
  save(job: string, batch: RowBatch, changes: JobChanges, whole: WholeJob | null): Written;
}

export interface JobSaverParts {
  readonly db: KtyperDatabase;
  readonly files: KeptFiles;
  readonly rows: RowStore;
  /** Waits for a number of milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Milliseconds within which a browser frees the space of a write that failed because the disk was full. */
const QUOTA_RELEASE_MS = 6_000;

/**
 * Writes one job to the browser's storage: its record, its rows, its files and its end. A failed write
 * never throws: the session keeps what was not stored, and the end states whether anything is missing.
 */
export class JobSaver {
  readonly #parts: JobSaverParts;
  readonly #session: JobSession;
  readonly #token: string;
  /** Whether the job's files are in the storage; null when they are not to be stored. */
  #storing: Promise<FileRetention | null> = Promise.resolve(null);
  /** The reason why the storage has no record of the job; null when it has one. */
  #unregistered: Problem | null = null;
  /** Whether the storage lacks any part of the job. */
  #isIncomplete = false;
  /** Changes of the record that could not be written; the next write has them. */
  #unwritten: JobChanges = {};
  /** The model's manifest and its key, where it could not be written; else null. */
  #unwrittenManifest: readonly [sha256: string, manifest: ModelManifest] | null = null;
  #writer: RowWriter | null = null;

  constructor(parts: JobSaverParts, session: JobSession) {
    this.#parts = parts;
    this.#session = session;
    this.#token = session.record.token;
  }

  /** Writes the first record of a new job. */
  async register(): Promise<void> {
    const added = await addJob(this.#parts.db, this.#session.record);
    if (added.ok) return;
    this.#unregistered = added.error;
    this.#lose([], added.error);
  }

  /** Shows a change of the job's record, and writes it. */
  async change(changes: JobChanges): Promise<void> {
    this.#session.change(changes);
    await this.#store(changes);
  }

  /**
   * Stores the input of the job, so that the job can be resumed. For a large run this takes a while.
   *
   * @param isStored whether the input was read from the storage, and stays there
   * @returns the record's new entry on the files; null when that stays unchanged
   */
  async storeFiles(input: RunInput, isStored: boolean): Promise<FileRetention | null> {
    // The example can be fetched from the host. Files of a job without a record could not be found again.
    if (this.#session.record.origin === 'example' || this.#unregistered !== null) return null;
    const storing: Promise<FileRetention> = isStored
      ? Promise.resolve({ kind: 'kept', bytes: sizeOfFiles(input.files) })
      : this.#parts.files.secure(this.#token, input);
    this.#storing = storing;
    return isStored ? null : storing;
  }

  async saveManifest(sha256: string, manifest: ModelManifest): Promise<void> {
    const saved = await saveManifest(this.#parts.db, sha256, manifest);
    if (saved.ok) return;
    this.#unwrittenManifest = [sha256, manifest];
    this.#lose([], saved.error);
  }

  /** Removes the rows of earlier attempts and changes the record in one transaction. */
  async clearRows(changes: JobChanges): Promise<void> {
    this.#session.change(changes);
    const cleared = await clearRows(this.#parts.db, this.#token, changes);
    if (!cleared.ok) this.#lose([], cleared.error);
  }

  /** Prepares for rows. Until they are stored, the session shows the evidence that waits here. */
  startRows(): void {
    const session = this.#session;
    const writer = new RowWriter(
      (batch, changes, whole) => this.#saveRows(batch, changes, whole),
      () => this.#progress(),
      (batch, reason) => this.#lose(batch.evidence, reason),
    );
    session.awaitStored(() => writer.evidence());
    this.#writer = writer;
  }

  /** Adds rows to be written. Resolves late when the storage is slower than the threads. */
  async addRows(rows: RowBatch): Promise<void> {
    await this.#writer?.add(rows);
  }

  /** Writes the waiting rows. The end is then written without rows. */
  async finishRows(): Promise<void> {
    const writer = this.#writer;
    this.#writer = null;
    await writer?.finish();
  }

  /**
   * @param changes the job's end
   * @returns these changes, and the progress of the job
   */
  endRecord(changes: JobChanges): JobChanges {
    const counts = this.#session.counts();
    return { ...changes, ...this.#furthest(), counts, finishedAt: Date.now() };
  }

  /**
   * Writes the job's end and the waiting rows in one transaction. If an earlier write failed, it writes all
   * rows again, since there may be space now. Once anything was lost, only a write of all rows says how the
   * job ended: a page that ends in between leaves a job that is resumed, not one that looks complete.
   *
   * @param end from `endRecord`
   * @param replacesRows whether to remove rows that an earlier attempt may have left
   * @returns whether the storage has all of the job
   */
  async end(end: JobChanges, replacesRows: boolean): Promise<boolean> {
    const session = this.#session;
    const writer = this.#writer;
    this.#writer = null;
    if (writer !== null) await writer.finish(() => this.#ending(end, replacesRows));
    else if (!this.#isIncomplete && !(await this.#store(end))) this.#isIncomplete = true;
    if (this.#isIncomplete && (await this.#saveAll(end))) this.#isIncomplete = false;
    if (this.#isIncomplete) {
      const broken: JobChanges = { ...end, status: 'interrupted', problem: session.unsaved };
      await changeJob(this.#parts.db, this.#token, { ...this.#unwritten, ...broken });
    } else session.unsaved = null;
    return !this.#isIncomplete;
  }

  /** @returns what the last batch is written with: not the end, when an earlier batch was lost */
  #ending(end: JobChanges, replacesRows: boolean): Ending {
    const session = this.#session;
    if (this.#isIncomplete) return { changes: this.#progress(), whole: null };
    // An attempt that ended before its first row replaces nothing.
    return { changes: end, whole: replacesRows && session.hasRows ? session.whole() : null };
  }

  #progress(): JobChanges {
    return { status: 'running', counts: this.#session.counts(), ...this.#furthest() };
  }

  /** Removes the stored files of a job that no longer needs them. */
  async forgetFiles(): Promise<void> {
    const stored = await this.#storing;
    if (stored?.kind !== 'kept') return;
    await this.#parts.files.giveUp(this.#token);
    await this.change({ files: { ...stored, kind: 'not-kept', reason: 'removed' } });
  }

  /** Keeps or removes the files of an ended job, according to the settings. */
  async settleFiles(input: RunInput): Promise<void> {
    const files = await this.#parts.files.settle(this.#token, input, await this.#storing);
    await this.change({ files });
  }

  #furthest(): JobChanges {
    return furthestReached(this.#session.record, this.#session.counts().done);
  }

  async #store(changes: JobChanges): Promise<boolean> {
    const { db } = this.#parts;
    const all = { ...this.#unwritten, ...changes };
    const saved =
      this.#unregistered === null
        ? await this.#withRoom(() => changeJob(db, this.#token, all))
        : err(this.#unregistered);
    this.#unwritten = saved.ok ? {} : all;
    if (saved.ok) return true;
    if (saved.error.kind === 'job-gone') this.#lose([], saved.error);
    else this.#session.keepUnsaved([], saved.error);
    return false;
  }

  async #saveRows(batch: RowBatch, changes: JobChanges, whole: WholeJob | null): Written {
    if (this.#unregistered !== null) return err(this.#unregistered);
    const all = { ...this.#unwritten, ...changes };
    const saved = await this.#withRoom(() => this.#parts.rows.save(this.#token, batch, all, whole));
    if (!saved.ok) return saved;
    this.#unwritten = {};
    // Site data may be cleared while the results are on the screen.
    this.#session.keepStored(batch);
    return saved;
  }

  /**
   * Writes. If the disk is full, it removes the copy of the files and tries again, since results are more
   * important.
   */
  async #withRoom(write: () => Written): Written {
    const written = await write();
    if (written.ok || written.error.kind !== 'storage-full') return written;
    // The copy may be using the space while it is made, and fail in the end.
    const stored = await this.#storing;
    if (stored?.kind !== 'kept') return write();
    if (!(await this.#parts.files.giveUp(this.#token))) return written;
    const files: FileRetention = { ...stored, kind: 'not-kept', reason: 'no-room' };
    this.#storing = Promise.resolve(files);
    this.#session.change({ files });
    const again = await write();
    if (again.ok) await changeJob(this.#parts.db, this.#token, { files });
    return again;
  }

  /** @returns whether all rows could finally be written */
  async #saveAll(end: JobChanges): Promise<boolean> {
    const { db, pause } = this.#parts;
    const session = this.#session;
    const everything = session.everything();
    if (everything === null || session.unsaved?.kind === 'job-gone') return false;
    for (const wait of [0, QUOTA_RELEASE_MS]) {
      if (wait > 0) await (pause?.(wait) ?? new Promise((resolve) => setTimeout(resolve, wait)));
      if (!(await this.#registerLate()) || !(await this.#saveManifestLate())) continue;
      const changes = { ...this.#unwritten, ...end };
      const whole = session.hasRows ? session.whole() : null;
      const saved = await saveRows(db, this.#token, everything, changes, whole);
      if (saved.ok) return true;
    }
    return false;
  }

  /** @returns whether the storage has a record of the job, which does not say yet how the job ended */
  async #registerLate(): Promise<boolean> {
    if (this.#unregistered === null) return true;
    const { record } = this.#session;
    const open: JobRecord = { ...record, status: 'running', finishedAt: null };
    const added = await addJob(this.#parts.db, open);
    if (added.ok) this.#unregistered = null;
    return added.ok;
  }

  /** @returns whether the storage has the model's manifest, as far as it is known */
  async #saveManifestLate(): Promise<boolean> {
    if (this.#unwrittenManifest === null) return true;
    const saved = await saveManifest(this.#parts.db, ...this.#unwrittenManifest);
    if (saved.ok) this.#unwrittenManifest = null;
    return saved.ok;
  }

  #lose(evidence: RowBatch['evidence'], reason: Problem): void {
    this.#isIncomplete = true;
    this.#session.keepUnsaved(evidence, reason);
  }
}
