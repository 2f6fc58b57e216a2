import type { ArchiveStep, ArchiveWorkerApi } from '../../workers/archive/api';
import { WorkerClient } from '../../workers/worker-client';
import type { WorkerHandle } from '../../workers/worker-handle';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import { type AcquisitionData, entriesOf } from '../io/acquisition-data';
import type { InputFile } from '../io/entry';

/** Number of steps in one request to the archive's thread. */
const STEPS = 32;

/** The listing of a job's input by the archive's thread. A later pass can start it again. */
export class InputListing {
  readonly #archive: WorkerClient<ArchiveWorkerApi>;
  readonly #files: readonly InputFile[];
  readonly #sampleSheet: InputFile | null;

  constructor(
    archive: WorkerHandle<ArchiveWorkerApi>,
    files: readonly InputFile[],
    sampleSheet: InputFile | null,
  ) {
    this.#archive = new WorkerClient(() => archive);
    this.#files = files;
    this.#sampleSheet = sampleSheet;
  }

  /**
   * @param isFirst whether the listing starts, or starts again, with this request
   * @returns the next steps; none when the listing has ended
   */
  next(isFirst: boolean): Promise<Result<readonly ArchiveStep[], Problem>> {
    return this.#archive.ask(async (api) => {
      if (isFirst) await api.open(this.#files, this.#sampleSheet);
      return api.next(STEPS);
    });
  }

  /** Allows the archive's thread to drop the bytes of acquisitions that no longer have to be read. */
  release(acquisitions: readonly AcquisitionData[]): void {
    const ids = acquisitions.flatMap((acquisition) =>
      entriesOf(acquisition).flatMap((data) => (data.kind === 'held' ? [data.id] : [])),
    );
    if (ids.length > 0) void this.#archive.ask((api) => api.release(ids));
  }

  close(): void {
    void this.#archive.ask((api) => api.close());
  }
}
