import type { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../../src/core/problem';
import { modelRunOf } from '../../workers/transport/model-run';
import type { WorkerHandle } from '../../workers/worker-handle';

/** A thread of Node's and its calls as a handle, as `handleOf` makes one of a browser's worker. */
export function handleOfThread<Api>(worker: Worker, api: Api, cure: string): WorkerHandle<Api> {
  const died = new Promise<Problem>((resolve) => {
    worker.on('error', (fault: Error) => {
      const message = `A thread of this command stopped: ${fault.message}.`;
      resolve(problem('worker-died', message, cure));
    });
    // A thread may also end without an error; one that was terminated is not listened to any more.
    worker.on('exit', (code) => {
      resolve(problem('worker-died', `A thread of this command ended with code ${code}.`, cure));
    });
  });
  return {
    api,
    died,
    terminate: () => void worker.terminate(),
    onModelRun: (listener) =>
      worker.on('message', (message: unknown) => {
        const run = modelRunOf(message);
        if (run !== undefined) listener(run);
      }),
  };
}
