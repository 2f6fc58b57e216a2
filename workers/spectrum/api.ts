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
  /** A calibration spot: only the known masses are looked for. */
  readonly calibrant?: true;
};

export interface LoadedModel {
  /** Milliseconds for session creation and self-test. */
  readonly elapsed: number;
  /** The reason why the given guard cannot be used; null, or absent, where it can or none was given. */
  readonly guardProblem?: Problem | null;
}

/** Options for a batch of spectra. */
export interface ProcessOptions {
  readonly keepVectors: boolean;
  /** Peaks to look for in each spectrum; absent: none. */
  readonly watch?: readonly WatchTarget[];
}

/**
 * A compute worker: reads, parses, processes and classifies spectra. It only answers requests. One thread
 * does all steps of a spectrum, so nothing is copied between steps.
 */
export interface SpectrumWorkerApi {
  /** @param guard the marker model that watches a classifier, whose verdict is part of each answer */
  loadModel(
    pack: ModelPackFiles,
    guard?: ModelPackFiles | null,
  ): Promise<Result<LoadedModel, Problem>>;
  process(
    batch: readonly AcquisitionInput[],
    options: ProcessOptions,
  ): Promise<readonly SpectrumOutcome[]>;
  /** Classifies binned vectors (a sample's mean), with one answer for each. */
  classify(vectors: readonly Float64Array[]): Promise<readonly Result<ModelAnswer, Problem>[]>;
}

/** Outcomes in a message between threads. */
export type SentOutcomes =
  | {
      /** `workers/spectrum/outcome-codec.ts` */
      readonly carrier: ArrayBuffer;
      /** [spectrum] its vector; null where vectors were not requested. */
      readonly vectors: readonly SpectrumOutcome['vector'][] | null;
    }
  | { readonly plain: readonly SpectrumOutcome[] };

/** A compute worker on a thread of its own, which can fetch held entries from the archive's thread. */
export interface ConnectedSpectrumWorkerApi extends Omit<SpectrumWorkerApi, 'process'> {
  process(batch: EncodedItems<AcquisitionInput>, options: ProcessOptions): Promise<SentOutcomes>;
  /** @param archive port whose other end belongs to the archive worker */
  connect(archive: MessagePort): Promise<void>;
  /** @param module onnxruntime, compiled by the page; null where the thread has to compile it */
  takeRuntime(module: WebAssembly.Module | null): Promise<void>;
}
