import { transfer, wrap } from 'comlink';
import type {
  ArchiveWorkerApi,
  ConnectedArchiveWorkerApi,
  ConnectedSpectrumWorkerApi,
  ReaderWorkerApi,
  SpectrumWorkerApi,
} from '../../workers/worker-api';
import { problem, type Problem } from '../core/problem';
import { receiveItems } from '../io/wire/items';
import { remoteSpectrumApi } from './remote-spectrum';
import type { JobThreads } from './run-job';
import { SpectrumPool } from './spectrum-pool';
import type { WorkerHandle } from './worker-client';

/** The threads that jobs run on, in a browser. @param size compute workers, once all have started */
export function startJobThreads(size: number): JobThreads {
  const { handle, connect } = startArchiveWorker();
  return { pool: new SpectrumPool(() => startSpectrumWorker(connect), size), archive: handle };
}

/** @param connect takes a port for the archive's thread: the two talk past the page */
function startSpectrumWorker(connect: (port: MessagePort) => void) {
  const worker = new Worker(new URL('../../workers/spectrum.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-spectrum',
  });
  const remote = wrap<ConnectedSpectrumWorkerApi>(worker);
  const { port1, port2 } = new MessageChannel();
  connect(port1);
  void remote.connect(transfer(port2, [port2]));
  return handleOf<SpectrumWorkerApi>(worker, remoteSpectrumApi(remote));
}

function startArchiveWorker() {
  const worker = new Worker(new URL('../../workers/archive.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-archive',
  });
  const remote = wrap<ConnectedArchiveWorkerApi>(worker);
  let back: ArrayBuffer | null = null;
  const handle = handleOf<ArchiveWorkerApi>(worker, {
    open: (files, sampleSheet) => remote.open(files, sampleSheet),
    async next(max) {
      const read = back;
      back = null;
      const sent = await remote.next(max, read && transfer(read, [read]));
      return receiveItems(sent, { giveBack: (carrier) => (back = carrier) });
    },
    release: (ids) => remote.release(ids),
    close: () => remote.close(),
  });
  const connect = (port: MessagePort) => void remote.connect(transfer(port, [port]));
  return { handle, connect };
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
