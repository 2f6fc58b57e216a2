import type { ArchiveWorkerApi } from './archive/api';
import { startArchiveWorker } from './archive/client';
import { compiledOnnxruntime } from './compiler/client';
import { startSpectrumWorker } from './spectrum/client';
import { SpectrumPool } from './spectrum/page/pool';
import type { WorkerHandle } from './worker-handle';

/** The threads that jobs run on. */
export interface JobThreads {
  readonly pool: SpectrumPool;
  /** Used by one job at a time. */
  readonly archive: WorkerHandle<ArchiveWorkerApi>;
}

/**
 * Starts the threads that jobs run on, in a browser.
 *
 * @param size number of compute workers, once all have started
 */
export function startJobThreads(size: number): JobThreads {
  const { handle, connect } = startArchiveWorker();
  const runtime = compiledOnnxruntime();
  const start = () => startSpectrumWorker(connect, runtime);
  return { pool: new SpectrumPool(start, size), archive: handle };
}
