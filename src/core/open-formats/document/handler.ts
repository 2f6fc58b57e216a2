import type { Problem } from '../../problem';
import type { ScannedSpectrum } from './spectrum-head';
import type { XmlHandler } from './xml';

/** What is known of a document beside its spectra. */
export interface DocumentReport {
  /** Spectra of fragments (MS2 and beyond), which are left out. */
  readonly fragmentSpectra: number;
  /** Spectra that the file says it holds; null when it does not say. */
  readonly declared: number | null;
}

/** What the two formats have in common. */
export interface DocumentHandler extends XmlHandler {
  readonly report: DocumentReport;
}

/** What a handler reports to. Apart from the scanner, which imports the handlers. */
export interface Tell {
  /** Takes a spectrum that is complete. */
  spectrum(one: ScannedSpectrum): void;
  /** Ends the reading. */
  refuse(reason: Problem): void;
}
