import type { InputFile } from '../../src/io/entry';
import type { BinAxis } from '../../src/core/model-pack/types';
import type { SpectrumView } from '../../src/core/spectrum/spectrum-view';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';

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
