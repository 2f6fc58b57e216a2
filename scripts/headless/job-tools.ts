import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../../src/core/problem';
import { remoteSpectrumApi } from '../../workers/spectrum/client';
import { SpectrumPool } from '../../workers/spectrum/page/pool';
import type { WorkerHandle } from '../../workers/worker-handle';
import { mapEntries } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { openInflater } from '../../src/io/inflate/zlib';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { ArchiveSession } from '../../workers/archive/session';
import { SpectrumSession } from '../../workers/spectrum/session';
import type { ArchiveWorkerApi } from '../../workers/archive/api';
import type { SpectrumWorkerApi } from '../../workers/spectrum/api';
import { readKernel } from '../build-kernel';
import { openNodeZlib } from './node-zlib';
import { handleOfThread } from './node-thread';
import { wireEntry } from './file-blob';

/**
 * Makes V8 compile WebAssembly quickly rather than well, which helps a run that is soon over. Call it before
 * the first worker is made. 96 spectra take 1.9 s instead of 3.1 (2.1 s of processor time instead of 4.5,
 * since V8 otherwise optimises the runtime's large functions on other threads); 960 would take 8.2 s instead
 * of 6.7.
 */
export function compileForShortRun(): void {
  setFlagsFromString('--liftoff-only');
}

/**
 * Creates the page's pool in Node: its first worker is on Node's own thread, the others on threads of theirs.
 *
 * @param isOwn whether the model is not one of ktyper's: it may never end, and only other threads can be
 * stopped
 */
export function nodePool(workers: number, isOwn = false): SpectrumPool {
  let started = 0;
  return new SpectrumPool(
    () => (started++ === 0 && !isOwn ? spectrumWorkerHere() : spectrumWorkerThread()),
    workers,
  );
}

/** Creates the worker that lists archives, on Node's own thread. */
export function archiveWorkerHere(): WorkerHandle<ArchiveWorkerApi> {
  return here(new ArchiveSession());
}

/** Creates a compute worker on Node's own thread. */
export function spectrumWorkerHere(): WorkerHandle<SpectrumWorkerApi> {
  return here(new SpectrumSession(openPreprocessor(readKernel), openInflater(openNodeZlib)));
}

function spectrumWorkerThread(): WorkerHandle<SpectrumWorkerApi> {
  const worker = new Worker(new URL('./start-thread.js', import.meta.url));
  const api = remoteSpectrumApi(wrap(nodeEndpoint(worker)));
  const wired: SpectrumWorkerApi = {
    ...api,
    process: (batch, options) => {
      // spectrum-thread.ts turns these into Blobs again.
      const wire = (entry: EntryData) => wireEntry(entry) as unknown as EntryData;
      return api.process(
        batch.map((input) => mapEntries(input, wire)),
        options,
      );
    },
  };
  return handleOfThread(worker, wired, 'Try --workers 1.');
}

function here<Api>(api: Api): WorkerHandle<Api> {
  return { api, died: new Promise<Problem>(() => undefined), terminate: () => undefined };
}
