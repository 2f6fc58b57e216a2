import { wrap } from 'comlink';
import type { ImporterWorkerApi } from '../../workers/worker-api';
import { handleOf } from './web-workers';
import type { WorkerHandle } from './worker-client';

/** The worker that makes model packs, in a browser. */
export function startImporterWorker(): WorkerHandle<ImporterWorkerApi> {
  const worker = new Worker(new URL('../../workers/importer.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-importer',
  });
  const remote = wrap<ImporterWorkerApi>(worker);
  return handleOf(worker, {
    read: (files) => remote.read(files),
    make: (answers) => remote.make(answers),
    verify: (pack) => remote.verify(pack),
    zip: (pack, folder) => remote.zip(pack, folder),
  });
}
