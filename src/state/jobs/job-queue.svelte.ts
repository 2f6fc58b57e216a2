import { SvelteMap } from 'svelte/reactivity';
import { describeWatch } from '../../core/classify/describe-watch';
import type { JobEvent } from '../../core/job/types';
import { problem, type Problem } from '../../core/problem';
import { err, type Result } from '../../core/result';
import type { RowStore } from '../../../workers/rows/client';
import type { KnownOutcomes } from '../../engine/run-job';
import { isSameWatch } from '../../engine/watch';
import { watchedPeaks, type WatchList } from '../../core/watch/types';
import type { InputFile } from '../../io/entry';
import type { KtyperDatabase } from '../../storage/database';
import { addJob, changeJob, type JobChanges, readJob } from '../../storage/jobs';
import { saveManifest } from '../../storage/manifests';
import type { JobRecord, FileRetention, WorkRecord } from '../../storage/records';
import {
  clearRows,
  readEvidence,
  type RowBatch,
  saveRows,
  type WholeJob,
} from '../../storage/rows';
import { type RunInput, sizeOfFiles } from '../../storage/run-files';
import type { Analysis, PreparedModel } from './analysis';
import type { Announcer } from '../announcer.svelte';
import { countOf } from '../format';
import { inputFingerprint, inputMismatchProblem } from './input-identity';
import { jobInputs, provisionalName } from './job-inputs';
import type { JobLocks } from './job-locks';
import { JobSession } from './job-session.svelte';
import { readKnownOutcomes } from './recovery';
import type { Listing } from './dropped-files';
import type { PageMessages } from '../page-messages';
import { RowWriter } from './row-writer';
import type { KeptFiles } from './kept-files';
import { isBreak, MAX_ATTEMPTS, needsFiles, STOPPED_OFTEN } from './job-problems';

export interface JobRequest {
  /** A name that a person typed; null: the run's own, or else the input's. */
  readonly name: string | null;
  /** What the job is called until its files are listed. */
  readonly title: string;
  readonly origin: JobRecord['origin'];
  /** A large folder takes a while to list. */
  readonly listing: Promise<Listing>;
  readonly sampleSheet: InputFile | null;
  /** Key of the model to run with; null: the one that is chosen in the settings by then. */
  readonly model?: string | null;
  /** Token of the job that this is another run of. */
  readonly againOf?: string;
}

export interface JobQueueParts {
  readonly db: KtyperDatabase;
  readonly analysis: Analysis;
  readonly locks: JobLocks;
  readonly messages: PageMessages;
  readonly announcer: Announcer;
  readonly files: KeptFiles;
  /** Writes a running job's rows. */
  readonly rows: Pick<RowStore, 'save'>;
  /** Lists of peaks that jobs which begin now look for; none without it. Never fails. */
  readonly watching?: () => Promise<readonly WatchList[]>;
  /** The run that ships with the app: it is fetched anew where another's files are stored. */
  readonly example: () => Promise<Listing>;
  readonly appVersion: string;
  readonly buildId: string;
  /** Waits so many milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Milliseconds in which a browser clears away what it had stored of a file for which there was no room. */
const CLEANING = 6_000;

/** Where a job's files come from. */
type Source =
  | { readonly kind: 'request'; readonly request: JobRequest }
  /** A broken job's own, from the storage. */
  | { readonly kind: 'stored' }
  /** A broken job's own, chosen by a person once more. */
  | { readonly kind: 'chosen'; readonly input: RunInput };

/** A job that this page works on. */
interface Work {
  readonly session: JobSession;
  readonly token: string;
  readonly source: Source;
  readonly signal: AbortSignal;
  /** Gives the job back; null when the signal came before it was this page's. */
  readonly owned: Promise<(() => void) | null>;
  readonly turn: Promise<(() => void) | null>;
  /** Lists of peaks that it looks for. */
  readonly watch: Promise<readonly WatchList[]>;
  /** What becomes of its files, which are stored while it runs. */
  storing: Promise<FileRetention | null>;
  /** Whether what it is read from is what it was read from before. */
  isSameInput: boolean;
  /** Why the storage does not know it at all; null when it does. */
  unknown: Problem | null;
  /** Whether something of it could not be written. */
  isLost: boolean;
  /** Its events, where it was begun while it was still being written down. */
  early: AsyncIterable<JobEvent> | null;
  /** Whether nothing of it is to begin any more. */
  isOver: boolean;
  /** Whether its end is being written, or is. */
  isEnding: boolean;
}

/** The jobs that this page works on, one after the other in the order in which they came. */
export class JobQueue {
  readonly #parts: JobQueueParts;
  readonly #sessions = new SvelteMap<string, JobSession>();
  readonly #stops = new SvelteMap<string, AbortController>();
  /** The job that is being worked on now. */
  current = $state.raw<JobSession | null>(null);
  #active = $state.raw(0);

  constructor(parts: JobQueueParts) {
    this.#parts = parts;
    parts.messages.onCancel((token) => this.#stops.get(token)?.abort());
  }

  /** Whether any job is under way or waits for its turn. */
  get busy(): boolean {
    return this.#active > 0;
  }

  /** A job that this page works on, or did work on and could not save. */
  session(token: string): JobSession | undefined {
    return this.#sessions.get(token);
  }

  isActive(token: string): boolean {
    return this.#stops.has(token);
  }

  /** Makes the model ready before it is asked for. A failure is told when a job needs it. */
  async warmUp(): Promise<void> {
    // The threads have one model at a time: a job's own, while there is one.
    if (this.busy) return;
    await this.#parts.analysis.prepare(null);
  }

  /** Takes a job in. Its session can be shown at once; the promise is for its end. */
  enqueue(request: JobRequest): { readonly session: JobSession; readonly ended: Promise<void> } {
    const record: JobRecord = {
      token: crypto.randomUUID(),
      name: request.name ?? request.title,
      nameTyped: request.name !== null,
      origin: request.origin,
      createdAt: Date.now(),
      finishedAt: null,
      status: 'initialising',
      model: null,
      modelKey: request.model ?? null,
      ...(request.againOf === undefined ? {} : { againOf: request.againOf }),
      appVersion: this.#parts.appVersion,
      inputs: [],
      sampleSheet: request.sampleSheet?.path ?? null,
      counts: { found: 0, done: 0, samples: 0, calls: {} },
      summary: null,
      problem: null,
      deletedAt: null,
    };
    return this.#take(record, { kind: 'request', request }, null);
  }

  /**
   * Goes on with a job of which no page knows any more.
   * @param release gives it back: it is this page's already
   */
  resume(record: JobRecord, release: () => void) {
    return this.#take(record, { kind: 'stored' }, release);
  }

  /**
   * Goes on with an interrupted job because a person wants it.
   * @param chosen its files, chosen once more; null where they are stored
   * @returns why it does not go on, or null when it does
   */
  async goOn(token: string, chosen: Listing | null): Promise<Problem | null> {
    const { db, locks } = this.#parts;
    if (this.isActive(token)) return null;
    const release = await locks.own(token, new AbortController().signal);
    const read = await readJob(db, token);
    const record = read.ok ? read.value : null;
    const input = record !== null && chosen !== null ? inputOf(record, chosen.files) : null;
    // Another page may have been first.
    const isWaiting = record?.status === 'interrupted' && !this.isActive(token);
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

  /** Stops a job, whichever page works on it; what it has done so far is kept. */
  cancel(token: string): void {
    const stop = this.#stops.get(token);
    if (stop === undefined) this.#parts.messages.cancel(token);
    else stop.abort();
  }

  #take(
    record: JobRecord,
    source: Source,
    release: (() => void) | null,
  ): { readonly session: JobSession; readonly ended: Promise<void> } {
    const { db, locks } = this.#parts;
    const { token } = record;
    const session = new JobSession(record, (sample) => readEvidence(db, token, sample));
    const stop = new AbortController();
    const { signal } = stop;
    this.#sessions.set(token, session);
    this.#stops.set(token, stop);
    this.#active += 1;

    const work: Work = {
      session,
      token,
      source,
      signal,
      owned: release === null ? locks.own(token, signal) : Promise.resolve(release),
      turn: locks.turn(signal),
      watch: this.#watchOf(record, source),
      storing: Promise.resolve(null),
      isSameInput: true,
      unknown: null,
      isLost: false,
      early: null,
      isOver: false,
      isEnding: false,
    };
    const ended = this.#work(work)
      .catch((error: unknown) => this.#fail(work, mistake(error)))
      .finally(async () => {
        this.#stops.delete(token);
        this.#active -= 1;
        if (this.current === session) this.current = null;
        stop.abort();
        (await work.turn)?.();
        // What is only here stays this page's: another would begin it anew.
        if (session.unsaved !== null) return;
        (await work.owned)?.();
        this.#sessions.delete(token);
      });
    return { session, ended };
  }

  async #work(work: Work): Promise<void> {
    const { session, source, signal } = work;
    // The model is made ready while the files are listed, unless another job needs another one.
    let preparing = this.#active === 1 ? this.#prepare(session.record) : null;
    const prepare = () => (preparing ??= this.#prepare(session.record));
    const begun = source.kind === 'request' ? beginEarly(work, source.request, prepare) : null;
    try {
      if ((await work.owned) === null) return await this.#end(work, { status: 'cancelled' });
      const input = await this.#findInput(work);
      if (input === null) return;

      if ((await work.turn) === null || signal.aborted) {
        await this.#end(work, { status: 'cancelled' });
        return await this.#forgetFiles(work);
      }
      this.current = session;
      await this.#change(work, { status: 'running', ...oneAttemptMore(session.record) });

      const model = await Promise.race([prepare(), aborted(signal)]);
      if (model === null) {
        await this.#end(work, { status: 'cancelled' });
        return await this.#settleFiles(work, input);
      }
      if (!model.ok) return await this.#fail(work, model.error);
      const known = source.kind === 'request' ? null : await this.#rewind(work, model.value);
      await this.#adopt(work, model.value);
      await begun;
      const watch = watchedPeaks(await work.watch);
      const rest = { ...input, watch, signal, ...(known === null ? {} : { known }) };
      await this.#run(work, input, work.early ?? model.value.run(rest));
    } finally {
      work.isOver = true;
      // What was begun and is not wanted ends before the threads are another job's.
      await work.early?.[Symbol.asyncIterator]().return?.();
    }
  }

  /** The model that was asked for; for a job that goes on, the one it was run with. */
  async #prepare(record: JobRecord): Promise<Result<PreparedModel, Problem>> {
    const { analysis } = this.#parts;
    const wanted = record.modelKey ?? null;
    if (wanted !== null || record.ranWith === undefined) return analysis.prepare(wanted);
    const same = await analysis.prepare(record.ranWith);
    // Nobody chose it, and an update of the host may have brought another version.
    return same.ok || same.error.kind !== 'model-absent' ? same : analysis.prepare(null);
  }

  /** What is watched as a job begins; one that goes on has it in its record. */
  #watchOf({ watch = [] }: JobRecord, { kind }: Source): Work['watch'] {
    const { watching } = this.#parts;
    return kind === 'request' && watching !== undefined ? watching() : Promise.resolve(watch);
  }

  /** Everything that the job is read from; null when it has ended for want of it. */
  async #findInput(work: Work): Promise<RunInput | null> {
    const { session, source, signal } = work;
    switch (source.kind) {
      case 'request':
        return this.#listInput(work, source.request, signal);
      case 'chosen':
        session.change({ status: 'queued' });
        await this.#noteInput(work, source.input, []);
        return source.input;
      case 'stored': {
        const { record } = session;
        if ((record.work?.attempts ?? 0) >= MAX_ATTEMPTS) {
          await this.#end(work, { status: 'interrupted', problem: STOPPED_OFTEN });
          return null;
        }
        const input = await this.#storedInput(record);
        if (input === null) {
          await this.#end(work, { status: 'interrupted', problem: needsFiles(record.files) });
          return null;
        }
        await this.#noteInput(work, input, []);
        return input;
      }
    }
  }

  async #listInput(work: Work, request: JobRequest, signal: AbortSignal): Promise<RunInput | null> {
    const watch = await work.watch;
    // With its first record: should the page go away, the job goes on with the same.
    if (watch.length > 0) work.session.change({ watch });
    const added = await addJob(this.#parts.db, work.session.record);
    if (!added.ok) {
      work.unknown = added.error;
      this.#lose(work, added.error);
    }
    const listing = await Promise.race([request.listing, aborted(signal)]);
    if (listing === null) {
      await this.#end(work, { status: 'cancelled' });
      return null;
    }
    const { files, problems } = listing;
    if (files.length === 0) {
      await this.#fail(work, problems[0] ?? nothingDropped);
      return null;
    }
    const input = { files, sampleSheet: request.sampleSheet };
    await this.#noteInput(work, input, problems);
    return input;
  }

  async #storedInput({ token, origin }: JobRecord): Promise<RunInput | null> {
    const { files, example } = this.#parts;
    if (origin === 'example') {
      const listing = await example();
      return listing.files.length === 0 ? null : { files: listing.files, sampleSheet: null };
    }
    const stored = await files.secured(token);
    return stored.ok ? stored.value : null;
  }

  /** Writes down what the job is read from, and begins to store it beside the work. */
  async #noteInput(work: Work, input: RunInput, problems: readonly Problem[]): Promise<void> {
    const { session, token, source } = work;
    const { files, buildId } = this.#parts;
    const { record } = session;
    session.noteListing(problems);
    files.hold(token, input.files);
    const isNamed = record.nameTyped || record.origin === 'example' || record.inputs.length > 0;
    const named = isNamed ? {} : { name: provisionalName(input.files) };
    const noted: JobChanges = {};
    if (source.kind !== 'stored' || record.work === undefined) {
      const build = source.kind === 'request' ? buildId : '';
      const before = record.work ?? { build, input: '', attempts: 0, reached: 0 };
      const fingerprint = await inputFingerprint(input);
      work.isSameInput = before.input === fingerprint;
      noted.inputs = jobInputs(input.files);
      noted.work = { ...before, input: fingerprint };
    }
    await this.#change(work, {
      ...named,
      ...noted,
      status: 'queued',
      finishedAt: null,
      problem: null,
    });
    if (record.origin === 'example' || work.unknown !== null) return;
    const there: FileRetention = { kind: 'kept', bytes: sizeOfFiles(input.files) };
    if (source.kind === 'stored') work.storing = Promise.resolve(there);
    else {
      work.storing = files.secure(token, input);
      void work.storing.then((stored) => {
        // Once it ends, its end says what becomes of them.
        if (!work.isEnding) return this.#change(work, { files: stored! });
      });
    }
  }

  /**
   * Decides what of a broken job is still good. Rows that are not go before anything is written anew.
   * @returns what need not be computed again; null when all has to be
   */
  async #rewind(
    work: Work,
    { ref, manifest, watch }: PreparedModel,
  ): Promise<KnownOutcomes | null> {
    const { db, buildId, appVersion } = this.#parts;
    const { token, session } = work;
    const { record } = session;
    const before = record.work;
    const isSameModel =
      record.model?.sha256 === ref.sha256 &&
      record.model.manifestSha256 === ref.manifestSha256 &&
      isSameWatch(record.guard ?? null, watch ?? null);
    if (isSameModel && work.isSameInput && before?.build === buildId) {
      return readKnownOutcomes(db, token, manifest);
    }
    const changes: JobChanges = {
      appVersion,
      model: null,
      counts: { found: 0, done: 0, samples: 0, calls: {} },
      ...(before === undefined ? {} : { work: { ...before, build: buildId, reached: 0 } }),
    };
    session.change(changes);
    const cleared = await clearRows(db, token, changes);
    if (!cleared.ok) this.#lose(work, cleared.error);
    return null;
  }

  async #adopt(work: Work, { key, ref, manifest }: PreparedModel): Promise<void> {
    work.session.manifest = manifest;
    const saved = await saveManifest(this.#parts.db, ref.manifestSha256, manifest);
    if (!saved.ok) this.#lose(work, saved.error);
    await this.#change(work, { model: ref, ranWith: key });
  }

  async #run(work: Work, input: RunInput, events: AsyncIterable<JobEvent>): Promise<void> {
    const { announcer } = this.#parts;
    const { session } = work;
    const writer = new RowWriter(
      (batch, changes, whole) => this.#saveRows(work, batch, changes, whole),
      () => ({ status: 'running', counts: session.counts(), ...furthest(session) }),
      (batch, reason) => {
        work.isLost = true;
        session.keepUnsaved(batch.evidence, reason);
      },
    );
    session.awaitStored(() => writer.evidence());
    const start = performance.now();
    announcer.say(`${session.record.name}: started.`);
    let last: JobEvent | null = null;
    for await (const event of events) {
      last = event;
      session.apply(event, performance.now() - start);
      if (event.kind === 'rows') {
        await writer.add(event);
        const { done, found } = session.counts();
        announcer.sayNowAndThen(`${done} of ${found} spectra done.`);
      }
      if (event.kind === 'watch') await this.#change(work, { guard: event.watch });
      if (event.kind === 'run' && !session.record.nameTyped) {
        const name = event.run.title ?? session.record.name;
        if (name !== session.record.name) await this.#change(work, { name });
      }
    }
    if (last?.kind === 'done') {
      const status = last.cancelled ? 'cancelled' : 'completed';
      const summary = { ...last.summary, problems: session.allProblems() };
      // With the end itself: a page that goes away just then leaves no file that a person does not want.
      const files = this.#parts.files.whyNotKept(input);
      await this.#end(work, { status, summary, ...(files === null ? {} : { files }) }, writer);
      await this.#settleFiles(work, input);
    } else if (last?.kind === 'failed') {
      await this.#fail(work, last.problem, writer);
    } else {
      await writer.finish();
      throw new Error('A run ended without its last event.');
    }
  }

  async #saveRows(
    work: Work,
    batch: RowBatch,
    changes: JobChanges,
    whole: WholeJob | null,
  ): Promise<Result<void, Problem>> {
    if (work.unknown !== null) return err(work.unknown);
    const { rows } = this.#parts;
    return this.#persist(work, () => rows.save(work.token, batch, changes, whole));
  }

  /** Writes, and where there is no room makes some: results count for more than a copy of the files. */
  async #persist(
    work: Work,
    write: () => Promise<Result<void, Problem>>,
  ): Promise<Result<void, Problem>> {
    const written = await write();
    if (written.ok || written.error.kind !== 'storage-full') return written;
    // The copy of its files may be taking the room just now, and fail of it in the end.
    const stored = await work.storing;
    if (stored?.kind !== 'kept') return write();
    if (!(await this.#parts.files.giveUp(work.token))) return written;
    const files: FileRetention = { ...stored, kind: 'not-kept', reason: 'no-room' };
    work.storing = Promise.resolve(files);
    work.session.change({ files });
    const again = await write();
    if (again.ok) await changeJob(this.#parts.db, work.token, { files });
    return again;
  }

  async #fail(work: Work, reason: Problem, writer?: RowWriter): Promise<void> {
    // What the threads did not survive is no fault of the run: the rest can be done yet.
    const status = isBreak(reason) ? 'interrupted' : 'failed';
    await this.#end(work, { status, problem: reason }, writer);
    if (status === 'failed') await this.#forgetFiles(work);
  }

  /**
   * The screen shows the end at once; what is not written yet is written with it, as one. That a person
   * has stopped it is shown once it is written: a page that goes away before would go on with it.
   */
  async #end(work: Work, changes: JobChanges, writer?: RowWriter): Promise<void> {
    const { session, source, token } = work;
    const finished: JobChanges = {
      ...changes,
      ...furthest(session),
      counts: session.counts(),
      finishedAt: Date.now(),
    };
    work.isEnding = true;
    const isStopped = changes.status === 'cancelled';
    if (!isStopped) session.settle(finished);
    if (writer === undefined) work.isLost = !(await this.#store(work, finished)) || work.isLost;
    else {
      const isWhole = source.kind !== 'request' && changes.status !== 'interrupted';
      await writer.finish({ changes: finished, whole: isWhole ? session.whole() : null });
    }
    if (work.isLost && writer !== undefined && (await this.#saveAll(work, finished))) {
      work.isLost = false;
    }
    if (work.isLost) {
      // What is stored is not all of it, and must not say that it is.
      const broken: JobChanges = { ...finished, status: 'interrupted', problem: session.unsaved };
      await changeJob(this.#parts.db, token, broken);
    } else session.unsaved = null;
    if (isStopped) session.settle(finished);
    const { name, status, counts } = session.record;
    const samples = countOf(counts.samples, 'sample', 'samples');
    const { guard } = session.record;
    const { no } = session.patterns;
    const found = guard !== undefined && no > 0 ? ` ${describeWatch(guard, session.patterns)}` : '';
    this.#parts.announcer.say(`${name}: ${status}, ${samples}.${found}`);
  }

  /** Tries to write the whole of it, of which something was lost. Gives whether that went well. */
  async #saveAll({ session, token, unknown }: Work, finished: JobChanges): Promise<boolean> {
    const { db, pause = sleep } = this.#parts;
    const everything = session.everything();
    if (everything === null) return false;
    for (const wait of [0, CLEANING]) {
      if (wait > 0) await pause(wait);
      if (unknown !== null && !(await addJob(db, session.record)).ok) continue;
      const saved = await saveRows(db, token, everything, finished, session.whole());
      if (saved.ok) return true;
    }
    return false;
  }

  /** Removes what was stored of the files of a job that will not need them. */
  async #forgetFiles(work: Work): Promise<void> {
    const stored = await work.storing;
    if (stored?.kind !== 'kept') return;
    await this.#parts.files.giveUp(work.token);
    await this.#change(work, { files: { ...stored, kind: 'not-kept', reason: 'removed' } });
  }

  async #settleFiles(work: Work, input: RunInput): Promise<void> {
    const files = await this.#parts.files.settle(work.token, input, await work.storing);
    await this.#change(work, { files });
  }

  #lose(work: Work, reason: Problem): void {
    work.isLost = true;
    work.session.keepUnsaved([], reason);
  }

  /** Shows and writes it. Gives whether it could be written. */
  async #change(work: Work, changes: JobChanges): Promise<boolean> {
    work.session.change(changes);
    return this.#store(work, changes);
  }

  async #store(work: Work, changes: JobChanges): Promise<boolean> {
    const { db } = this.#parts;
    const saved = await this.#persist(work, () => changeJob(db, work.token, changes));
    if (!saved.ok) work.session.keepUnsaved([], saved.error);
    return saved.ok;
  }
}

/**
 * Begins a new job's work while it is still being written down what the job is; its events are taken after
 * that. Where it cannot begin, those find out who ask for the same.
 */
async function beginEarly(
  work: Work,
  { listing, sampleSheet }: JobRequest,
  prepare: () => Promise<Result<PreparedModel, Problem>>,
): Promise<void> {
  const { signal } = work;
  const isOver = () => work.isOver || signal.aborted;
  try {
    const { files } = await listing;
    if ((await work.turn) === null || isOver() || files.length === 0) return;
    const model = await prepare();
    const watch = watchedPeaks(await work.watch);
    if (model.ok && !isOver()) work.early = model.value.run({ files, sampleSheet, watch, signal });
  } catch {
    // Said where it is asked for.
  }
}

/** One attempt more, in the job's record. */
function oneAttemptMore({ work }: JobRecord): { readonly work?: WorkRecord } {
  return work === undefined ? {} : { work: { ...work, attempts: work.attempts + 1 } };
}

/** How far the job has come by now: the first step beyond any earlier attempt makes up for those. */
function furthest(session: JobSession): { readonly work?: WorkRecord } {
  const { work } = session.record;
  const { done } = session.counts();
  if (work === undefined) return {};
  return done > work.reached ? { work: { ...work, attempts: 1, reached: done } } : { work };
}

/** Chosen files as a job's input: a sheet that was chosen beside it goes by its name. */
function inputOf({ inputs, sampleSheet }: JobRecord, files: readonly InputFile[]): RunInput {
  const isSheet = ({ path }: InputFile) =>
    path === sampleSheet && !inputs.some((input) => input.path === path);
  return {
    files: files.filter((file) => !isSheet(file)),
    sampleSheet: files.find(isSheet) ?? null,
  };
}

const nothingDropped = problem(
  'drop-empty',
  'There was no file in what was dropped.',
  'Drop the run’s folder, or a .zip or .tar.gz of it, or spectra as mzML, mzXML or text.',
);

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** A fault of this program: shown, so that it can be reported, and not hidden. */
function mistake(error: unknown): Problem {
  reportError(error);
  const message = error instanceof Error ? error.message : String(error);
  return problem(
    'program-fault',
    `ktyper met a fault of its own and stopped this job: ${message}`,
    'What was done is kept. Please report it with the details from this message.',
  );
}
