import type { Grouping } from '../../core/sample-sheet/grouping-kinds';
import type { WatchList } from '../../core/watch/types';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import type { Listing } from './dropped-files';
import type { JobSession } from './job-session.svelte';

/** A user's request for a new job. */
export interface JobRequest {
  /** A name that the user typed; null: the run's own, or else the input's. */
  readonly name: string | null;
  /** The job's name until its files are listed. */
  readonly title: string;
  readonly origin: JobRecord['origin'];
  /** A promise, since listing a large folder takes time. */
  readonly listing: Promise<Listing>;
  readonly sampleSheet: InputFile | null;
  /** How samples are made without a sheet; null or absent: by sheets. */
  readonly grouping?: Grouping | null;
  /** Key of the model to run with; null: the one that the settings choose when the job starts. */
  readonly model?: string | null;
  /** Token of the job that this one reruns. */
  readonly againOf?: string;
}

/** The source of a job's files. */
export type JobSource =
  | { readonly kind: 'request'; readonly request: JobRequest }
  /** The files of an interrupted job, from the storage. */
  | { readonly kind: 'stored' }
  /** The files of an interrupted job, chosen again by the user. */
  | { readonly kind: 'chosen'; readonly input: RunInput };

/** A job in the queue, and what the queue has requested on its behalf. */
export interface QueuedJob {
  readonly session: JobSession;
  readonly source: JobSource;
  readonly signal: AbortSignal;
  /** Whether this page holds the job's lock; false when the signal was aborted before. */
  readonly owned: Promise<boolean>;
  /** Whether the job may use the threads; false when the signal was aborted before. */
  readonly turn: Promise<boolean>;
  /** Lists of peaks to look for. */
  readonly watch: Promise<readonly WatchList[]>;
  /** Whether no other job of this page needs the threads, so that they may load the model at once. */
  readonly isAlone: boolean;
}
