import type {
  JobSummary,
  JobGuard,
  MarkerEvidence,
  ModelRef,
  SampleRow,
  SpectrumRow,
} from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { WatchList } from '../../core/watch/types';

/** A job with all that is known of it, as the exports take it. */
export interface ExportedJob {
  readonly app: { readonly name: string; readonly version: string };
  readonly job: {
    readonly name: string;
    /** Null where there is none, as on the command line. */
    readonly token: string | null;
    /** ISO 8601 with the zone: `2026-11-23T09:30:00.000Z`. */
    readonly createdAt: string;
    /** Null while it runs. */
    readonly summary: JobSummary | null;
    /** Whether its classifier was guarded; null, or absent, where nothing is to be said of that. */
    readonly guard?: JobGuard | null;
  };
  /** The pack that the calls were made under, and the checksums that tell it from any other. */
  readonly model: { readonly manifest: ModelManifest; readonly ref: ModelRef };
  /** In the order in which they are to be written. */
  readonly samples: readonly SampleRow[];
  readonly spectra: readonly SpectrumRow[];
  /** By the sample's index; absent where the model gives none or it is not asked for. */
  readonly evidence?: ReadonlyMap<number, MarkerEvidence>;
  /** Lists of peaks that the job looked for; absent where there were none. */
  readonly watch?: readonly WatchList[];
}

/** Stands in every export. */
export const INTENDED_USE = 'For research use only. Not for use in diagnostic procedures.';

/** Text, a number, or nothing. Numbers stay numbers, so that a format can tell them from text. */
export type Cell = string | number | null;
