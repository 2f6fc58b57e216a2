import type { ReaderWorkerApi, WantedSpectrum } from '../../workers/worker-api';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { SpectrumView } from '../core/spectrum/spectrum-view';
import type { InputFile } from '../io/entry';
import { type StartWorker, WorkerClient } from './worker-client';

/**
 * Computes spectra again from their run's files, one now and one then, in a thread of its own: a job
 * that runs meanwhile keeps all of its workers. The thread starts when it is first needed.
 */
export class SpectrumReader {
  readonly #start: StartWorker<ReaderWorkerApi>;
  #client: WorkerClient<ReaderWorkerApi> | null = null;
  #opened: readonly InputFile[] | null = null;

  constructor(start: StartWorker<ReaderWorkerApi>) {
    this.#start = start;
  }

  /**
   * @param files of the spectrum's run: the same array for the same files, which are then listed once
   */
  async read(
    files: readonly InputFile[],
    wanted: WantedSpectrum,
  ): Promise<Result<SpectrumView, Problem>> {
    const client = this.#living();
    if (this.#opened !== files) {
      this.#opened = files;
      // Not awaited: a thread answers in the order in which it is asked.
      void client.ask((api) => api.open(files));
    }
    const read = await client.ask((api) => api.read(wanted));
    return read.ok ? read.value : read;
  }

  /** A thread that has died is replaced, once somebody asks again. */
  #living(): WorkerClient<ReaderWorkerApi> {
    if (this.#client?.isAlive !== true) {
      this.#client = new WorkerClient(this.#start);
      this.#opened = null;
    }
    return this.#client;
  }
}
