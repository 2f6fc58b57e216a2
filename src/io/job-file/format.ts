import type { ModelManifest } from '../../core/model-pack/types';
import { type JobRecord, MAX_KEPT_BYTES, MAX_KEPT_FILES } from '../../storage/records';

/** The first words of each file, by which it is recognised. docs/job-file.md describes the rest. */
export const FORMAT = 'ktyper-job';
/** The version that this app writes, and the newest that it reads. */
export const VERSION = 1;
export const ENDING = '.ktyper.json';

/** What stands in plain text at the start of a file, packed or not. */
export interface JobFileHead {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly use: string;
  readonly app: { readonly name: string; readonly version: string };
  /** ISO 8601 with the zone. */
  readonly writtenAt: string;
  /** Number of jobs that follow. */
  readonly jobs: number;
  /** Whether files of runs are in it. */
  readonly spectra: boolean;
  /** How the parts are packed; absent where they are plain. */
  readonly packed?: 'gzip';
}

/** What of a job's record says what was found: all but its name, and what concerns one computer only. */
export type FiledRecord = Omit<
  JobRecord,
  'token' | 'name' | 'nameTyped' | 'files' | 'work' | 'imported' | 'importing' | 'deletedAt'
>;

/** The fields of `FiledRecord`, in the order in which they are written. */
export const RECORD_FIELDS = [
  'origin',
  'createdAt',
  'finishedAt',
  'status',
  'model',
  'guard',
  'modelKey',
  'ranWith',
  'appVersion',
  'appCommit',
  'againOf',
  'inputs',
  'watch',
  'sampleSheet',
  'grouping',
  'counts',
  'summary',
  'problem',
] as const satisfies readonly (keyof FiledRecord)[];

/** No field may be forgotten: it would be lost on the way. */
type Forgotten = Exclude<keyof FiledRecord, (typeof RECORD_FIELDS)[number]>;
true satisfies [Forgotten] extends [never] ? true : Forgotten;

/** The parts of a job, one a line, in this order. A part of a name that is not here is passed over. */
export interface JobParts {
  readonly job: Pick<JobRecord, 'token' | 'name' | 'nameTyped'>;
  readonly record: FiledRecord;
  /** Null where the model's head was never kept. */
  readonly manifest: ModelManifest | null;
  readonly rows: { readonly spectra: readonly unknown[]; readonly samples: readonly unknown[] };
  readonly evidence: { readonly heads: readonly number[]; readonly numbers: string };
  /** Some entries of its review, in their order. */
  readonly reviews: readonly unknown[];
  readonly files: {
    readonly files: readonly NamedSize[];
    readonly sampleSheet: NamedSize | null;
  };
  /** Base64 of the files' bytes, one after the other. */
  readonly bytes: string;
  readonly whole: {
    readonly spectra: number;
    readonly samples: number;
    /** `Chain` of all lines of the job before this one. */
    readonly sha256: string;
  };
}

export interface NamedSize {
  readonly path: string;
  readonly size: number;
}

/** The limits of a file, which keep a hostile one from filling the memory or from taking for ever. */
export const LIMITS = {
  /** Characters of a file that is not packed; a writer packs far smaller ones. */
  plain: 32 << 20,
  /** Characters of one part. */
  line: 16 << 20,
  /** How deep a part may be nested. */
  depth: 64,
  /** Bytes of all parts of a file. */
  total: 16 * 2 ** 30,
  /** Bytes of all parts over bytes of the file, from 256 MiB on. */
  ratio: 250,
  ratioFrom: 256 << 20,
  /** Entries of a review in a part, and of a job. */
  entries: 1_000,
  review: 1_000_000,
  /** Characters of a path, and of the name of a sample, which may be one. */
  path: 4_096,
  /** Index of a row. */
  index: 10_000_000,
  /** Files of a run, and their bytes without those of its sample sheet. */
  files: MAX_KEPT_FILES,
  bytes: MAX_KEPT_BYTES,
} as const;

export type JobFileLimits = Readonly<Record<keyof typeof LIMITS, number>>;
