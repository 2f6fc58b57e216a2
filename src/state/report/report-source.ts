import type { JudgedControl } from '../../core/controls/judge-control';
import type { Laboratory } from '../../core/laboratory/laboratory';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import type { RunQuality } from '../../core/quality/summarise-run';
import type { ExportedJob } from '../../io/exports/types';
import type { ShownSpectrum } from '../spectrum/sample-plot';

/** Most samples that are shown with their spectra by themselves, and where a person chose them. */
export const MOST_BY_NEED = 24;
export const MOST_CHOSEN = 48;

/** All that a report is made of. Nothing else has a part in it, so that a page and a command make the same. */
export interface ReportSource {
  readonly exported: ExportedJob;
  /** How the job ended, or that it runs, in the page's words. */
  readonly status: string;
  /** Whether the run was simulated. */
  readonly isSimulated: boolean;
  /** What the job was read from, by its path. */
  readonly inputs: readonly string[];
  /** Null where nobody said who it is. */
  readonly laboratory: Laboratory | null;
  /** All samples, in the order of the report. */
  readonly samples: readonly SampleRow[];
  readonly quality: RunQuality;
  readonly controls: ReportControls;
  readonly details: ReportDetails;
  /** SHA-256 over the checksums of all spectra, sorted and a line each; null where there is none. */
  readonly checksum: string | null;
}

/** The samples that a laboratory knows. */
export interface ReportControls {
  /** Whether any is declared, in this run or not. */
  readonly isAnyDeclared: boolean;
  readonly judged: readonly JudgedControl[];
}

/** The samples that are shown with their spectra. */
export interface ReportDetails {
  /** Whether a person chose them, or all that need attention are meant. */
  readonly isChosen: boolean;
  /** Number of samples that were meant, of which those that fit are shown. */
  readonly meant: number;
  readonly samples: readonly SampleDetail[];
}

export interface SampleDetail {
  readonly sample: SampleRow;
  /** Null for models without markers, and where it was not kept. */
  readonly evidence: MarkerEvidence | null;
  /** Its spectrum; null where it has none, or why it cannot be read. */
  readonly shown: ShownSpectrum | Problem | null;
}

export function isSpectrum(shown: SampleDetail['shown']): shown is ShownSpectrum {
  return shown !== null && 'data' in shown;
}
