import type { WatchList } from '../../core/watch/types';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import type { Listing } from './dropped-files';
import type { JobSession } from './job-session.svelte';

/** A new job, as a person asks for it. */
export interface JobRequest {
  /** A name that a person typed; null: the run's own, or else the input's. */
  readonly name: string | null;
  /** What the job is called until its files are listed. */
  readonly title: string;
  readonly origin: JobRecord['origin'];
  /** A large folder takes a while to list. */
  readonly listing: Promise<Listing>;
  readonly sampleSheet: InputFile | null;
  /** Key of the model to run with; null: the one that the settings choose when the job starts. */
  readonly model?: string | null;
  /** Token of the job that this one reruns. */
  readonly againOf?: string;
}

/** Where a job's files come from. */
export type JobSource =
  | { readonly kind: 'request'; readonly request: JobRequest }
  /** An interrupted job's own, from the storage. */
  | { readonly kind: 'stored' }
  /** An interrupted job's own, chosen by a person once more. */
  | { readonly kind: 'chosen'; readonly input: RunInput };

/** A job in the queue, and what the queue has asked for on its behalf. */
export interface QueuedJob {
  readonly session: JobSession;
  readonly source: JobSource;
  readonly signal: AbortSignal;
  /** Whether the job is this page's; false when the signal came first. */
  readonly owned: Promise<boolean>;
  /** Whether the job may use the threads; false when the signal came first. */
  readonly turn: Promise<boolean>;
  /** Lists of peaks to look for. */
  readonly watch: Promise<readonly WatchList[]>;
  /** Whether no other job of this page needs the threads, so that they may open the model at once. */
  readonly isAlone: boolean;
}
