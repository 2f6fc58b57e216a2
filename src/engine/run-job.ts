import type { ArchiveStep, ArchiveWorkerApi } from '../../workers/worker-api';
import type { SpectrumOutcome } from '../core/job/outcome';
import { internalError } from '../core/job/internal-error';
import type { JobEvent } from '../core/job/types';
import { atPath, problem, type Problem } from '../core/problem';
import { err, type Result, unreachable } from '../core/result';
import { type AcquisitionData, entriesOf, isOpen } from '../io/acquisition-data';
import type { WatchedPeak, WatchTarget } from '../core/watch/types';
import type { InputFile } from '../io/entry';
import { type Batch, Batches, type Item, type Settled } from './batches';
import { type GroupMean, JobBook, keyOf } from './job-book';
import { answerToEmpty } from './empty-answer';
import { inSlices } from './in-slices';
import { summarise, whyNothing } from './job-summary';
import { Mailbox } from './mailbox';
import type { ModelPack } from './open-model';
import type { SpectrumPool } from './spectrum-pool';
import { failedWatch, type Watch } from './watch';
import { WorkerClient, type WorkerHandle } from './worker-client';

export interface JobInput {
  readonly files: readonly InputFile[];
  /** A sheet that was chosen beside the files; sheets inside them then do not count. */
  readonly sampleSheet: InputFile | null;
  /** What a broken run of the same input with the same model had done; absent for a new job. */
  readonly known?: KnownOutcomes;
  /** Peaks to look for in each spectrum. They change no call. */
  readonly watch?: readonly WatchedPeak[];
}

/**
 * Outcomes of an earlier run, by index, of those that are asked for: their places in the order of
 * discovery and their paths inside their source. Without vectors.
 */
export type KnownOutcomes = (
  places: readonly { readonly index: number; readonly path: string }[],
) => Promise<ReadonlyMap<number, KnownOutcome>>;

export type KnownOutcome = SpectrumOutcome;

/** The threads of jobs. */
export interface JobThreads {
  readonly pool: SpectrumPool;
  /** Used by one job at a time. */
  readonly archive: WorkerHandle<ArchiveWorkerApi>;
}

export interface JobTools extends JobThreads {
  /** Given to the pool here; it may be loaded already, or loading. */
  readonly pack: ModelPack;
  /** How it is watched; absent or null where nothing is to be said of that. */
  readonly watch?: Watch | null;
}

/** Steps that are asked of the archive at once. */
const STEPS = 32;

type Message =
  | {
      readonly kind: 'steps';
      readonly steps: Result<readonly ArchiveStep[], Problem>;
      readonly known: Awaited<ReturnType<KnownOutcomes>>;
    }
  | { readonly kind: 'batch'; readonly batch: Batch; readonly settled: readonly Settled[] }
  | { readonly kind: 'group'; readonly answers: readonly GroupAnswer[] }
  | { readonly kind: 'opened' }
  | { readonly kind: 'stop' };

type GroupAnswer = readonly [Omit<GroupMean, 'mean'>, Parameters<JobBook['settleGroup']>[1]];

/**
 * Runs a job: lists what was dropped, has its spectra processed and classified, and tells what
 * becomes of them as it becomes known. Reading, processing and inference happen in the tools'
 * threads; this only decides what is next, at the pace of whoever takes the events.
 *
 * The last event is `done` or `failed`. Once the signal is aborted nothing further is begun or waited
 * for: what was settled by then is told, and `done` with `cancelled`. Faults of the input are events;
 * nothing is thrown.
 *
 * Leaves the marks `ktyper:drop`, `ktyper:first-row` and `ktyper:done` on the performance timeline.
 */
export async function* runJob(
  input: JobInput,
  tools: JobTools,
  signal: AbortSignal,
): AsyncGenerator<JobEvent, void, void> {
  const job = new RunningJob(input, tools, signal);
  try {
    yield* job.events();
  } finally {
    job.close();
  }
}

class RunningJob {
  readonly #input: JobInput;
  readonly #tools: JobTools;
  readonly #signal: AbortSignal;
  readonly #archive: WorkerClient<ArchiveWorkerApi>;
  readonly #book: JobBook;
  readonly #mail = new Mailbox<Message>();
  readonly #problems: Problem[] = [];
  /** Those that can be why nothing was found. */
  readonly #inputProblems: Problem[] = [];
  readonly #others = { files: 0, paths: [] as string[] };
  readonly #start: number;
  /** Without the words, which a batch need not carry to another thread. */
  readonly #watch: readonly WatchTarget[];
  /** Why the run cannot go on: the model is refused, or its threads are gone. */
  #fault: Problem | null = null;
  #groupsInFlight = 0;
  #firstRowTold = false;
  #watchTold = false;

  constructor(input: JobInput, tools: JobTools, signal: AbortSignal) {
    this.#start = mark('drop');
    this.#input = input;
    this.#watch = (input.watch ?? []).map(({ mz, tolerancePpm }) => ({ mz, tolerancePpm }));
    this.#tools = tools;
    this.#signal = signal;
    this.#archive = new WorkerClient(() => tools.archive);
    const guard = tools.watch?.guard?.manifest ?? null;
    this.#book = new JobBook(tools.pack.manifest, input.files.length > 1, undefined, guard);
  }

  async *events(): AsyncGenerator<JobEvent, void, void> {
    this.#signal.addEventListener('abort', this.#stop);
    const { pool, pack, watch } = this.#tools;
    void pool.load(pack, watch?.guard).then((fault) => {
      if (fault !== null) this.#breakOff(fault);
      else this.#mail.put({ kind: 'opened' });
    });
    yield* this.#firstPass();
    while (!this.#stopped) {
      const wanted = this.#book.beginPass();
      if (wanted.size === 0) break;
      yield* this.#laterPass(wanted);
    }
    yield* this.#end();
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#stop);
    void this.#archive.ask((api) => api.close());
  }

  get #stopped(): boolean {
    return this.#signal.aborted || this.#fault !== null;
  }

  // A property, since it is a listener too.
  readonly #stop = (): void => this.#mail.put({ kind: 'stop' });

  #breakOff(fault: Problem): void {
    this.#fault ??= fault;
    this.#stop();
  }

  /** Everything that was dropped, once. */
  #firstPass(): AsyncGenerator<JobEvent, void, void> {
    return this.#pass(
      (steps, known) => this.#takeSteps(steps, known),
      (settled) => {
        if (settled.kind === 'outcome') this.#book.settle(settled.outcome);
        else this.#book.settleUnread(settled.index, settled.reason, settled.skipped);
      },
      this.#input.known,
    );
  }

  /** Some of it again, for the means of groups that became known too late. */
  async *#laterPass(wanted: ReadonlyMap<string, number>): AsyncGenerator<JobEvent, void, void> {
    const takeSteps = (steps: readonly ArchiveStep[]) => ({
      events: [],
      items: steps.flatMap((step): Item[] => {
        if (step.kind !== 'acquisition') return [];
        const index = wanted.get(keyOf(step.source, step.path));
        if (index !== undefined) return [{ kind: 'input', input: { ...step, index } }];
        this.#release([step]);
        return [];
      }),
    });
    yield* this.#pass(takeSteps, (settled) => {
      if (settled.kind === 'outcome') {
        this.#book.addVector(settled.outcome.index, settled.outcome.vector);
      }
    });
    if (!this.#stopped) this.#book.endPass();
    yield* this.#changes();
  }

  /** Lists the input and has what `takeSteps` picks of it processed, until all of it is settled. */
  async *#pass(
    takeSteps: (
      steps: readonly ArchiveStep[],
      known: ReadonlyMap<number, SpectrumOutcome>,
    ) => { events: JobEvent[]; items: Item[] },
    settle: (settled: Settled) => void,
    known?: KnownOutcomes,
  ): AsyncGenerator<JobEvent, void, void> {
    const batches = new Batches(() => this.#tools.pool.size);
    let listing: 'opening' | 'idle' | 'pulling' | 'ended' = 'opening';
    const pull = async (isFirst: boolean): Promise<void> => {
      const { files, sampleSheet } = this.#input;
      const steps = await this.#archive.ask(async (api) => {
        if (isFirst) await api.open(files, sampleSheet);
        return api.next(STEPS);
      });
      const places = steps.ok && known ? placesOf(steps.value, this.#book.found) : [];
      const found = places.length > 0 ? await known!(places) : NONE_KNOWN;
      this.#mail.put({ kind: 'steps', steps, known: found });
    };

    for (;;) {
      if (this.#stopped) return;
      if (listing === 'opening' || (listing === 'idle' && !batches.isFull)) {
        void pull(listing === 'opening');
        listing = 'pulling';
      }
      for (let batch; (batch = batches.take(listing !== 'ended'));) this.#send(batch);
      if (listing === 'ended' && batches.isIdle && this.#groupsInFlight === 0) return;

      for (const message of await this.#mail.take()) {
        switch (message.kind) {
          case 'steps': {
            const steps = message.steps.ok ? message.steps.value : [];
            if (!message.steps.ok) {
              const { error } = message.steps;
              // What could not be listed is no end of the input: the run is broken.
              if (error.kind !== 'internal-error') this.#breakOff(error);
              this.#inputProblems.push(error);
              yield this.#problem(error);
            }
            listing = steps.length === 0 ? 'ended' : 'idle';
            const { events, items } = takeSteps(steps, message.known);
            for (const item of items) batches.add(item);
            yield* events;
            if (listing === 'ended') yield this.#found(true);
            break;
          }
          case 'batch':
            for (const settled of batches.finish(message.batch, message.settled)) settle(settled);
            break;
          case 'group':
            this.#groupsInFlight -= 1;
            for (const [group, answer] of message.answers) this.#book.settleGroup(group, answer);
            break;
          case 'opened':
            yield* this.#tellGuard();
            break;
          case 'stop':
            break;
          default:
            unreachable(message);
        }
      }
      this.#sendGroups();
      yield* this.#changes();
    }
  }

  /** What the first pass makes of the archive's steps. */
  #takeSteps(
    steps: readonly ArchiveStep[],
    known: ReadonlyMap<number, SpectrumOutcome>,
  ): { events: JobEvent[]; items: Item[] } {
    const book = this.#book;
    const events: JobEvent[] = [];
    const items: Item[] = [];
    const foundBefore = book.found;
    let runTold = false;
    for (const step of steps) {
      switch (step.kind) {
        case 'archive':
          book.addArchive(step.source, step.path);
          break;
        case 'acquisition': {
          const index = book.addAcquisition(step.source, step.path);
          if (isOpen(step)) book.noteExport(index, step.open);
          else book.noteFid(index);
          const reason = book.skips(index);
          const outcome = known.get(index);
          if (reason === null && outcome === undefined) {
            items.push({ kind: 'input', input: { ...step, index } });
            break;
          }
          this.#release([step]);
          if (reason !== null) items.push({ kind: 'unread', index, reason, skipped: true });
          else if (outcome !== undefined) items.push({ kind: 'outcome', outcome });
          break;
        }
        case 'fid-absent': {
          const index = book.addAcquisition(step.source, step.path);
          items.push({ kind: 'unread', index, reason: step.problem, skipped: false });
          break;
        }
        case 'run-info':
        case 'analyte-info':
          book.addRun(step.kind, step.source, step.path, step.run);
          runTold ||= step.kind === 'run-info';
          break;
        case 'sample-sheet':
          book.addSheet(step.sheet);
          for (const warning of step.sheet.warnings) events.push(this.#problem(warning));
          break;
        case 'problem':
          events.push(this.#problem(step.problem));
          if (step.of === 'input') this.#inputProblems.push(step.problem);
          break;
        case 'others':
          this.#others.files += step.files;
          this.#others.paths.push(...step.paths);
          break;
        default:
          unreachable(step);
      }
    }
    const run = runTold ? book.runSoFar() : null;
    if (run !== null) events.push({ kind: 'run', run });
    if (book.found > foundBefore) events.push(this.#found(false));
    return { events, items };
  }

  #send(batch: Batch): void {
    const inputs = batch.items.flatMap((item) => (item.kind === 'input' ? [item.input] : []));
    const answered =
      inputs.length === 0
        ? Promise.resolve({ ok: true, value: [] } as const)
        : this.#tools.pool.process(inputs, {
            keepVectors: this.#book.averages,
            watch: this.#watch,
          });
    void answered.then((answer) => {
      this.#release(inputs);
      if (!answer.ok) {
        this.#breakOff(answer.error);
        return;
      }
      const outcomes = answer.value.values();
      const settled = batch.items.map((item): Settled => {
        if (item.kind !== 'input') return item;
        const outcome = outcomes.next().value ?? err(internalError('an outcome is missing'));
        if (outcome.ok) return { kind: 'outcome', outcome: outcome.value };
        const { index, path } = item.input;
        const reason = lostOver(outcome.error, path);
        return { kind: 'unread', index, reason, skipped: false };
      });
      this.#mail.put({ kind: 'batch', batch, settled });
    });
  }

  /** Tells the archive's thread that these need not be read any more. */
  #release(acquisitions: readonly AcquisitionData[]): void {
    const ids = acquisitions.flatMap((acquisition) =>
      entriesOf(acquisition).flatMap((data) => (data.kind === 'held' ? [data.id] : [])),
    );
    if (ids.length > 0) void this.#archive.ask((api) => api.release(ids));
  }

  #sendGroups(): void {
    const means = this.#book.takeMeans();
    if (means.length === 0) return;
    this.#groupsInFlight += 1;
    void this.#tools.pool.classify(means.map(({ mean }) => mean)).then((answered) => {
      const answers = means.map((group, i): GroupAnswer => {
        if (!answered.ok) return [group, answered];
        return [group, answered.value[i] ?? err(internalError('an answer is missing'))];
      });
      this.#mail.put({ kind: 'group', answers });
    });
  }

  *#changes(): Generator<JobEvent, void, void> {
    const changes = this.#book.takeChanges();
    const { spectra, samples, withdrawn } = changes;
    if (spectra.length + samples.length + withdrawn.length === 0) return;
    if (!this.#firstRowTold) mark('first-row');
    this.#firstRowTold = true;
    yield { kind: 'rows', ...changes, done: this.#book.settled };
  }

  /** Whether the model is watched: once, when it is known that the guard can be used. */
  *#tellGuard(): Generator<JobEvent, void, void> {
    const { watch = null, pool } = this.#tools;
    if (watch === null || this.#watchTold) return;
    this.#watchTold = true;
    const fault = watch.guard === null ? null : pool.guardProblem;
    yield { kind: 'watch', watch: fault === null ? watch.told : failedWatch(fault) };
  }

  #found(complete: boolean): JobEvent {
    return { kind: 'found', spectra: this.#book.found, complete };
  }

  #problem(fault: Problem): JobEvent {
    this.#problems.push(fault);
    return { kind: 'problem', problem: fault };
  }

  async *#end(): AsyncGenerator<JobEvent, void, void> {
    const cancelled = this.#signal.aborted;
    const { rows } = this.#book;
    const leftOut = rows.filter(({ status }) => status === 'skipped').length;
    const nothing = whyNothing(rows, leftOut, this.#inputProblems, this.#others);
    const failure = this.#fault ?? (cancelled ? null : nothing);
    const elapsed = mark('done') - this.#start;
    if (failure !== null) {
      yield { kind: 'failed', problem: failure };
      return;
    }
    yield* this.#tellGuard();
    const emptyAnswer = cancelled ? null : await answerToEmpty(rows, this.#tools);
    const steps = summarise(this.#book, this.#problems, elapsed, cancelled);
    const summary = { ...(await inSlices(steps))!, emptyAnswer };
    if (summary.run !== null) yield { kind: 'run', run: summary.run };
    yield { kind: 'done', summary, cancelled };
  }
}

const NONE_KNOWN: ReadonlyMap<number, SpectrumOutcome> = new Map();

/** Where the acquisitions among steps stand in the order of discovery. */
function placesOf(steps: readonly ArchiveStep[], found: number) {
  let index = found;
  return steps.flatMap((step) => {
    if (step.kind === 'fid-absent') index += 1;
    return step.kind === 'acquisition' ? [{ index: index++, path: step.path }] : [];
  });
}

/** Why a spectrum has no outcome: the worker that had nothing else to do did not survive it. */
function lostOver(reason: Problem, path: string): Problem {
  switch (reason.kind) {
    case 'worker-hung':
      return problem(
        'spectrum-too-slow',
        'This spectrum took so long that its computation was stopped, twice.',
        'Measure it again. If others of this run do so, too, please report it with the file.',
        path,
      );
    case 'worker-died':
      return problem(
        'spectrum-breaks-worker',
        `The part of ktyper that computes spectra stopped over this one, twice. (${reason.message})`,
        'Close other tabs, since the memory may be full, and run it again; or leave this spectrum out.',
        path,
      );
    default:
      return atPath(reason, path);
  }
}

function mark(moment: 'drop' | 'first-row' | 'done'): number {
  const name = `ktyper:${moment}`;
  performance.clearMarks(name);
  return performance.mark(name).startTime;
}
