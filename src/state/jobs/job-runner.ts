import type { JobEvent } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import { watchedPeaks } from '../../core/watch/types';
import type { KnownOutcomes } from '../../engine/job-input';
import type { KtyperDatabase } from '../../storage/database';
import type { JobChanges } from '../../storage/records';
import type { RunInput } from '../../storage/run-files';
import { say } from '../../words/say';
import type { Announcer } from '../announcer.svelte';
import { formatCount } from '../format';
import { type Analysis, type PreparedModel, prepareModelOf } from './analysis';
import { aborted, inputToStart, type NoteJobParts, type NotedInput, noteJob } from './note-job';
import { followedBy, type JobPhase, type PhaseName, untakenEvents } from './job-phase';
import { isThreadProblem, programFault } from './job-problems';
import { changesOfEvent, oneAttemptMore, restartChanges } from './job-record';
import type { QueuedJob } from './job-request';
import type { JobSaver } from './job-saver';
import { describeEnd } from './job-words';
import { showFirst } from './show-first';
import { isReusable, readKnownOutcomes } from './recovery';

export interface JobRunnerParts extends NoteJobParts {
  readonly db: KtyperDatabase;
  readonly analysis: Analysis;
  readonly announcer: Announcer;
  readonly appVersion: string;
  /** Waits until the page has been drawn. */
  readonly painted: () => Promise<void>;
}

type Noting = Promise<Result<NotedInput, JobChanges>>;

interface StartedRun {
  readonly model: PreparedModel;
  readonly events: AsyncIterable<JobEvent>;
}

/** Takes one job through its phases, from the queue to its end. */
export class JobRunner {
  /** Resolves once the job runs; stays pending when it ends before. */
  readonly begun: Promise<void>;
  readonly #parts: JobRunnerParts;
  readonly #saver: JobSaver;
  readonly #job: QueuedJob;
  #phase: JobPhase = { phase: 'queued' };
  #preparing: Promise<Result<PreparedModel, Problem>> | null = null;
  #begin: () => void = () => undefined;

  constructor(parts: JobRunnerParts, saver: JobSaver, job: QueuedJob) {
    this.#parts = parts;
    this.#saver = saver;
    this.#job = job;
    this.begun = new Promise((resolve) => (this.#begin = resolve));
  }

  get phase(): PhaseName {
    return this.#phase.phase;
  }

  /** Runs the job. Resolves when the job has ended in any way. */
  async run(): Promise<void> {
    try {
      await this.#work();
      await this.#close();
    } catch (error) {
      // Further errors must not hide the first one.
      await this.#saver.finishRows().catch(() => undefined);
      await this.#fail(programFault(error));
      await this.#close().catch(() => undefined);
    }
    this.#enter({ phase: 'ended', status: this.#job.session.record.status });
  }

  async #work(): Promise<void> {
    const { signal, isAlone } = this.#job;
    if (isAlone) this.#prepare().catch(() => undefined);
    const noting = this.#note();
    const starting = this.#start(noting);
    // An error on starting is handled below, where the promise is awaited.
    starting.catch(() => undefined);
    const noted = await noting;
    if (!noted.ok) {
      await this.#end(noted.error);
      return this.#saver.forgetFiles();
    }
    const { input } = noted.value;
    const started = await Promise.race([starting, aborted(signal)]);
    if (started === null) {
      await this.#end({ status: 'cancelled' });
      return this.#saver.settleFiles(input);
    }
    if (!started.ok) return this.#fail(started.error);
    const { model, events } = started.value;
    await this.#saver.saveManifest(model.ref.manifestSha256, model.manifest);
    await this.#saver.change({ model: model.ref, ranWith: model.key });
    await this.#takeEvents(input, events);
  }

  /**
   * Starts the run as soon as its files, its turn and its model are available. A new job does not wait for
   * its record, only the processing of its events does. A resumed job waits, since its record decides what
   * is computed again.
   *
   * @returns the reason why it cannot start; null when the job ends before
   */
  async #start(noting: Noting): Promise<Result<StartedRun, Problem> | null> {
    const { source, turn, watch, signal } = this.#job;
    const noted = await inputToStart(source, noting);
    if (noted === null || !(await turn) || this.#isOver) return null;
    this.#enter({ phase: 'starting' });
    const prepared = await this.#prepare();
    if (!prepared.ok) return prepared;
    const model = prepared.value;
    const peaks = watchedPeaks(await watch);
    const isResumed = source.kind !== 'request' && !this.#isOver;
    const known = isResumed ? await this.#recover(model, noted.isSame) : null;
    if (this.#isOver) return null;
    const { grouping = null } = this.#job.session.record;
    const rest = { grouping, watch: peaks, signal, ...(known === null ? {} : { known }) };
    this.#job.session.manifest = model.manifest;
    const start = performance.now();
    const events = showFirst(model.run({ ...noted.input, ...rest }), (event) => {
      if (!this.#isEnding) this.#job.session.apply(event, performance.now() - start);
    });
    this.#enter({ phase: 'started', events });
    return ok({ model, events });
  }

  /** Writes the job's record and, once the job has its turn, that it runs. */
  async #note(): Noting {
    const { session, source, signal, turn } = this.#job;
    const noted = await noteJob(this.#parts, this.#saver, this.#job);
    if (!noted.ok) return noted;
    void this.#saver.storeFiles(noted.value.input, source.kind === 'stored').then((files) => {
      // Once the job is ending, its end decides about its files.
      if (files !== null && !this.#isEnding) return this.#saver.change({ files });
    });
    // Rows that are shown already are written by the run's own end, which the signal brings about.
    if (!(await turn) || (signal.aborted && !session.hasRows)) return err({ status: 'cancelled' });
    this.#begin();
    await this.#saver.change({ status: 'running', ...oneAttemptMore(session.record) });
    return noted;
  }

  /**
   * Removes rows that cannot be reused.
   *
   * @returns those that can; null when everything is computed again
   */
  async #recover(model: PreparedModel, isSame: boolean): Promise<KnownOutcomes | null> {
    const { db, appVersion, buildId } = this.#parts;
    const { record } = this.#job.session;
    if (isSame && isReusable(record, model, buildId)) {
      return readKnownOutcomes(db, record.token, model.manifest);
    }
    await this.#saver.clearRows(restartChanges(record, appVersion, buildId));
    return null;
  }

  async #takeEvents(input: RunInput, events: AsyncIterable<JobEvent>): Promise<void> {
    const { announcer, files } = this.#parts;
    const { session } = this.#job;
    this.#enter({ phase: 'running' });
    this.#saver.startRows();
    announcer.say(say('jobs.started', { name: session.record.name }));
    let first: Promise<void> | null = null;
    let last: JobEvent | null = null;
    for await (const event of events) {
      last = event;
      const changes = changesOfEvent(session.record, event);
      if (changes !== null) await this.#saver.change(changes);
      if (event.kind !== 'rows') continue;
      // The first rows are drawn before anything else is done with them.
      await (first ??= this.#parts.painted());
      await this.#saver.addRows(event);
      const { done, found } = session.counts();
      announcer.sayNowAndThen(say('jobs.progress', { done: formatCount(done), found }));
    }
    if (last?.kind === 'failed') return this.#fail(last.problem);
    if (last?.kind !== 'done') throw new Error('A run ended without its last event.');
    const status = last.cancelled ? 'cancelled' : 'completed';
    const summary = { ...last.summary, problems: session.allProblems() };
    // Written with the end itself, so that a page closed right then leaves no file that the user does not
    // want.
    const refused = files.whyNotKept(input);
    await this.#end({ status, summary, ...(refused === null ? {} : { files: refused }) });
    await this.#saver.settleFiles(input);
  }

  async #fail(problem: Problem): Promise<void> {
    // Lost threads are no fault of the run, whose rest can still be processed.
    const status = isThreadProblem(problem) ? 'interrupted' : 'failed';
    await this.#end({ status, problem });
    if (status === 'failed') await this.#saver.forgetFiles();
  }

  /**
   * Shows the end, before it is written. A cancellation is shown only once it is written, since a page that
   * is closed before would resume the job.
   */
  async #end(changes: JobChanges): Promise<void> {
    const { session, source } = this.#job;
    this.#enter({ phase: 'saving', unwanted: untakenEvents(this.#phase) });
    const end = this.#saver.endRecord(changes);
    const isStopped = changes.status === 'cancelled';
    const show = async () => {
      await session.prepareEnd();
      session.settle(end);
    };
    if (!isStopped) await show();
    await this.#saver.end(end, source.kind !== 'request' && changes.status !== 'interrupted');
    if (isStopped) await show();
    this.#parts.announcer.say(describeEnd(session.record, session.patterns));
  }

  /** Ends a run that was started and is not needed, before another job uses the threads. */
  async #close(): Promise<void> {
    await untakenEvents(this.#phase)?.[Symbol.asyncIterator]().return?.();
  }

  #prepare(): Promise<Result<PreparedModel, Problem>> {
    return (this.#preparing ??= prepareModelOf(this.#parts.analysis, this.#job.session.record));
  }

  /** Whether the job is ending or has ended. */
  get #isEnding(): boolean {
    return this.phase === 'saving' || this.phase === 'ended';
  }

  /** Whether no further step of the job may start. */
  get #isOver(): boolean {
    return this.#isEnding || this.#job.signal.aborted;
  }

  #enter(next: JobPhase): void {
    this.#phase = followedBy(this.#phase, next);
  }
}
