import type { CalibrantMeasures } from '../calibrant/measure-calibrant';
import type { Problem } from '../problem';
import type { QualityMeasures } from '../quality/measures';
import type { GroupingReport } from '../sample-sheet/grouping-kinds';
import type { SheetSoFar } from '../sample-sheet/sheet-progress';
import type { SampleSheetReport } from '../sample-sheet/sheet-report';
import type { AcquisitionRecord, SpectrumNames } from '../spectrum/spectrum';
import type { SpectrumWatch } from '../watch/types';
import type { Sentences } from '../../words/told/sentence';

/** The rule that decided a call. docs/calls.md has a sentence on each. */
export type CallRule =
  | 'species'
  | 'weak-species'
  | 'group-unresolved'
  | 'no-pattern'
  | 'outgroup'
  | 'poor-spectrum'
  | 'no-spectrum'
  | 'below-threshold'
  | 'outside-scope';

/** The answer for one sample. `none` is an answer too. Probabilities are not rounded. */
export interface SpeciesCall {
  readonly kind: 'species' | 'group' | 'none';
  /** Id of the named taxon or group; null for `none`. */
  readonly taxon: string | null;
  /**
   * A name, or one of the model's or of ktyper's for a refusal: "No Klebsiella pattern". Plain text, by which calls
   * are counted and grouped; `labelOf` has what is shown. In jobs of an older version it may have the detail.
   */
  readonly label: string;
  /** What is closest to a spectrum that was refused; absent where there is nothing to say. */
  readonly detail?: Sentences;
  readonly confidence: 'high' | 'moderate' | 'weak' | 'none';
  /** Probability of the named taxon or group; null when nothing is named. */
  readonly probability: number | null;
  readonly runnerUp: { readonly taxon: string; readonly probability: number } | null;
  readonly rule: CallRule;
  /** Sentences that say which rule decided and why, and for a refusal what to do next. */
  readonly reason: Sentences;
}

/** A spectrum's own call, whatever the call of its sample. */
export type SpectrumCall = Pick<
  SpeciesCall,
  'kind' | 'taxon' | 'label' | 'detail' | 'confidence' | 'probability' | 'rule'
>;

/**
 * How a spectrum's own call compares with the sample's: the same; another that may be right as well, as a
 * group and its member; no answer; or one that cannot be right as well. `classify/consensus.ts`
 */
export type Agreement = 'agrees' | 'compatible' | 'silent' | 'contradicts';

/** The calls of a sample's single spectra, compared with the call of their mean. */
export interface Consensus {
  /** Number of usable spectra. */
  readonly spectra: number;
  /** Number of spectra whose own call is that of the sample. */
  readonly agreeing: number;
  /**
   * Indices of the others in the job, by how they compare with the sample's call; empty lists are left out.
   */
  readonly others: Readonly<Partial<Record<Exclude<Agreement, 'agrees'>, readonly number[]>>>;
  /** The most frequent call of the spectra; null when no call is more frequent than the others. */
  readonly majority: {
    readonly taxon: string | null;
    readonly label: string;
    readonly spectra: number;
  } | null;
  /** Whether two of the spectra, or one and the sample, cannot both be right. */
  readonly contradictory: boolean;
  /**
   * The spectra that the call is made from: the sound ones; all, since none is sound; or all, as in the
   * original ktyper. Absent in jobs of an older version, which averaged all.
   */
  readonly averaged?: 'sound' | 'all' | 'all-as-original';
  /** Indices of the usable spectra that are not in the mean; absent where there are none. */
  readonly leftOut?: readonly number[];
}

/**
 * The markers of a taxon that were found in a sample, locus by locus. Ions are indices in `MarkerTable.ions`.
 */
export interface MarkersSeen {
  /** Id of the taxon. */
  readonly taxon: string;
  /** For each locus where one was found, the ion with the most weight. */
  readonly found: readonly number[];
  /** For each other locus that the model has for the taxon, the ion that was looked for. */
  readonly missing: readonly number[];
}

/** What the marker model saw: the values of its output tensors. Stored with the sample. */
export interface MarkerEvidence {
  /** [taxa] log-likelihood-ratio score S. */
  readonly scores: Float32Array;
  /** [taxa x loci], row by row: log evidence of a locus for a taxon. */
  readonly loci: Float32Array;
  /**
   * [ions x 4], row by row: log LR, m/z found (0: none), height over noise, mass error in ppm that remains
   * after shift and tilt.
   */
  readonly ions: Float32Array;
  /** The spectrum's mass error at 6,500 m/z, ppm; see `marker-model/mass-line.ts`. */
  readonly shiftPpm: number;
  /** Increase of the mass error with each 1,000 m/z, ppm; 0 from a model without tilt. */
  readonly tiltPpmPerKda: number;
  /** Factor on all detection probabilities that fits the spectrum best; 1 from a model without it. */
  readonly sensitivity: number;
  readonly lociSupported: number;
  readonly lociContradicted: number;
}

export interface SpectrumMeasures {
  readonly points: number;
  readonly mzFirst: number;
  readonly mzLast: number;
  readonly totalIntensity: number;
  readonly maxIntensity: number;
  /** Peaks with height over noise above 5, by the marker model; null for other models. */
  readonly peaks: number | null;
  /** Null when no model answered, as when only preprocessing was done. */
  readonly quality: QualityMeasures | null;
}

/** One acquisition that was found, whatever its result. */
export interface SpectrumRow {
  /** Position in order of discovery, from 0, which is its key within the job. */
  readonly index: number;
  readonly uid: string;
  /** Path of the fid (or open-format file) in what the user dropped. */
  readonly path: string;
  /** Name for display: the laboratory's own name of the analyte, else the best of `names`. */
  readonly name: string;
  /** `A1`, or empty when unknown. */
  readonly spot: string;
  readonly names: SpectrumNames | null;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** Why it failed or was skipped; null when ok. */
  readonly reason: Problem | null;
  readonly warnings: readonly Problem[];
  readonly record: AcquisitionRecord | null;
  readonly measures: SpectrumMeasures | null;
  /** Null when it was not classified because it failed or was skipped. */
  readonly call: SpectrumCall | null;
  /** The guard's finding; absent where no guard ran, and in older jobs. */
  readonly guard?: GuardVerdict;
  /** SHA-256 of the intensity file's bytes, lower-case hex; null when it could not be read. */
  readonly sha256: string | null;
  /** Index of the first spectrum with the same bytes, when this is a copy. */
  readonly duplicateOf: number | null;
  /** What was found of the job's watched peaks; absent where none were looked for. */
  readonly watched?: SpectrumWatch;
  /**
   * Of a calibration spot what was found on it; null where it could not be read. Absent where it was not judged: it
   * became known as one after it was read, or its job is an older one.
   */
  readonly calibrant?: CalibrantMeasures | null;
}

/** One answer: for a single spectrum, or for the mean of a sample's replicates. */
export interface SampleRow {
  /** Key within the job, from 0. */
  readonly index: number;
  readonly name: string;
  readonly spot: string;
  /** Indices of the usable spectra that it is made from, and of those that could not be used. */
  readonly spectra: readonly number[];
  /** Present when the sample failed as a whole: no usable spectrum. The call is then `none`. */
  readonly failure: Problem | null;
  readonly call: SpeciesCall;
  /**
   * By taxon, in the order of the model's taxa. Empty when nothing was classified. As the model gave them, in
   * 32 bits; a list in a row that was stored: `plainSample` makes one.
   */
  readonly probabilities: ArrayLike<number>;
  readonly shiftPpm: number | null;
  /** Null for models without tilt; absent in jobs of an older version. */
  readonly tiltPpmPerKda?: number | null;
  /** As in `MarkerEvidence`; null for models without it, absent in jobs of an older version. */
  readonly sensitivity?: number | null;
  readonly peaks: number | null;
  /** Null for models without markers, and when nothing is named. */
  readonly markers: MarkersSeen | null;
  /** Null for a sample of one spectrum. */
  readonly consensus: Consensus | null;
  /** The guard's finding; absent where no guard ran, and in older jobs. */
  readonly guard?: GuardVerdict;
  readonly warnings: readonly Problem[];
  /**
   * The original ktyper's name for the row in its output without header: unique_name, or the sheet's
   * sample_id.
   */
  readonly originalName: string;
}

export interface ModelRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the graph, lower-case hex. */
  readonly sha256: string;
  /** SHA-256 of the manifest, since the same graph with another manifest is another model. */
  readonly manifestSha256: string;
}

/** What the drop contains besides spectra. */
export interface RunInfo {
  readonly projectUid: string | null;
  readonly title: string | null;
  /** Analytes listed by the run that have no spectrum in the drop. */
  readonly missing: readonly { readonly name: string; readonly spot: string }[];
  readonly listed: number;
}

export interface JobSummary {
  readonly spectra: number;
  readonly ok: number;
  readonly failed: number;
  readonly skipped: number;
  readonly samples: number;
  /** Milliseconds that the work took. */
  readonly elapsed: number;
  readonly run: RunInfo | null;
  readonly sampleSheet: SampleSheetReport | null;
  readonly grouping?: GroupingReport;
  /** Problems of the drop as a whole: a truncated archive, a limit that was reached. */
  readonly problems: readonly Problem[];
  /**
   * Probabilities [taxa] that a classifier returns for a spectrum without any signal, as the original ktyper
   * printed them; null, or absent in older jobs, where there was no such spectrum. The samples themselves
   * have no answer.
   */
  readonly emptyAnswer?: readonly number[] | null;
}

/** The events of a running job, which the generator in `src/engine/run-job.ts` yields. */
export type JobEvent =
  /** Number of spectra known so far; `complete` once the whole input is listed. */
  | { readonly kind: 'found'; readonly spectra: number; readonly complete: boolean }
  | { readonly kind: 'run'; readonly run: RunInfo }
  /** What the sample sheets name by what is known so far; sent again as more becomes known. */
  | { readonly kind: 'sheet'; readonly sheet: SheetSoFar }
  /** Whether the classifier is guarded, once that is known; never sent for a marker model. */
  | { readonly kind: 'guard'; readonly guard: JobGuard }
  /** Rows that are new or have changed (same index: replace). */
  | {
      readonly kind: 'rows';
      readonly spectra: readonly SpectrumRow[];
      readonly samples: readonly SampleRow[];
      readonly evidence: readonly {
        readonly sample: number;
        readonly evidence: MarkerEvidence;
      }[];
      /**
       * Indices of samples that are no longer valid: a sample sheet, or run information, at the end of a
       * .tar.gz came after they were sent. Their indices are not used again.
       */
      readonly withdrawn: readonly number[];
      /** Number of spectra done so far, of those found. */
      readonly done: number;
    }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Last event of a completed run, or of a cancelled one (with what was done). */
  | { readonly kind: 'done'; readonly summary: JobSummary; readonly cancelled: boolean }
  /** Last event when nothing could be read. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Whether a spectrum shows the pattern of the genera that the guard covers. */
export const PATTERNS = ['yes', 'no', 'not-judged'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** The finding of the guard, the marker model beside a laboratory's classifier, in a spectrum or a mean. */
export interface GuardVerdict {
  readonly pattern: Pattern;
  /** Id and version of the guard: `ribosomal-klebsiella 1.0.0`. */
  readonly model: string;
  /** The rule of the guard's own call; null when it gave no answer. */
  readonly rule: CallRule | null;
  /** The guard's own call: a species, or "No Klebsiella pattern". Plain text; `labelOf` has what is shown. */
  readonly label: string;
  readonly detail?: Sentences;
  /** Why there is no pattern, or why it was not judged; null where there is one. */
  readonly reason: Sentences | null;
}

/** The guard of a job. */
export interface GuardRef extends ModelRef {
  /** The genus that its pattern is named after: `Klebsiella`. */
  readonly genus: string;
}

/** Whether a job's classifier was guarded; stored under the word watched. A job of a model that can refuse by itself has no such value. */
export type JobGuard =
  | { readonly kind: 'watched'; readonly guard: GuardRef }
  /** It was not requested, or would be pointless; the reason is a sentence. */
  | { readonly kind: 'not-watched'; readonly reason: Sentences }
  /** It should have been guarded, but the guard could not be loaded. */
  | { readonly kind: 'failed'; readonly problem: Problem };
