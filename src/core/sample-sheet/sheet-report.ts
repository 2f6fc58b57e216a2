import type { Sentence } from '../../words/told/sentence';

/** What came of a job's sample sheets, once all spectra are known. */
export interface SampleSheetReport {
  readonly path: string;
  readonly rows: number;
  readonly matched: number;
  /** The `spectrum_id` of rows that match no spectrum. */
  readonly unmatched: readonly string[];
  /** Rows that match several spectra. */
  readonly ambiguous: readonly {
    readonly spectrumId: string;
    readonly spectra: number;
    /** The first of them: name, spot and path; absent in jobs of an older version. */
    readonly which?: readonly (string | Sentence)[];
  }[];
  /** Samples that have spectra; absent in jobs of an older version. */
  readonly samples?: number;
}
