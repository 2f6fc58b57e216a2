import { transfer, wrap } from 'comlink';
import { decodeItems } from '../transport/encoded-items';
import { handleOf } from '../worker-handle';
import type { ArchiveWorkerApi, ConnectedArchiveWorkerApi } from './api';

/**
 * Starts the worker that lists a drop, in a browser. Also returns how to connect a compute worker to it.
 */
export function startArchiveWorker() {
  const worker = new Worker(new URL('./archive.worker.ts', import.meta.url), {
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
      return decodeItems(sent, { recycle: (carrier) => (back = carrier) });
    },
    release: (ids) => remote.release(ids),
    close: () => remote.close(),
  });
  const connect = (port: MessagePort) => void remote.connect(transfer(port, [port]));
  return { handle, connect };
}
