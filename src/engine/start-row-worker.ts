import { transfer, wrap } from 'comlink';
import type { RemoteRowsWorkerApi, RowsWorkerApi } from '../../workers/worker-api';
import { Carriers } from '../io/wire/carriers';
import { writeRows } from '../io/wire/rows';
import { handleOf } from './web-workers';
import type { WorkerHandle } from './worker-client';

/** They outlive the threads, of which there are many in a large run. */
const carriers = new Carriers();

/** The worker that writes a running job's rows, in a browser. */
export function startRowWorker(): WorkerHandle<RowsWorkerApi> {
  const worker = new Worker(new URL('../../workers/rows.ts', import.meta.url), {
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
      if (back !== null) carriers.giveBack(back);
      return saved;
    },
  });
}
