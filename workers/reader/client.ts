import { wrap } from 'comlink';
import type { ReaderWorkerApi, WantedSpectrum } from './api';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { SpectrumView } from '../../src/core/spectrum/spectrum-view';
import type { SheetOutline } from '../../src/io/outline-sheet';
import type { InputFile } from '../../src/io/entry';
import { WorkerClient } from '../worker-client';
import { handleOf, type StartWorker, type WorkerHandle } from '../worker-handle';

/**
 * Computes single spectra again from their run's files, in a thread of its own, so that a running job keeps
 * all of its workers. The thread starts when it is first needed.
 */
export class SpectrumReader {
  readonly #start: StartWorker<ReaderWorkerApi>;
  #client: WorkerClient<ReaderWorkerApi> | null = null;
  #opened: readonly InputFile[] | null = null;

  constructor(start: StartWorker<ReaderWorkerApi>) {
    this.#start = start;
  }

  /** @param files of the spectrum's run; the same array each time, so that they are listed once */
  async read(
    files: readonly InputFile[],
    wanted: WantedSpectrum,
  ): Promise<Result<SpectrumView, Problem>> {
    const client = this.#living();
    if (this.#opened !== files) {
      this.#opened = files;
      // Not awaited, since a thread answers requests in their order.
      void client.ask((api) => api.open(files));
    }
    const read = await client.ask((api) => api.read(wanted));
    return read.ok ? read.value : read;
  }

  /** Reads a sample sheet for its outline, while the page stays free. */
  async outlineSheet(path: string, blob: Blob): Promise<Result<SheetOutline, Problem>> {
    const read = await this.#living().ask((api) => api.outlineSheet(path, blob));
    return read.ok ? read.value : read;
  }

  /** Returns the thread's client, after replacing a thread that died. */
  #living(): WorkerClient<ReaderWorkerApi> {
    if (this.#client?.isAlive !== true) {
      this.#client = new WorkerClient(this.#start);
      this.#opened = null;
    }
    return this.#client;
  }
}

/** Starts the worker that computes single spectra again, in a browser. */
export function startReaderWorker(): WorkerHandle<ReaderWorkerApi> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-reader',
  });
  const remote = wrap<ReaderWorkerApi>(worker);
  return handleOf(worker, {
    open: (files) => remote.open(files),
    read: (wanted) => remote.read(wanted),
    outlineSheet: (path, blob) => remote.outlineSheet(path, blob),
  });
}
