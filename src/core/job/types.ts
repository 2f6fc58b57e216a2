import type { Problem } from '../problem';
import type { QualityMeasures } from '../quality/measures';
import type { AcquisitionRecord, SpectrumNames } from '../spectrum/spectrum';
import type { SpectrumWatch } from '../watch/types';

/** Why a call is what it is: the rule that decided. Each has a sentence in docs/calls.md. */
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
  /** Id of the taxon or group that is named; null for `none`. */
  readonly taxon: string | null;
  /**
   * What stands in the species cell: a name, or "No Klebsiella pattern: nothing known fits". Plain text.
   * Calls are counted and grouped by `callCategory`, since such a label also says what comes nearest.
   */
  readonly label: string;
  readonly confidence: 'high' | 'moderate' | 'weak' | 'none';
  /** Probability of what is named; null when nothing is. */
  readonly probability: number | null;
  readonly runnerUp: { readonly taxon: string; readonly probability: number } | null;
  readonly rule: CallRule;
  /** In plain sentences: which rule decided and on what, and of a refusal what to do next. */
  readonly reason: string;
}

/** What one spectrum is called by itself, whatever the sample that it belongs to is called. */
export type SpectrumCall = Pick<
  SpeciesCall,
  'kind' | 'taxon' | 'label' | 'confidence' | 'probability' | 'rule'
>;

/**
 * How a spectrum's own call stands to the sample's: the same; another that may be right beside it, as
 * a group and its member; no answer; or one that cannot be right beside it. `classify/consensus.ts`
 */
export type Agreement = 'agrees' | 'compatible' | 'silent' | 'contradicts';

/** What the spectra of a sample say one by one, beside what their mean says. */
export interface Consensus {
  /** Usable spectra. */
  readonly spectra: number;
  /** Spectra that by themselves are called as the sample is. */
  readonly agreeing: number;
  /** Their indices in the job, by how they stand to the sample's call; empty ones are left out. */
  readonly others: Readonly<Partial<Record<Exclude<Agreement, 'agrees'>, readonly number[]>>>;
  /** What most of the spectra are called by themselves; null when none is called more often. */
  readonly majority: {
    readonly taxon: string | null;
    readonly label: string;
    readonly spectra: number;
  } | null;
  /** Whether two of the spectra, or one and the sample, cannot both be right. */
  readonly contradictory: boolean;
  /**
   * Which of them the call is made from: the sound ones; all, since none is sound; or all, as the
   * original did. Absent in jobs that an older version wrote, which averaged all.
   */
  readonly averaged?: 'sound' | 'all' | 'all-as-original';
  /** Indices of the usable spectra that are not in the mean; absent where there are none. */
  readonly leftOut?: readonly number[];
}

/** Which markers of a taxon were found in a sample, locus by locus. Ions are places in `MarkerTable.ions`. */
export interface MarkersSeen {
  /** Id of the taxon. */
  readonly taxon: string;
  /** Of each locus where one was found, the ion that tells most. */
  readonly found: readonly number[];
  /** Of each other locus that the model knows of the taxon, the ion that was looked for. */
  readonly missing: readonly number[];
}

/** What the marker model saw, as its output tensors gave it. Stored with the sample. */
export interface MarkerEvidence {
  /** [taxa] log-likelihood-ratio score S. */
  readonly scores: Float32Array;
  /** [taxa x loci], row by row: log evidence of a locus for a taxon. */
  readonly loci: Float32Array;
  /**
   * [ions x 4], row by row: log LR, m/z found (0: none), height over noise, mass error in ppm that is left
   * after shift and tilt.
   */
  readonly ions: Float32Array;
  /** The spectrum's mass error at 6,500 m/z, ppm; see `marker-model/mass-line.ts`. */
  readonly shiftPpm: number;
  /** How much the mass error grows with each 1,000 m/z, ppm; 0 from a model that knows no tilt. */
  readonly tiltPpmPerKda: number;
  /** Factor on all detection probabilities that fits the spectrum best; 1 from a model that knows none. */
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
  /** Null when no model answered, as in preprocessing alone. */
  readonly quality: QualityMeasures | null;
}

/** One acquisition that was found, whatever became of it. */
export interface SpectrumRow {
  /** Position in order of discovery, from 0: the key within the job. */
  readonly index: number;
  readonly uid: string;
  /** Path of the fid (or open-format file) in what the user dropped. */
  readonly path: string;
  /** What people want to see: the lab's own name of the analyte, else the best of `names`. */
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
  /** Null when it was not classified: it failed or was skipped. */
  readonly call: SpectrumCall | null;
  /** What the guard found; absent where the model was not watched, and in older jobs. */
  readonly guard?: GuardVerdict;
  /** SHA-256 of the intensity file's bytes, lower-case hex; null when it could not be read. */
  readonly sha256: string | null;
  /** Index of the first spectrum with the same bytes, when this is a copy. */
  readonly duplicateOf: number | null;
  /** What was found of the job's watched peaks; absent where none were looked for. */
  readonly watched?: SpectrumWatch;
}

/** One answer: a spectrum by itself, or the mean of a sample's replicates. */
export interface SampleRow {
  /** Key within the job, from 0. */
  readonly index: number;
  readonly name: string;
  readonly spot: string;
  /** Indices of the spectra that it rests on (usable ones) and of those it lost. */
  readonly spectra: readonly number[];
  /** Present when the sample failed as a whole: no usable spectrum. The call is then `none`. */
  readonly failure: Problem | null;
  readonly call: SpeciesCall;
  /** By taxon, in the order of the model's taxa. Empty when nothing was classified. */
  readonly probabilities: readonly number[];
  readonly shiftPpm: number | null;
  /** Null for models that know no tilt; absent in jobs that an older version wrote. */
  readonly tiltPpmPerKda?: number | null;
  /** As in `MarkerEvidence`; null for models that know none, absent in jobs of an older version. */
  readonly sensitivity?: number | null;
  readonly peaks: number | null;
  /** Null for models without markers, and when nothing is named. */
  readonly markers: MarkersSeen | null;
  /** Null for a sample of one spectrum. */
  readonly consensus: Consensus | null;
  /** What the guard found; absent where the model was not watched, and in older jobs. */
  readonly guard?: GuardVerdict;
  readonly warnings: readonly Problem[];
  /** The original's name for the row in its headerless output: unique_name, or the sheet's sample_id. */
  readonly originalName: string;
}

export interface ModelRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the graph, lower-case hex. */
  readonly sha256: string;
  /** SHA-256 of the manifest: same graph under another manifest is another model. */
  readonly manifestSha256: string;
}

/** What was found in the drop besides spectra. */
export interface RunInfo {
  readonly projectUid: string | null;
  readonly title: string | null;
  /** Analytes listed by the run that have no spectrum here. */
  readonly missing: readonly { readonly name: string; readonly spot: string }[];
  readonly listed: number;
}

export interface SampleSheetReport {
  readonly path: string;
  readonly rows: number;
  readonly matched: number;
  /** Rows that match no spectrum: their `spectrum_id`. */
  readonly unmatched: readonly string[];
  /** Rows that match several spectra. */
  readonly ambiguous: readonly {
    readonly spectrumId: string;
    readonly spectra: number;
    /** The first of them: name, spot and path; absent in jobs of an older version. */
    readonly which?: readonly string[];
  }[];
  /** Samples that have spectra; absent in jobs of an older version. */
  readonly samples?: number;
}

export interface JobSummary {
  readonly spectra: number;
  readonly ok: number;
  readonly failed: number;
  readonly skipped: number;
  readonly samples: number;
  /** Milliseconds of work. */
  readonly elapsed: number;
  readonly run: RunInfo | null;
  readonly sampleSheet: SampleSheetReport | null;
  /** Faults of the drop as a whole: a truncated archive, a limit that was reached. */
  readonly problems: readonly Problem[];
  /**
   * Probabilities [taxa] that a classifier gives a spectrum without any signal, as the original printed
   * them; null, or absent in older jobs, where there was none. The samples themselves have no answer.
   */
  readonly emptyAnswer?: readonly number[] | null;
}

/** What a running job tells. The generator in `src/engine/run-job.ts` yields these. */
export type JobEvent =
  /** Number of spectra known so far; `complete` once the input is listed to its end. */
  | { readonly kind: 'found'; readonly spectra: number; readonly complete: boolean }
  | { readonly kind: 'run'; readonly run: RunInfo }
  /** Whether the classifier is watched, once that is known; never told of a marker model. */
  | { readonly kind: 'watch'; readonly watch: JobWatch }
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
       * Indices of samples that stand no longer: a sample sheet, or run information, that lies at
       * the end of a .tar.gz came after they were told. Their numbers are not used again.
       */
      readonly withdrawn: readonly number[];
      /** Spectra done so far, of those found. */
      readonly done: number;
    }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Last event of a run to its end, or of a cancelled one (with what was done). */
  | { readonly kind: 'done'; readonly summary: JobSummary; readonly cancelled: boolean }
  /** Last event when nothing could be read at all. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Whether a spectrum shows the pattern of the genera that the guard knows. */
export const PATTERNS = ['yes', 'no', 'not-judged'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** What the guard, the marker model beside a laboratory's classifier, finds in a spectrum or a mean. */
export interface GuardVerdict {
  readonly pattern: Pattern;
  /** Id and version of the guard: `ribosomal-klebsiella 1.0.0`. */
  readonly model: string;
  /** The rule of the guard's own call; null when it gave no answer. */
  readonly rule: CallRule | null;
  /** What the guard calls it by itself: a species, or "No Klebsiella pattern". Plain text. */
  readonly label: string;
  /** Why there is no pattern, or why it was not judged; null where there is one. */
  readonly reason: string | null;
}

/** The guard of a job. */
export interface GuardRef extends ModelRef {
  /** The genus after which its pattern is called: `Klebsiella`. */
  readonly genus: string;
}

/** Whether a job's classifier was watched. A model that can refuse by itself has none of these. */
export type JobWatch =
  | { readonly kind: 'watched'; readonly guard: GuardRef }
  /** It was not wanted, or makes no sense; the reason is a sentence. */
  | { readonly kind: 'not-watched'; readonly reason: string }
  /** It should have been watched, but the guard could not be had. */
  | { readonly kind: 'failed'; readonly problem: Problem };
