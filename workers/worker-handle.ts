import { problem, type Problem } from '../src/core/problem';

/** A thread that answers requests, or whatever stands in for one. */
export interface WorkerHandle<Api> {
  readonly api: Api;
  /** Resolves with the reason when the thread ends by itself, and never otherwise. */
  readonly died: Promise<Problem>;
  terminate(): void;
}

/** Begins to start a thread. Never throws: one that cannot start has died. */
export type StartWorker<Api> = () => WorkerHandle<Api>;

/** A worker with the calls to it. */
export function handleOf<Api>(worker: Worker, api: Api): WorkerHandle<Api> {
  const died = new Promise<Problem>((resolve) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(workerDied(event.message));
    });
  });
  return { api, died, terminate: () => worker.terminate() };
}

function workerDied(message: string | undefined): Problem<'worker-died'> {
  return problem(
    'worker-died',
    `A part of ktyper that works in the background stopped${message ? ` (${message})` : ''}.`,
    'Reload the page and try again. If it stays so, close other tabs: the memory may be full.',
  );
}
