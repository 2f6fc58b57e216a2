import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';

/** Records of a page of evidence, in the order in which they were written. Their numbers lie in `memory`. */
export interface EvidencePage {
  readonly memory: ArrayBuffer;
  readonly records: readonly EvidenceRecord[];
}

/** A record, as the storage has it (`src/storage/evidence-pages.ts`). */
export interface EvidenceRecord {
  readonly heads: Float64Array<ArrayBuffer>;
  readonly numbers: Float32Array<ArrayBuffer>;
  readonly withdrawn: readonly number[];
}

/** The calls of the worker that reads evidence. */
export interface EvidenceWorkerApi {
  /**
   * Reads a page of a job's evidence.
   *
   * @param memory is used for it where it is large enough, and is handed over
   */
  read(job: string, page: number, memory: ArrayBuffer): Promise<Result<EvidencePage, Problem>>;
}
