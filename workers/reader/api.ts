import type { SheetOutline } from '../../src/io/outline-sheet';
import type { InputFile } from '../../src/io/entry';
import type { BinAxis } from '../../src/core/model-pack/types';
import type { SpectrumView } from '../../src/core/spectrum/spectrum-view';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';

/** A spectrum that the user wants to see. */
export interface WantedSpectrum {
  /** Path in the spectrum's row. */
  readonly path: string;
  /** SHA-256 of its intensity file, lower-case hex: other bytes are another spectrum. */
  readonly sha256: string;
  /** The bins of the model that it is shown for. */
  readonly bins: BinAxis;
}

/** The worker that computes a spectrum again, from its run's files, for display. */
export interface ReaderWorkerApi {
  /** Sets a run's files, and forgets the previous ones. */
  open(files: readonly InputFile[]): Promise<void>;
  read(wanted: WantedSpectrum): Promise<Result<SpectrumView, Problem>>;
  /** Reads a sample sheet for its outline, whatever run is open. */
  outlineSheet(path: string, blob: Blob): Promise<Result<SheetOutline, Problem>>;
}
