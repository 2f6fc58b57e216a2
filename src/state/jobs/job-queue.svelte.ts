import { SvelteMap } from 'svelte/reactivity';
import type { Problem } from '../../core/problem';
import type { WatchList } from '../../core/watch/types';
import { readJob } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { readEvidence } from '../../storage/evidence';
import type { PageMessages } from '../page-messages';
import type { Listing } from './dropped-files';
import { inputMismatchProblem } from './input-identity';
import { chosenInput } from './job-inputs';
import type { JobLocks, Release } from './job-locks';
import { newJobRecord } from './job-record';
import type { JobRequest, JobSource } from './job-request';
import { JobRunner, type JobRunnerParts } from './job-runner';
import { JobSaver, type JobSaverParts } from './job-saver';
import { JobSession } from './job-session.svelte';

export interface JobQueueParts extends JobRunnerParts, JobSaverParts {
  readonly locks: JobLocks;
  readonly messages: PageMessages;
  /** Lists of peaks that new jobs look for; absent: none. Never fails. */
  readonly watching?: () => Promise<readonly WatchList[]>;
  /** Called when a job has ended and the storage has all of it. */
  readonly saved?: () => void;
}

/** A job in the queue, whose session can be shown at once. */
interface TakenJob {
  readonly session: JobSession;
  readonly ended: Promise<void>;
}

/** The jobs that this page works on, one after the other in the order of their arrival. */
export class JobQueue {
  readonly #parts: JobQueueParts;
  readonly #sessions = new SvelteMap<string, JobSession>();
  readonly #stops = new SvelteMap<string, AbortController>();
  /** The running job. */
  current = $state.raw<JobSession | null>(null);
  #active = $state.raw(0);
  readonly #endings = new Map<string, Promise<void>>();
  #warming: AbortController | null = null;

  constructor(parts: JobQueueParts) {
    this.#parts = parts;
    parts.messages.onCancel((token) => this.#stops.get(token)?.abort());
  }

  /** Whether any job is running or waiting for its turn. */
  get busy(): boolean {
    return this.#active > 0;
  }

  /** Returns the session of a job that this page works on, or that it could not save. */
  session(token: string): JobSession | undefined {
    return this.#sessions.get(token);
  }

  isActive(token: string): boolean {
    return this.#stops.has(token);
  }

  /**
   * Prepares the model before a job needs it, and runs the threads in until one comes. If that fails, the job
   * that needs it reports that.
   */
  async warmUp(): Promise<void> {
    // The threads hold one model at a time; a current job's model takes precedence.
    if (this.busy) return;
    const { signal } = (this.#warming ??= new AbortController());
    const prepared = await this.#parts.analysis.prepare(null);
    if (prepared.ok && !signal.aborted) await prepared.value.runIn?.(signal);
  }

  /** Adds a new job, or a rerun of another. */
  enqueue(request: JobRequest): TakenJob {
    const record = newJobRecord(request, this.#parts.appVersion);
    return this.#take(record, { kind: 'request', request }, null);
  }

  /**
   * Resumes a job whose page was closed.
   *
   * @param release ends this page's lock on it
   */
  resume(record: JobRecord, release: Release): TakenJob {
    return this.#take(record, { kind: 'stored' }, release);
  }

  /**
   * Resumes an interrupted or cancelled job at the user's request.
   *
   * @param chosen its files, chosen again; null where they are stored, or known to this page
   * @returns the reason why it is not resumed, or null when it is
   */
  async goOn(token: string, chosen: Listing | null): Promise<Problem | null> {
    const { db, locks, files } = this.#parts;
    // A job that was cancelled just now is still being put away.
    if (this.session(token)?.record.status === 'cancelled') await this.#endings.get(token);
    if (this.isActive(token)) return null;
    const release = await locks.own(token, new AbortController().signal);
    const read = await readJob(db, token);
    const record = read.ok ? read.value : null;
    const isHeld = record?.status === 'cancelled' && record.files?.kind !== 'kept';
    const held = isHeld ? files.held(token) : null;
    const input = record !== null && chosen !== null ? chosenInput(record, chosen.files) : held;
    // Another page may have resumed it in the meantime.
    const canGoOn = record?.status === 'interrupted' || record?.status === 'cancelled';
    const isWaiting = canGoOn && !this.isActive(token);
    const other = isWaiting && input !== null ? inputMismatchProblem(record, input) : null;
    if (!isWaiting || other !== null) {
      release?.();
      return read.ok ? other : read.error;
    }
    const { work, ...rest } = record;
    const again = work === undefined ? rest : { ...rest, work: { ...work, attempts: 0 } };
    this.#take(again, input === null ? { kind: 'stored' } : { kind: 'chosen', input }, release);
    return null;
  }

  /** Stops a job on any page. Its results so far are kept. */
  cancel(token: string): void {
    const stop = this.#stops.get(token);
    if (stop === undefined) this.#parts.messages.cancel(token);
    else stop.abort();
  }

  #take(record: JobRecord, source: JobSource, release: Release | null): TakenJob {
    const { db, locks } = this.#parts;
    const { token } = record;
    const session = new JobSession(record, (sample) => readEvidence(db, token, sample));
    const stop = new AbortController();
    const { signal } = stop;
    this.#warming?.abort();
    this.#warming = null;
    this.#sessions.set(token, session);
    this.#stops.set(token, stop);
    this.#active += 1;

    const owned = release === null ? locks.own(token, signal) : Promise.resolve(release);
    const turn = locks.turn(signal);
    const runner = new JobRunner(this.#parts, new JobSaver(this.#parts, session), {
      session,
      source,
      signal,
      owned: owned.then(isHeld),
      turn: turn.then(isHeld),
      watch: this.#watchOf(record, source),
      isAlone: this.#active === 1,
    });
    void runner.begun.then(() => (this.current = session));
    const ended = runner.run().finally(async () => {
      this.#stops.delete(token);
      this.#active -= 1;
      this.#endings.delete(token);
      if (this.current === session) this.current = null;
      stop.abort();
      (await turn)?.();
      // This page keeps the lock while it has unsaved results, since another page would compute them again.
      if (session.unsaved !== null) return;
      if (session.record.status === 'completed') this.#parts.saved?.();
      (await owned)?.();
      this.#sessions.delete(token);
    });
    this.#endings.set(token, ended);
    return { session, ended };
  }

  /**
   * Determines the peaks to look for: for a new job, when it is added; for a resumed one, from its record.
   */
  #watchOf({ watch = [] }: JobRecord, { kind }: JobSource): Promise<readonly WatchList[]> {
    const { watching } = this.#parts;
    return kind === 'request' && watching !== undefined ? watching() : Promise.resolve(watch);
  }
}

function isHeld(release: Release | null): boolean {
  return release !== null;
}
