import { SvelteMap } from 'svelte/reactivity';
import type { JobEvent } from '../core/job/types';
import { problem, type Problem } from '../core/problem';
import type { InputFile } from '../io/entry';
import type { KtyperDatabase } from '../storage/database';
import { addJob, changeJob, type JobChanges } from '../storage/jobs';
import { saveManifest } from '../storage/manifests';
import type { JobRecord } from '../storage/records';
import { readEvidence, saveRows } from '../storage/rows';
import type { Analysis, PreparedModel } from './analysis';
import type { Announcer } from './announcer.svelte';
import { countOf } from './format';
import { jobInputs, provisionalName } from './job-inputs';
import type { JobLocks } from './job-locks';
import { JobSession } from './job-session.svelte';
import type { Listing } from './list-drop';
import type { RunFiles } from './spectrum/run-files';
import { RowWriter } from './row-writer';

export interface RunRequest {
  /** A name that a person typed; null: the run's own, or else the input's. */
  readonly name: string | null;
  /** What the job is called until its files are listed. */
  readonly title: string;
  readonly origin: JobRecord['origin'];
  /** A large folder takes a while to list. */
  readonly listing: Promise<Listing>;
  readonly sampleSheet: InputFile | null;
}

export interface RunQueueParts {
  readonly db: KtyperDatabase;
  readonly analysis: Analysis;
  readonly locks: JobLocks;
  readonly announcer: Announcer;
  readonly files: RunFiles;
  readonly appVersion: string;
}

/** The jobs that this page works on, one after the other in the order in which they came. */
export class RunQueue {
  readonly #parts: RunQueueParts;
  readonly #sessions = new SvelteMap<string, JobSession>();
  readonly #stops = new Map<string, AbortController>();
  #lastTurn: Promise<void> = Promise.resolve();
  /** The job that is being worked on now. */
  current = $state.raw<JobSession | null>(null);
  #active = $state.raw(0);

  constructor(parts: RunQueueParts) {
    this.#parts = parts;
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
    await this.#parts.analysis.prepare();
  }

  /** Takes a job in. Its session can be shown at once; the promise is for its end. */
  enqueue(request: RunRequest): { readonly session: JobSession; readonly ended: Promise<void> } {
    const { db, locks, appVersion } = this.#parts;
    const token = crypto.randomUUID();
    const record: JobRecord = {
      token,
      name: request.name ?? request.title,
      nameTyped: request.name !== null,
      origin: request.origin,
      createdAt: Date.now(),
      finishedAt: null,
      status: 'initialising',
      model: null,
      appVersion,
      inputs: [],
      sampleSheet: request.sampleSheet?.path ?? null,
      counts: { found: 0, done: 0, samples: 0, calls: {} },
      summary: null,
      problem: null,
      deletedAt: null,
    };
    const session = new JobSession(record, (sample) => readEvidence(db, token, sample));
    const stop = new AbortController();
    this.#sessions.set(token, session);
    this.#stops.set(token, stop);
    this.#active += 1;

    const release = locks.hold(token);
    const turn = this.#lastTurn;
    const ended = this.#work(session, request, turn, stop.signal)
      .catch((error: unknown) => this.#fail(session, mistake(error)))
      .finally(() => {
        release();
        this.#stops.delete(token);
        this.#active -= 1;
        if (this.current === session) this.current = null;
        if (session.unsaved === null) this.#sessions.delete(token);
      });
    this.#lastTurn = ended.catch(() => undefined);
    return { session, ended };
  }

  /** Stops a job; what it has done so far is kept. */
  cancel(token: string): void {
    this.#stops.get(token)?.abort();
  }

  async #work(
    session: JobSession,
    request: RunRequest,
    turn: Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const { db, analysis } = this.#parts;
    // The model is made ready while the files are listed.
    const preparing = analysis.prepare();
    const added = await addJob(db, session.record);
    if (!added.ok) session.keepUnsaved([], added.error);

    const listing = await Promise.race([request.listing, aborted(signal)]);
    if (listing === null) return this.#end(session, { status: 'cancelled' });
    const { files, problems } = listing;
    if (files.length === 0) return this.#fail(session, problems[0] ?? nothingDropped);
    session.noteListing(problems);
    this.#parts.files.hold(session.record.token, files);
    const isNamed = session.record.nameTyped || request.origin === 'example';
    const named = isNamed ? {} : { name: provisionalName(files) };
    await this.#change(session, { ...named, status: 'queued', inputs: jobInputs(files) });

    await Promise.race([turn, aborted(signal)]);
    if (signal.aborted) return this.#end(session, { status: 'cancelled' });
    this.current = session;
    await this.#change(session, { status: 'running' });

    const model = await Promise.race([preparing, aborted(signal)]);
    if (model === null) return this.#end(session, { status: 'cancelled' });
    if (!model.ok) return this.#fail(session, model.error);
    await this.#adopt(session, model.value);
    await this.#run(session, model.value, { files, sampleSheet: request.sampleSheet, signal });
  }

  async #adopt(session: JobSession, { ref, manifest }: PreparedModel): Promise<void> {
    session.manifest = manifest;
    const saved = await saveManifest(this.#parts.db, ref.manifestSha256, manifest);
    if (!saved.ok) session.keepUnsaved([], saved.error);
    await this.#change(session, { model: ref });
  }

  async #run(
    session: JobSession,
    model: PreparedModel,
    input: Parameters<PreparedModel['run']>[0],
  ): Promise<void> {
    const { db, announcer } = this.#parts;
    const { token } = session.record;
    const writer = new RowWriter(
      (batch, changes) => saveRows(db, token, batch, changes),
      () => ({ status: 'running', counts: session.counts() }),
      (batch, reason) => session.keepUnsaved(batch.evidence, reason),
    );
    const start = performance.now();
    announcer.say(`${session.record.name}: started.`);
    let last: JobEvent | null = null;
    for await (const event of model.run(input)) {
      last = event;
      session.apply(event, performance.now() - start);
      if (event.kind === 'rows') {
        await writer.add(event);
        const { done, found } = session.counts();
        announcer.sayNowAndThen(`${done} of ${found} spectra done.`);
      }
      if (event.kind === 'run' && event.run.title !== null && !session.record.nameTyped) {
        await this.#change(session, { name: event.run.title });
      }
    }
    const saveRest = () => writer.finish();
    if (last?.kind === 'done') {
      const status = last.cancelled ? 'cancelled' : 'completed';
      const summary = { ...last.summary, problems: session.allProblems() };
      await this.#end(session, { status, summary }, saveRest);
      await this.#change(session, { files: await this.#parts.files.keep(token, input.files) });
    } else if (last?.kind === 'failed') {
      await this.#fail(session, last.problem, saveRest);
    } else {
      await saveRest();
      throw new Error('A run ended without its last event.');
    }
  }

  async #fail(session: JobSession, reason: Problem, saveRest?: () => Promise<void>): Promise<void> {
    await this.#end(session, { status: 'failed', problem: reason }, saveRest);
  }

  /** The screen shows the end at once; what is not written yet is written, and then the end. */
  async #end(
    session: JobSession,
    changes: JobChanges,
    saveRest?: () => Promise<void>,
  ): Promise<void> {
    const finished = { ...changes, counts: session.counts(), finishedAt: Date.now() };
    session.settle(finished);
    await saveRest?.();
    const kept = session.unsaved === null ? {} : { problem: session.unsaved };
    await this.#change(session, { ...kept, ...finished });
    const { name, status, counts } = session.record;
    const samples = countOf(counts.samples, 'sample', 'samples');
    this.#parts.announcer.say(`${name}: ${status}, ${samples}.`);
  }

  async #change(session: JobSession, changes: JobChanges): Promise<void> {
    session.change(changes);
    const saved = await changeJob(this.#parts.db, session.record.token, changes);
    if (!saved.ok) session.keepUnsaved([], saved.error);
  }
}

const nothingDropped = problem(
  'drop-empty',
  'There was no file in what was dropped.',
  'Drop the run’s folder, or a .zip or .tar.gz of it.',
);

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
