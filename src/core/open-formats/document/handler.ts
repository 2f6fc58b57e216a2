import type { Problem } from '../../problem';
import type { ScannedSpectrum } from './spectrum-head';
import type { XmlHandler } from './xml';

/** Information on a document beside its spectra. */
export interface DocumentReport {
  /** Number of spectra of fragments (MS2 and beyond), which are left out. */
  readonly fragmentSpectra: number;
  /** Number of spectra according to the file itself; null when the file does not contain it. */
  readonly declared: number | null;
}

/** The interface that the handlers of both formats implement. */
export interface DocumentHandler extends XmlHandler {
  readonly report: DocumentReport;
}

/** The receiver of a handler's results. In a file separate from the scanner, which imports the handlers. */
export interface Tell {
  /** Receives a complete spectrum. */
  spectrum(one: ScannedSpectrum): void;
  /** Stops reading. */
  refuse(reason: Problem): void;
}
