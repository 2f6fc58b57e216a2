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
 * Milliseconds after which a write hangs: a slow disk takes seconds over a few megabytes. Nothing is lost
 * of what another transaction then writes once more.
 */
const PATIENCE = 40_000;
/**
 * Spectra and samples that a thread writes before another takes its place. Rows pass through its memory
 * once, but a browser's engine keeps the room in which young objects were as large as it ever was.
 */
const ROWS_A_THREAD = 2_000;

/**
 * Writes a running job's rows in a thread of its own: the browser copies each of them, and the page
 * would wait for that. The thread starts with the first write. Should it be lost, or not start at all,
 * the page writes by itself from then on.
 */
export class RowStore {
  readonly #db: KtyperDatabase;
  readonly #start: StartWorker<RowsWorkerApi>;
  readonly #timers: Timers | undefined;
  #client: WorkerClient<RowsWorkerApi> | null = null;
  /** Rows that it was given. */
  #given = 0;

  constructor(db: KtyperDatabase, start: StartWorker<RowsWorkerApi>, timers?: Timers) {
    this.#db = db;
    this.#start = start;
    this.#timers = timers;
  }

  /** As `saveRows`: all of it, or (on a fault) nothing. */
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
    // Before anything else is written: what it may still do would come after that.
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

/** Nobody is told: nothing is asked of it when it ends. */
const WROTE_ENOUGH = problem('worker-replaced', 'Another thread writes the rows now.', '');

/** They outlive the threads, of which there are many in a large run. */
const carriers = new MessageBufferPool();

/** The worker that writes a running job's rows, in a browser. */
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
