import { problem, type Problem } from '../src/core/problem';
import { type ModelRun, modelRunOf } from './transport/model-run';
import { sentence } from '../src/words/told/sentence';

/** A thread that answers requests, or a substitute for one. */
export interface WorkerHandle<Api> {
  readonly api: Api;
  /** Resolves with the reason when the thread ends by itself, and never otherwise. */
  readonly died: Promise<Problem>;
  terminate(): void;
  /** Calls back when the thread's model begins to compute, and when it has finished; absent: it has none. */
  readonly onModelRun?: (listener: (run: ModelRun) => void) => void;
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
  return {
    api,
    died,
    terminate: () => worker.terminate(),
    onModelRun: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const run = modelRunOf(data);
        if (run !== undefined) listener(run);
      }),
  };
}

function workerDied(message: string | undefined): Problem<'worker-died'> {
  return problem(
    'worker-died',
    message ? sentence('thread.diedOf', { error: message }) : sentence('thread.died'),
    sentence('thread.memoryCure'),
  );
}
