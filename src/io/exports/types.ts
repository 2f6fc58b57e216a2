import type { Control } from '../../core/controls/control';
import type { JobSummary, JobGuard, ModelRef, SampleRow, SpectrumRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { ReviewEntry } from '../../core/review/entry';
import type { EvidenceReader } from './evidence-reader';
import type { WatchList } from '../../core/watch/types';

/** A version of the app; its commit is null, or absent, where it was built outside of version control. */
export interface AppVersion {
  readonly version: string;
  readonly commit?: string | null;
}

/** A job with everything that is known of it, which the exports read. */
export interface ExportedJob {
  /** The app that writes the file. */
  readonly app: AppVersion & { readonly name: string };
  readonly job: {
    readonly name: string;
    /** Null where the job has none, as on the command line. */
    readonly token: string | null;
    /** ISO 8601 with the zone: `2026-11-23T09:30:00.000Z`. */
    readonly createdAt: string;
    /** The app that computed it; absent where that is the one that writes the file. */
    readonly computedBy?: AppVersion;
    /** Null while it runs. */
    readonly summary: JobSummary | null;
    /** Whether its classifier was guarded; null, or absent, where nothing is to be said of that. */
    readonly guard?: JobGuard | null;
  };
  /** The pack that made the calls, and the checksums that identify it. */
  readonly model: { readonly manifest: ModelManifest; readonly ref: ModelRef };
  /** All of the job, in the order in which they are to be written. */
  readonly samples: readonly SampleRow[];
  readonly spectra: readonly SpectrumRow[];
  /** The samples that are written, in this order; absent where all of them are. */
  readonly shown?: readonly SampleRow[];
  /** Absent where the model gives no evidence or nobody asked for it. */
  readonly evidence?: EvidenceReader;
  /** For the two formats in CSV, which have a point where it is absent. */
  readonly decimal?: Decimal;
  /** Lists of peaks that the job looked for; absent where there were none. */
  readonly watch?: readonly WatchList[];
  /** All entries of its review; absent where a job cannot be reviewed, as on the command line. */
  readonly reviews?: readonly ReviewEntry[];
  /** What is declared as a control on this computer; absent where nothing can be, as on the command line. */
  readonly controls?: readonly Control[];
}

/** The decimal sign of the reader's spreadsheet. */
export type Decimal = 'point' | 'comma';

/** Every export contains it. */
export const INTENDED_USE = 'For research use only. Not for use in diagnostic procedures.';

/** A number that is written with so many decimals: six significant digits of an m/z are some ppm too few. */
export interface FixedNumber {
  readonly number: number;
  readonly decimals: number;
}

/** Text, a number, or nothing. Numbers stay numbers, so that a format can tell them from text. */
export type Cell = string | number | FixedNumber | null;
