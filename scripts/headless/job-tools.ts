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
 * Has WebAssembly compiled quickly and not well, for a run that is soon over. Call it before the
 * first worker is made. Of 96 spectra it takes 1.9 s and not 3.1 (2.1 s of the processor's time and
 * not 4.5: V8 optimises the runtime's large functions on other threads meanwhile); of 960 it would
 * take 8.2 s and not 6.7.
 */
export function compileForShortRun(): void {
  setFlagsFromString('--liftoff-only');
}

/**
 * The page's pool, in Node: its first worker on Node's own thread, the others on theirs.
 *
 * @param isOwn whether the model is not one of ktyper's: it may not end, which stops only other threads
 */
export function nodePool(workers: number, isOwn = false): SpectrumPool {
  let started = 0;
  return new SpectrumPool(
    () => (started++ === 0 && !isOwn ? spectrumWorkerHere() : spectrumWorkerThread()),
    workers,
  );
}

/** The worker that lists archives, on Node's own thread. */
export function archiveWorkerHere(): WorkerHandle<ArchiveWorkerApi> {
  return here(new ArchiveSession());
}

/** A compute worker on Node's own thread. */
export function spectrumWorkerHere(): WorkerHandle<SpectrumWorkerApi> {
  return here(new SpectrumSession(openPreprocessor(readKernel), openInflater(openNodeZlib)));
}

function spectrumWorkerThread(): WorkerHandle<SpectrumWorkerApi> {
  const worker = new Worker(new URL('./start-thread.js', import.meta.url));
  const api = remoteSpectrumApi(wrap(nodeEndpoint(worker)));
  const wired: SpectrumWorkerApi = {
    ...api,
    process: (batch, options) => {
      // What the thread makes of it again: spectrum-thread.ts.
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
