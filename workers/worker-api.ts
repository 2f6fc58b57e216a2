import type { BiotyperRun } from '../src/core/bruker/run-info';
import type { SampleSheet } from '../src/core/sample-sheet/parse-sample-sheet';
import type { StepValues } from '../src/core/check/reference-steps';
import type { AcquisitionData } from '../src/io/acquisition-data';
import type { InputFile } from '../src/io/entry';
import type { SentItems } from '../src/io/wire/items';
import type { ModelAnswer, SpectrumOutcome } from '../src/core/job/outcome';
import type { ImportAnswers, ImportReading } from '../src/core/model-import/import-outline';
import type { BinAxis, ModelPackFiles } from '../src/core/model-pack/types';
import type { SpectrumView } from '../src/core/spectrum/spectrum-view';
import type { Problem } from '../src/core/problem';
import type { Result } from '../src/core/result';
import type { WatchTarget } from '../src/core/watch/types';
import type { JobChanges } from '../src/storage/jobs';
import type { RowBatch, WholeJob } from '../src/storage/rows';
import type { StorageProblem } from '../src/storage/storage-problem';
import type { GivenEntries } from './held-entries';

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
      /** `src/io/wire/outcomes.ts` */
      readonly carrier: ArrayBuffer;
      /** Of each spectrum; null where they were not asked for. */
      readonly vectors: readonly SpectrumOutcome['vector'][] | null;
    }
  | { readonly plain: readonly SpectrumOutcome[] };

/** A compute worker as it is asked on a thread of its own; it may ask the archive's for what that holds. */
export interface ConnectedSpectrumWorkerApi extends Omit<SpectrumWorkerApi, 'process'> {
  process(batch: SentItems<AcquisitionInput>, options: ProcessOptions): Promise<SentOutcomes>;
  /** @param archive the other end is the archive worker's */
  connect(archive: MessagePort): Promise<void>;
}

/** What the archive's thread tells compute workers, on a port between the two. */
export interface HeldEntriesApi {
  /** As `HeldEntries.give`; `room` is handed over. */
  give(ids: readonly number[], room: ArrayBuffer | null): GivenEntries | Promise<GivenEntries>;
}

/** A spectrum that a person wants to see. */
export interface WantedSpectrum {
  /** Of its row in the job. */
  readonly path: string;
  /** SHA-256 of its intensity file, lower-case hex: what has other bytes is another spectrum. */
  readonly sha256: string;
  /** The bins of the model that it is shown for. */
  readonly bins: BinAxis;
}

/** The worker that computes a spectrum again, from its run's files, to be looked at. */
export interface ReaderWorkerApi {
  /** Begins with a run's files, and forgets those before. */
  open(files: readonly InputFile[]): Promise<void>;
  read(wanted: WantedSpectrum): Promise<Result<SpectrumView, Problem>>;
}

/** A spectrum's values step by step, as the check of an installation holds them against stored ones. */
export interface CheckedSteps {
  readonly preprocessor: 'wasm-simd' | 'typescript';
  /** As the preprocessor of this browser gives them. */
  readonly steps: readonly StepValues[];
  /** As the plain steps in TypeScript give them. */
  readonly plain: readonly StepValues[];
}

/** The worker of the check of an installation. */
export interface CheckWorkerApi {
  /** Takes the only spectrum of a run through every step, once by each preprocessor there is. */
  takeSteps(files: readonly InputFile[]): Promise<Result<CheckedSteps, Problem>>;
}

/** An acquisition that was found. */
export type AcquisitionStep = AcquisitionData & {
  readonly kind: 'acquisition';
  readonly source: number;
  /** Of the fid; of the file in an open format, with the spectrum's own name where it holds several. */
  readonly path: string;
  readonly size: number;
};

/** What the archive worker finds in a drop, in order. `source` is the root that `path` starts from. */
export type ArchiveStep =
  /** An archive was opened, and what is found next is of it. */
  | { readonly kind: 'archive'; readonly source: number; readonly path: string }
  | AcquisitionStep
  /** An acqu without a fid: `path` is where the fid should be. */
  | {
      readonly kind: 'fid-absent';
      readonly source: number;
      readonly path: string;
      readonly problem: Problem;
    }
  | {
      readonly kind: 'run-info' | 'analyte-info';
      readonly source: number;
      readonly path: string;
      readonly run: BiotyperRun;
    }
  | { readonly kind: 'sample-sheet'; readonly sheet: SampleSheet }
  /** A fault of the drop as a whole, or of a file in it that is no spectrum. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly of: 'input' | 'file' }
  /** Files that are of no use here: what was found instead, when nothing else is. */
  | { readonly kind: 'others'; readonly files: number; readonly paths: readonly string[] };

/** The worker that lists a drop. It has one listing at a time, which goes at its reader's pace. */
export interface ArchiveWorkerApi {
  /**
   * Begins a listing, and ends the one before it.
   * @param sampleSheet a sheet that was chosen beside the drop: sheets inside it then do not count
   */
  open(files: readonly InputFile[], sampleSheet: InputFile | null): Promise<void>;
  /** The next steps, `max` at most; none when the listing has ended. */
  next(max: number): Promise<readonly ArchiveStep[]>;
  /** Lets go of entries that it holds, by their ids: they were read, or need not be. */
  release(ids: readonly number[]): Promise<void>;
  /** Ends the listing, and lets go of all that it holds. */
  close(): Promise<void>;
}

/** An archive worker as it is asked on a thread of its own; compute workers may ask it for what it holds. */
export interface ConnectedArchiveWorkerApi extends Omit<ArchiveWorkerApi, 'next'> {
  /** @param back a carrier that was read */
  next(max: number, back: ArrayBuffer | null): Promise<SentItems<ArchiveStep>>;
  /** @param reader the other end is a compute worker's */
  connect(reader: MessagePort): Promise<void>;
}

/** The worker that writes a running job's rows into the browser's storage. */
export interface RowsWorkerApi {
  /** As `saveRows` of `src/storage/rows.ts`. */
  save(
    job: string,
    batch: RowBatch,
    changes: JobChanges,
    whole: WholeJob | null,
  ): Promise<Result<void, StorageProblem>>;
}

/** That worker as it is asked on a thread of its own. */
export interface RemoteRowsWorkerApi {
  /** @param batch a carrier (`src/io/wire/rows.ts`), which comes back; or the rows as they are */
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

/** The worker that makes a model pack of a person's files, and checks packs. */
export interface ImporterWorkerApi {
  /** Finds out what files are, and keeps them until the next ones come. */
  read(files: readonly InputFile[]): Promise<ImportReading>;
  /** Makes a pack of them, checked in every way. @param answers null for a pack, which has its own */
  make(answers: ImportAnswers | null): Promise<Result<ModelPackFiles, Problem>>;
  /** All checks of a pack: its files, its tensors, its answer to the self-test. */
  verify(pack: ModelPackFiles): Promise<Result<LoadedModel, Problem>>;
  /** A .zip of a pack, as `read` takes it. @param folder that its files stand in */
  zip(pack: ModelPackFiles, folder: string): Promise<Uint8Array<ArrayBuffer>>;
}
