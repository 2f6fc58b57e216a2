import type { Similarity } from '../../src/core/similarity/compare-all';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { InputFile } from '../../src/io/entry';

/** A spectrum that is to be compared. */
export interface ComparableSpectrum {
  /** Path in the spectrum's row. */
  readonly path: string;
  /** SHA-256 of its intensity file, lower-case hex. */
  readonly sha256: string;
}

/** How far the reading is. */
export interface ReadSoFar {
  /** Number of wanted spectra that were read. */
  readonly read: number;
  /** Whether all files were gone through, or all spectra are there. */
  readonly isDone: boolean;
}

/** The spectra that were compared, and how alike they are. */
export interface ComparedSpectra {
  /** Which of the wanted spectra are among them, in their order. */
  readonly wanted: Uint32Array<ArrayBuffer>;
  readonly similarity: Similarity;
}

/** The worker that compares all spectra of a job with one another. */
export interface SimilarityWorkerApi {
  /** Sets the run's files and the spectra, and forgets the previous ones. */
  open(files: readonly InputFile[], wanted: readonly ComparableSpectrum[]): Promise<void>;
  /** Reads the peaks of further spectra, for some tenths of a second. */
  read(): Promise<Result<ReadSoFar, Problem>>;
  /** Compares those that were read. */
  compare(): Promise<ComparedSpectra>;
}
