import { freeEvidence } from '../../core/job/evidence-memory';
import type { MarkerEvidence } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import type { JobChanges } from '../../storage/records';
import type { RowBatch, WholeJob } from '../../storage/row-chunks';

type Save = (
  batch: RowBatch,
  changes: JobChanges,
  whole: WholeJob | null,
) => Promise<Result<void, Problem>>;

/** The changes of a job's record that are written with its last rows. */
export interface Ending {
  readonly changes: JobChanges;
  /** All rows, where others may be left from an earlier attempt; else null. */
  readonly whole: WholeJob | null;
}

/**
 * Rows in one write: enough to make a transaction's cost negligible, and few, since until then the evidence of their
 * samples waits in memory, some 15 kB each. A spectrum and its sample are two rows, so that a write has four whole pages
 * of evidence.
 */
const ROWS_PER_WRITE = 256;
/**
 * Milliseconds after which a smaller batch is written, too, so that after a crash only so much work is done
 * again. Not shorter, since writing takes processor time from the work.
 */
const MAX_WAIT_MS = 1_000;

/**
 * Collects a running job's rows and writes them in batches, one write at a time. During a write the next
 * batch is collected; when that is full as well, `add` waits, so that memory stays bounded however fast the
 * workers are. It takes ownership of the evidence, whose arrays are empty once they are written.
 */
export class RowWriter {
  #batch = emptyBatch();
  /** The batch that is being written. */
  #inFlight: RowBatch | null = null;
  #since: number | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * @param changes returns the changes of the job's record for each write
   * @param onLost called with a batch that could not be written, and the reason
   */
  constructor(
    private readonly save: Save,
    private readonly changes: () => JobChanges,
    private readonly onLost: (batch: RowBatch, problem: Problem) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async add(rows: RowBatch): Promise<void> {
    this.#batch.spectra.push(...rows.spectra);
    this.#batch.samples.push(...rows.samples);
    this.#batch.evidence.push(...rows.evidence);
    this.#batch.withdrawn.push(...rows.withdrawn);
    this.#since ??= this.now();
    const size = this.#batch.spectra.length + this.#batch.samples.length;
    const isDue = size >= ROWS_PER_WRITE || this.now() - this.#since >= MAX_WAIT_MS;
    if (!isDue || (this.#isBusy && size < ROWS_PER_WRITE)) {
      // Rows are also written when no further rows arrive.
      this.#timer ??= setTimeout(() => void this.#writeLate(), MAX_WAIT_MS);
      return;
    }
    // Another caller may have started a write while this one waited.
    while (this.#isBusy) await this.#writing;
    if (this.#since !== null) this.#write();
  }

  /**
   * Returns the evidence of samples that are not written yet, by the samples' index. Its arrays are empty
   * once they are written, so longer use needs a copy.
   */
  evidence(): ReadonlyMap<number, MarkerEvidence> {
    const waiting = [...(this.#inFlight?.evidence ?? []), ...this.#batch.evidence];
    return new Map(waiting.map(({ sample, evidence }) => [sample, evidence]));
  }

  async #writeLate(): Promise<void> {
    this.#timer = null;
    while (this.#isBusy) await this.#writing;
    if (this.#since !== null) this.#write();
  }

  /**
   * Writes the remaining rows and the job's end in one transaction, so that a record of an ended job has
   * all of its rows. The record is written even without rows.
   *
   * @param ending called once all earlier batches are written or lost
   */
  async finish(ending?: () => Ending): Promise<void> {
    while (this.#isBusy) await this.#writing;
    this.#write(ending?.());
    while (this.#isBusy) await this.#writing;
  }

  #write({ changes, whole }: Ending = { changes: this.changes(), whole: null }): void {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    this.#since = null;
    this.#isBusy = true;
    this.#inFlight = batch;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.save(batch, changes, whole).then((saved) => {
      this.#isBusy = false;
      this.#inFlight = null;
      if (saved.ok) freeEvidence(batch.evidence);
      else this.onLost(batch, saved.error);
    });
    // An error is handled where the write is awaited, not before.
    this.#writing.catch(() => (this.#isBusy = false));
  }
}

function emptyBatch() {
  return {
    spectra: [] as RowBatch['spectra'][number][],
    samples: [] as RowBatch['samples'][number][],
    evidence: [] as RowBatch['evidence'][number][],
    withdrawn: [] as RowBatch['withdrawn'][number][],
  };
}
