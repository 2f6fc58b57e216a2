import type { JobSummary, JobGuard, ModelRef } from '../core/job/types';
import type { ModelManifest, ModelPackFiles } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import type { Grouping } from '../core/sample-sheet/grouping-kinds';
import type { WatchList } from '../core/watch/types';
import type { StoredPage } from './evidence-pages';
import type { StoredChunk } from './row-chunks';

/**
 * Where a job stands. The first three are of a job that some open page is working on; should it go
 * away, another page goes on with it, or this one when it is opened again.
 */
export type JobStatus =
  | 'initialising'
  | 'queued'
  | 'running'
  | 'completed'
  | 'failed'
  | 'cancelled'
  /** It broke off and cannot go on by itself, for want of its files, say. What it had written is kept. */
  | 'interrupted'
  /** Never stored: what is stored cannot be read as a whole (`stored-job.ts`). */
  | 'damaged';

/** One thing that was dropped: an archive, or a folder with all that is in it. */
export interface DroppedItem {
  /** As the user's computer names it; a folder ends in `/`. */
  readonly path: string;
  /** Bytes, of all its files together. */
  readonly size: number;
  readonly files: number;
}

/** What a list of jobs shows without reading a row. */
export interface JobCounts {
  /** Spectra found so far. */
  readonly found: number;
  /** Spectra done so far, readable or not. */
  readonly done: number;
  readonly samples: number;
  /** Samples by what became of them: a taxon's or group's id, `none`, or `unread`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Whether the input is listed to its end; absent while it is not. */
  readonly complete?: boolean;
  /** When the first spectrum was acquired, as its file says; absent where none says, and of jobs of earlier versions. */
  readonly acquired?: string;
}

/** What it takes to go on with a broken job. */
export interface WorkRecord {
  /** Id of the build that wrote its rows: another one may compute otherwise. */
  readonly build: string;
  /** Tells its input from another of the same names and sizes; see `inputFingerprint`. */
  readonly input: string;
  /** How often it was begun since it last came further than ever before. */
  readonly attempts: number;
  /** Most spectra that were ever done. */
  readonly reached: number;
}

/** Bytes of a job's files that are kept at most once it has ended: some sixty plates of 96 spots, zipped. */
export const MAX_KEPT_BYTES = 200e6;
/** Files of a folder that are stored at most: a browser takes long over tens of thousands. */
export const MAX_KEPT_FILES = 20_000;

/** Whether a job's own files are on this computer: stored while it runs, and kept when it has ended. */
export type FileRetention =
  | { readonly kind: 'kept'; readonly bytes: number }
  | {
      readonly kind: 'not-kept';
      readonly reason: 'off' | 'too-large' | 'no-room' | 'failed' | 'removed';
      readonly bytes: number;
    };

/** The job file that a job was opened from. */
export interface JobOrigin {
  /** The job's token where it was made: another than here, where a job of that token was here already. */
  readonly token: string;
  /** Checksum of what the job found, by which the same job is known again (docs/job-file.md). */
  readonly content: string;
  /** Version of the app that wrote the file. */
  readonly appVersion: string;
  /** When the file was written, and when it was opened here. */
  readonly writtenAt: number;
  readonly at: number;
}

export interface JobRecord {
  /** UUID: the job's name in addresses. */
  readonly token: string;
  readonly name: string;
  /** Once a person has typed a name, the run's own title no longer replaces it. */
  readonly nameTyped: boolean;
  /** `example` is the simulated run that ships with the app. */
  readonly origin: 'input' | 'example';
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly status: JobStatus;
  /** Null until the model is verified. */
  readonly model: ModelRef | null;
  /**
   * Whether its classifier was watched, and by which model; absent of models that refuse by themselves, of
   * jobs of earlier versions, and until it is known.
   */
  readonly guard?: JobGuard;
  /** Key of the model that was asked for; null (or absent): the one chosen in the settings by then. */
  readonly modelKey?: string | null;
  /** Key of the model that it is run with; absent until that is known. */
  readonly ranWith?: string;
  readonly appVersion: string;
  /** Commit of the app that computed it; null where it is not known, absent of jobs of earlier versions. */
  readonly appCommit?: string | null;
  /** Token of the job that this one is another run of, with another model; absent of all others. */
  readonly againOf?: string;
  readonly inputs: readonly DroppedItem[];
  /** Lists of peaks that were watched when it was begun, whole; absent where none were. */
  readonly watch?: readonly WatchList[];
  /** Name of a sample sheet that was chosen beside the input; one inside it is in the summary. */
  readonly sampleSheet: string | null;
  /** How samples are made without a sheet; absent where sheets make them. */
  readonly grouping?: Grouping;
  readonly counts: JobCounts;
  readonly summary: JobSummary | null;
  /** Absent until they are stored, and of jobs of the database's first version. */
  readonly files?: FileRetention;
  /** Absent until its files are listed, and of jobs of earlier versions. */
  readonly work?: WorkRecord;
  /** Why it failed, or why not all of it is kept. */
  readonly problem: Problem | null;
  /** Absent of jobs that were made in this browser. */
  readonly imported?: JobOrigin;
  /** Whether it is being opened from a file, and so neither shown nor restored; absent once it is whole. */
  readonly importing?: true;
  /** Set when deleted and not yet removed; null otherwise. */
  readonly deletedAt: number | null;
}

/** What may change of a job after it was made. */
export type JobChanges = {
  -readonly [Key in keyof Omit<JobRecord, 'token' | 'createdAt' | 'deletedAt'>]?: JobRecord[Key];
};

/** Rows of a job. Chunks are only ever appended: `RowLog` merges them. */
export interface RowChunkRecord {
  readonly job: string;
  /** Grows with each chunk of a job. */
  readonly number: number;
  readonly rows: StoredChunk;
}

/** Evidence of some samples of a job. */
export interface EvidencePageRecord extends StoredPage {
  readonly job: string;
  readonly page: number;
  /** Number of the first chunk that was written with it. */
  readonly number: number;
}

/**
 * The head of a model that some job was made with. It is kept with the jobs because an update of
 * the app may bring another version, and old results must stay readable.
 */
export interface ManifestRecord {
  /** SHA-256 of the manifest file, as in `ModelRef.manifestSha256`. */
  readonly sha256: string;
  readonly manifest: ModelManifest;
}

/** A job's own files, kept so that its spectra can be computed again. */
export interface RunFilesRecord {
  readonly job: string;
  /** All of them, one after the other: browsers store one Blob far faster than a thousand. */
  readonly content: Blob;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** One that was chosen beside them; its bytes come last. Absent where there is none. */
  readonly sampleSheet?: { readonly path: string; readonly size: number };
}

/** A model that was added on this computer. */
export interface ModelRecord {
  /** Of its manifest. */
  readonly id: string;
  readonly version: string;
  readonly addedAt: number;
  /** Names of the files that it was made of. */
  readonly madeOf: readonly string[];
  readonly files: ModelPackFiles;
}

/** A table of peaks to watch that was added on this computer. */
export interface WatchListRecord {
  /** Of its file: the same table is here once. */
  readonly sha256: string;
  readonly title: string;
  readonly addedAt: number;
  /** Name of the file. */
  readonly madeOf: string;
  readonly table: Uint8Array<ArrayBuffer>;
  /** Whether new jobs look for its peaks. */
  readonly isOn: boolean;
}

/** Some entries of a job's review, in their order. Records are only ever added. */
export interface ReviewRecord {
  readonly job: string;
  /** Order of its first entry. */
  readonly number: number;
  /** Order of the entry that comes next. */
  readonly next: number;
  /** JSON, each entry with its order. */
  readonly entries: string;
}

/** How the runs of a job went, summed up once, so that the page of all jobs need not read their rows. */
export interface RunSummaryRecord {
  readonly job: string;
  readonly version: number;
  /** The job's own at that time. */
  readonly finishedAt: number | null;
  /** JSON: a string is one value to the browser. */
  readonly runs: string;
}

export interface SettingRecord {
  readonly key: string;
  readonly value: unknown;
}
