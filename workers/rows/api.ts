import type { Result } from '../../src/core/result';
import type { JobChanges } from '../../src/storage/jobs';
import type { RowBatch, WholeJob } from '../../src/storage/rows';
import type { StorageProblem } from '../../src/storage/storage-problem';

/** The worker that writes a running job's rows into the browser's storage. */
export interface RowsWorkerApi {
  /** Does the same as `saveRows` of `src/storage/rows.ts`. */
  save(
    job: string,
    batch: RowBatch,
    changes: JobChanges,
    whole: WholeJob | null,
  ): Promise<Result<void, StorageProblem>>;
}

/** That worker on a thread of its own. */
export interface RemoteRowsWorkerApi {
  /**
   * @param batch a message buffer (`workers/rows/row-codec.ts`), which is returned, or the rows themselves
   */
  save(
    job: string,
    batch: ArrayBuffer | RowBatch,
    changes: JobChanges,
    whole: WholeJob | null,
  ): Promise<{
    readonly saved: Result<void, StorageProblem>;
    readonly back: ArrayBuffer | null;
  }>;
}
