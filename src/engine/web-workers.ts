import { wrap } from 'comlink';
import type {
  ArchiveWorkerApi,
  ReaderWorkerApi,
  SpectrumWorkerApi,
} from '../../workers/worker-api';
import { problem, type Problem } from '../core/problem';
import { remoteSpectrumApi } from './remote-spectrum';
import type { WorkerHandle } from './worker-client';

/** A compute worker in a browser. */
export function startSpectrumWorker(): WorkerHandle<SpectrumWorkerApi> {
  const worker = new Worker(new URL('../../workers/spectrum.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-spectrum',
  });
  return handleOf(worker, remoteSpectrumApi(wrap<SpectrumWorkerApi>(worker)));
}

/** The worker that lists archives, in a browser. */
export function startArchiveWorker(): WorkerHandle<ArchiveWorkerApi> {
  const worker = new Worker(new URL('../../workers/archive.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-archive',
  });
  const remote = wrap<ArchiveWorkerApi>(worker);
  return handleOf(worker, {
    open: (files, sampleSheet) => remote.open(files, sampleSheet),
    next: (max) => remote.next(max),
    close: () => remote.close(),
  });
}

/** The worker that computes single spectra again, in a browser. */
export function startReaderWorker(): WorkerHandle<ReaderWorkerApi> {
  const worker = new Worker(new URL('../../workers/reader.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-reader',
  });
  const remote = wrap<ReaderWorkerApi>(worker);
  return handleOf(worker, {
    open: (files) => remote.open(files),
    read: (wanted) => remote.read(wanted),
  });
}

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
