import { wrap } from 'comlink';
import type { CheckWorkerApi } from './api';
import { handleOf, type WorkerHandle } from '../worker-handle';

/** Starts the worker that checks an installation, in a browser. */
export function startCheckWorker(): WorkerHandle<CheckWorkerApi> {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-check',
  });
  const remote = wrap<CheckWorkerApi>(worker);
  return handleOf(worker, { takeSteps: (files) => remote.takeSteps(files) });
}
