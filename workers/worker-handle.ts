import { problem, type Problem } from '../src/core/problem';

/** A thread that answers requests, or a substitute for one. */
export interface WorkerHandle<Api> {
  readonly api: Api;
  /** Resolves with the reason when the thread ends by itself, and never otherwise. */
  readonly died: Promise<Problem>;
  terminate(): void;
}

/** Starts a thread. Never throws: a thread that cannot start resolves `died`. */
export type StartWorker<Api> = () => WorkerHandle<Api>;

/** Combines a worker and its calls in a handle. */
export function handleOf<Api>(worker: Worker, api: Api): WorkerHandle<Api> {
  const died = new Promise<Problem>((resolve) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      // Without a message it is the script itself that did not come: the host may have another version.
      if (!event.message) globalThis.dispatchEvent(new Event('ktyper:part-absent'));
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
