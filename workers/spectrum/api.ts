import type { AcquisitionData } from '../../src/io/acquisition-data';
import type { EncodedItems } from '../transport/encoded-items';
import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { WatchTarget } from '../../src/core/watch/types';

/** One acquisition as the archive lists it; the worker reads its bytes. */
export type AcquisitionInput = AcquisitionData & {
  readonly index: number;
  readonly path: string;
  readonly size: number;
};

export interface LoadedModel {
  /** Milliseconds for session creation and self-test. */
  readonly elapsed: number;
  /** Why the guard that was given can judge nothing; null, or absent, where it can or none was given. */
  readonly guardProblem?: Problem | null;
}

/** What a batch of spectra is processed for besides its answers. */
export interface ProcessOptions {
  readonly keepVectors: boolean;
  /** Peaks to look for in each spectrum; absent: none. */
  readonly watch?: readonly WatchTarget[];
}

/**
 * A compute worker: reads, parses, processes and classifies spectra. It answers requests and holds
 * no flow. One thread does all of a spectrum, so nothing is copied between steps.
 */
export interface SpectrumWorkerApi {
  /** @param guard the marker model that watches a classifier: what it finds stands in each answer */
  loadModel(
    pack: ModelPackFiles,
    guard?: ModelPackFiles | null,
  ): Promise<Result<LoadedModel, Problem>>;
  process(
    batch: readonly AcquisitionInput[],
    options: ProcessOptions,
  ): Promise<readonly SpectrumOutcome[]>;
  /** Classifies binned vectors (a sample's mean): one answer each. */
  classify(vectors: readonly Float64Array[]): Promise<readonly Result<ModelAnswer, Problem>[]>;
}

/** Outcomes as they cross from thread to thread. */
export type SentOutcomes =
  | {
      /** `workers/spectrum/outcome-codec.ts` */
      readonly carrier: ArrayBuffer;
      /** Of each spectrum; null where they were not asked for. */
      readonly vectors: readonly SpectrumOutcome['vector'][] | null;
    }
  | { readonly plain: readonly SpectrumOutcome[] };

/** A compute worker as it is asked on a thread of its own; it may ask the archive's for what that holds. */
export interface ConnectedSpectrumWorkerApi extends Omit<SpectrumWorkerApi, 'process'> {
  process(batch: EncodedItems<AcquisitionInput>, options: ProcessOptions): Promise<SentOutcomes>;
  /** @param archive the other end is the archive worker's */
  connect(archive: MessagePort): Promise<void>;
}
