import { freeEvidence } from '../../core/job/evidence-memory';
import type { MarkerEvidence } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import type { JobChanges } from '../../storage/jobs';
import type { RowBatch, WholeJob } from '../../storage/rows';

type Save = (
  batch: RowBatch,
  changes: JobChanges,
  whole: WholeJob | null,
) => Promise<Result<void, Problem>>;

/** What a job's record says when the last of it is written. */
interface Ending {
  readonly changes: JobChanges;
  /** All rows that there are, where others may be left of an earlier attempt. */
  readonly whole: WholeJob | null;
}

/** Rows a write: large enough that a transaction's price does not matter, a few megabytes at most. */
const ROWS_PER_WRITE = 400;
/**
 * Milliseconds until a smaller batch is written too, so that a crash costs little: at most so much of the
 * work is done again. Writing takes the processor from the work.
 */
const MAX_WAIT_MS = 1_000;

/**
 * Gathers a running job's rows and writes them in batches, one write at a time. While a write is
 * under way the next batch gathers; when that is full as well, `add` waits, so that memory stays
 * bounded however fast the workers are. The evidence that it takes becomes its own: the arrays
 * are empty once they are written.
 */
export class RowWriter {
  #batch = emptyBatch();
  /** What is being written. */
  #inFlight: RowBatch | null = null;
  #since: number | null = null;
  #writing: Promise<void> = Promise.resolve();
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * @param changes what the job's own record is to say with the rows, asked at each write
   * @param onLost takes a batch that could not be written, and why
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
    if (!isDue || (this.#busy && size < ROWS_PER_WRITE)) {
      // A run that stands still has its rows written nevertheless.
      this.#timer ??= setTimeout(() => void this.#writeLate(), MAX_WAIT_MS);
      return;
    }
    await this.#writing;
    this.#write();
  }

  /**
   * What the model saw in samples that are not written yet, by the samples' index.
   * Its arrays are empty once they are written: who needs them longer makes a copy.
   */
  evidence(): ReadonlyMap<number, MarkerEvidence> {
    const waiting = [...(this.#inFlight?.evidence ?? []), ...this.#batch.evidence];
    return new Map(waiting.map(({ sample, evidence }) => [sample, evidence]));
  }

  async #writeLate(): Promise<void> {
    this.#timer = null;
    await this.#writing;
    if (this.#since !== null) this.#write();
  }

  /**
   * Writes what is left, and with it, as one, how the job has ended: a record that says so has all of
   * its rows. The record is written even when no row is.
   */
  async finish(ending?: Ending): Promise<void> {
    await this.#writing;
    this.#write(ending);
    await this.#writing;
  }

  #write({ changes, whole }: Ending = { changes: this.changes(), whole: null }): void {
    const batch = this.#batch;
    this.#batch = emptyBatch();
    this.#since = null;
    this.#busy = true;
    this.#inFlight = batch;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.save(batch, changes, whole).then((saved) => {
      this.#busy = false;
      this.#inFlight = null;
      if (saved.ok) freeEvidence(batch.evidence);
      else this.onLost(batch, saved.error);
    });
    // A mistake in this program surfaces where the write is awaited, not before.
    this.#writing.catch(() => (this.#busy = false));
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
