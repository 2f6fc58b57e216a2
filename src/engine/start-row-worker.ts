import { wrap } from 'comlink';
import type { RowsWorkerApi } from '../../workers/worker-api';
import { handleOf } from './web-workers';
import type { WorkerHandle } from './worker-client';

/** The worker that writes a running job's rows, in a browser. */
export function startRowWorker(): WorkerHandle<RowsWorkerApi> {
  const worker = new Worker(new URL('../../workers/rows.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-rows',
  });
  const remote = wrap<RowsWorkerApi>(worker);
  return handleOf(worker, {
    save: (job, batch, changes, whole) => remote.save(job, batch, changes, whole),
  });
}
