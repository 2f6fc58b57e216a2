import { transfer, wrap } from 'comlink';
import { problem, type Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { KtyperDatabase } from '../../src/storage/database';
import type { JobChanges } from '../../src/storage/jobs';
import { type RowBatch, saveRows, type WholeJob } from '../../src/storage/rows';
import { MessageBufferPool } from '../transport/message-buffer-pool';
import type { Timers } from '../watchdog';
import { WorkerClient } from '../worker-client';
import { handleOf, type StartWorker, type WorkerHandle } from '../worker-handle';
import type { RemoteRowsWorkerApi, RowsWorkerApi } from './api';
import { writeRows } from './row-codec';

/**
 * Milliseconds after which a write counts as hung: a slow disk takes seconds for a few megabytes. Writing
 * the rows again in another transaction loses nothing.
 */
const PATIENCE = 40_000;
/**
 * Number of rows that a thread writes before it is replaced. Rows are in its memory only briefly, but the
 * browser's engine never shrinks the space for such objects.
 */
const ROWS_A_THREAD = 2_000;

/**
 * Writes a running job's rows in a thread of its own, since the browser copies each of them, which would
 * delay the page. The thread starts with the first write. If it is lost, or does not start, the page itself
 * writes from then on.
 */
export class RowStore {
  readonly #db: KtyperDatabase;
  readonly #start: StartWorker<RowsWorkerApi>;
  readonly #timers: Timers | undefined;
  #client: WorkerClient<RowsWorkerApi> | null = null;
  /** Number of rows that the thread has received. */
  #given = 0;

  constructor(db: KtyperDatabase, start: StartWorker<RowsWorkerApi>, timers?: Timers) {
    this.#db = db;
    this.#start = start;
    this.#timers = timers;
  }

  /** Does the same as `saveRows`: writes everything, or nothing on a fault. */
  async save(
    job: string,
    batch: RowBatch,
    changes: JobChanges,
    whole: WholeJob | null,
  ): Promise<Result<void, Problem>> {
    const client = this.#nextClient();
    this.#given += batch.spectra.length + batch.samples.length;
    const saved = await client.ask((api) => api.save(job, batch, changes, whole), PATIENCE);
    if (saved.ok) return saved.value;
    // The thread is ended before the next write, so that it cannot write afterwards.
    client.retire(saved.error);
    return saveRows(this.#db, job, batch, changes, whole);
  }

  #nextClient(): WorkerClient<RowsWorkerApi> {
    const client = this.#client;
    if (client?.isAlive === true && client.pending === 0 && this.#given >= ROWS_A_THREAD) {
      client.retire(WROTE_ENOUGH);
      this.#client = null;
    }
    if (this.#client === null) this.#given = 0;
    return (this.#client ??= new WorkerClient(this.#start, this.#timers));
  }
}

/** Never shown, since the thread has no open request when it ends. */
const WROTE_ENOUGH = problem('worker-replaced', 'Another thread writes the rows now.', '');

/** The pool outlives the threads, of which a large run needs many. */
const carriers = new MessageBufferPool();

/** Starts the worker that writes a running job's rows, in a browser. */
export function startRowWorker(): WorkerHandle<RowsWorkerApi> {
  const worker = new Worker(new URL('./rows.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-rows',
  });
  const remote = wrap<RemoteRowsWorkerApi>(worker);
  return handleOf<RowsWorkerApi>(worker, {
    async save(job, batch, changes, whole) {
      const load = writeRows(batch);
      const carrier = load && carriers.fill(load);
      const rows = carrier === null ? batch : transfer(carrier, [carrier]);
      const { saved, back } = await remote.save(job, rows, changes, whole);
      if (back !== null) carriers.recycle(back);
      return saved;
    },
  });
}
