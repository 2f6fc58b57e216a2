import { wrap } from 'comlink';
import type { CheckWorkerApi } from '../../../workers/worker-api';
import { handleOf } from '../web-workers';
import type { WorkerHandle } from '../worker-client';

/** The worker of the check of an installation, in a browser. */
export function startCheckWorker(): WorkerHandle<CheckWorkerApi> {
  const worker = new Worker(new URL('../../../workers/check.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-check',
  });
  const remote = wrap<CheckWorkerApi>(worker);
  return handleOf(worker, { takeSteps: (files) => remote.takeSteps(files) });
}
