import type { ArchiveStep } from '../../workers/archive/api';
import type { SpectrumOutcome } from '../core/job/outcome';
import { internalError } from '../core/job/internal-error';
import type { JobEvent } from '../core/job/types';
import type { Problem } from '../core/problem';
import type { Interruptible } from '../core/interruptible';
import { err, unreachable } from '../core/result';
import type { WatchTarget } from '../core/watch/types';
import { type Batch, Batches, type Settled } from './batches';
import type { GroupAnswer, JobMessage } from './job-messages';
import { JobRows } from './job-rows';
import { answerToEmpty } from './empty-answer';
import { inSlices } from './in-slices';
import type { JobInput, JobTools, KnownOutcomes } from './job-input';
import { InputListing } from './input-listing';
import { settledItems } from './lost-spectrum';
import { areReferences, placesAmong, StepIntake, type TakenSteps } from './step-intake';
import { summarise, noSpectraProblem } from './job-summary';
import { mark } from './marks';
import { Mailbox } from './mailbox';
import { failedGuard } from './plan-guard';

/** Most means that are made, and sent to the model, in one task of the page. Each takes some 160 kB. */
const MEANS = 4;

/**
 * Runs a job: lists what was dropped, has its spectra processed and classified, and reports results as soon
 * as they are known. Reading, processing and inference run in the tools' threads; this function only
 * decides the next step, at the pace of the consumer of its events.
 *
 * The last event is `done` or `failed`. Once the signal is aborted, it starts nothing and waits for
 * nothing: it reports what is settled, and then `done` with `cancelled`. Problems of the input are events;
 * it never throws.
 *
 * Sets the marks `ktyper:drop`, `ktyper:first-row` and `ktyper:done` on the performance timeline.
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
  readonly #rows: JobRows;
  readonly #mail = new Mailbox<JobMessage>();
  readonly #listing: InputListing;
  readonly #intake: StepIntake;
  readonly #start: number;
  /** Without labels, which another thread does not need. */
  readonly #watch: readonly WatchTarget[];
  /** The reason why the run cannot continue: the model is refused, or its threads are lost. */
  #fault: Problem | null = null;
  #groupsInFlight = 0;
  #firstRowTold = false;
  #guardTold = false;

  constructor(input: JobInput, tools: JobTools, signal: AbortSignal) {
    this.#start = mark('drop');
    this.#input = input;
    this.#watch = (input.watch ?? []).map(({ mz, tolerancePpm }) => ({ mz, tolerancePpm }));
    this.#tools = tools;
    this.#signal = signal;
    this.#listing = new InputListing(tools.archive, input.files, input.sampleSheet);
    const guard = tools.guard?.guard?.manifest ?? null;
    const { grouping = null, files } = input;
    this.#rows = new JobRows(tools.pack.manifest, files.length > 1, guard, undefined, grouping);
    this.#intake = new StepIntake(this.#rows, (given) => this.#listing.release(given), !grouping);
  }

  async *events(): AsyncGenerator<JobEvent, void, void> {
    this.#signal.addEventListener('abort', this.#stop);
    const { pool, pack, guard } = this.#tools;
    void pool.load(pack, guard?.guard).then((fault) => {
      if (fault !== null) this.#breakOff(fault);
      else this.#mail.put({ kind: 'opened' });
    });
    yield* this.#firstPass();
    while (!this.#stopped) {
      const wanted = this.#rows.groups.beginPass();
      if (wanted.size === 0) break;
      yield* this.#laterPass(wanted);
    }
    yield* this.#end();
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#stop);
    this.#listing.close();
    this.#tools.pool.rest();
  }

  get #stopped(): boolean {
    return this.#signal.aborted || this.#fault !== null;
  }

  // An arrow function, since it is also a listener.
  readonly #stop = (): void => this.#mail.put({ kind: 'stop' });

  #breakOff(fault: Problem): void {
    this.#fault ??= fault;
    this.#stop();
  }

  /** Processes the whole input once. */
  #firstPass(): AsyncGenerator<JobEvent, void, void> {
    return this.#pass(
      (steps, known) => this.#intake.take(steps, known),
      (settled) => {
        if (settled.kind === 'outcome') this.#rows.settle(settled.outcome);
        else this.#rows.settleUnread(settled.index, settled.reason, settled.skipped);
      },
      this.#input.known,
    );
  }

  /** Processes parts of the input again, for the means of groups that became known too late. */
  async *#laterPass(wanted: ReadonlyMap<string, number>): AsyncGenerator<JobEvent, void, void> {
    yield* this.#pass(
      (steps) => this.#intake.takeAgain(steps, wanted),
      (settled) => {
        if (settled.kind !== 'outcome') return;
        this.#rows.groups.addVector(settled.outcome.index, settled.outcome.vector);
      },
    );
    if (!this.#stopped) this.#rows.groups.endPass();
    yield* this.#changes();
  }

  /** Lists the input and processes the items that `takeSteps` selects, until all of them are settled. */
  async *#pass(
    takeSteps: (
      steps: readonly ArchiveStep[],
      known: ReadonlyMap<number, SpectrumOutcome>,
    ) => Interruptible<TakenSteps>,
    settle: (settled: Settled) => void,
    known?: KnownOutcomes,
  ): AsyncGenerator<JobEvent, void, void> {
    const batches = new Batches(() => this.#tools.pool.size);
    let listing: 'opening' | 'idle' | 'pulling' | 'ended' = 'opening';
    let isAhead = false;
    const pull = async (isFirst: boolean): Promise<void> => {
      const steps = await this.#listing.next(isFirst);
      const places = steps.ok && known ? placesAmong(steps.value, this.#rows.found) : [];
      const found = places.length > 0 ? await known!(places) : new Map<never, never>();
      this.#mail.put({ kind: 'steps', steps, known: found });
    };

    for (;;) {
      // Nothing is started before all that is there is settled, so that no results accumulate.
      if (!batches.hasNext) {
        if (this.#stopped) return;
        if (listing === 'opening' || (listing === 'idle' && (isAhead || !batches.isFull))) {
          void pull(listing === 'opening');
          listing = 'pulling';
        }
        for (let batch; (batch = batches.take(listing !== 'ended'));) this.#send(batch);
        this.#grow(batches);
      }
      const areGroupsDone = this.#groupsInFlight === 0 && !this.#rows.groups.hasChanged;
      if (listing === 'ended' && batches.isIdle && areGroupsDone) return;

      for (const message of await this.#mail.take()) {
        switch (message.kind) {
          case 'steps': {
            const steps = message.steps.ok ? message.steps.value : [];
            if (!message.steps.ok) {
              const { error } = message.steps;
              // A listing that ends with its thread has not reached the end of the input, so the run stops.
              if (error.kind !== 'internal-error') this.#breakOff(error);
              this.#intake.inputProblems.push(error);
              yield this.#intake.report(error);
            }
            listing = steps.length === 0 ? 'ended' : 'idle';
            isAhead = !known && this.#rows.replicates.asksForAll && areReferences(steps);
            const { events, items } = (await inSlices(takeSteps(steps, message.known)))!;
            for (const item of items) batches.add(item);
            yield* events;
            if (listing === 'ended') yield this.#intake.found(true);
            break;
          }
          case 'batch':
            this.#intake.work.finish(message.batch.items.length);
            batches.finish(message.batch, message.settled);
            break;
          case 'group':
            this.#groupsInFlight -= 1;
            for (const [group, answer] of message.answers) this.#rows.groups.settle(group, answer);
            break;
          case 'opened':
            yield* this.#tellGuard();
            break;
          case 'settle':
          case 'stop':
            break;
          default:
            unreachable(message);
        }
      }
      // One late batch can have several others wait for it: to settle them all at once would block the page.
      for (const settled of batches.next()) settle(settled);
      this.#sendGroups();
      if (batches.hasNext || this.#rows.groups.hasChanged) this.#mail.putLater({ kind: 'settle' });
      yield* this.#changes();
    }
  }

  /** Has another thread started where the work pays for it, which gets work as soon as it takes any. */
  #grow({ waiting, isFull }: Batches): void {
    const growing = this.#tools.pool.grow(this.#intake.work.waiting(waiting, isFull));
    void growing?.then(() => this.#mail.put({ kind: 'opened' }));
  }

  #send(batch: Batch): void {
    const inputs = batch.items.flatMap((item) => (item.kind === 'input' ? [item.input] : []));
    const answered =
      inputs.length === 0
        ? Promise.resolve({ ok: true, value: [] } as const)
        : this.#tools.pool.process(inputs, {
            keepVectors: this.#rows.replicates.hasGroups,
            watch: this.#watch,
          });
    void answered.then((answer) => {
      this.#listing.release(inputs);
      if (!answer.ok) return this.#breakOff(answer.error);
      const settled = settledItems(batch.items, answer.value);
      this.#mail.put({ kind: 'batch', batch, settled });
    });
  }

  #sendGroups(): void {
    const means = this.#rows.groups.take(MEANS);
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
    yield* this.#intake.sheetSoFar();
    const changes = this.#rows.takeChanges();
    const { spectra, samples, withdrawn } = changes;
    if (spectra.length + samples.length + withdrawn.length === 0) return;
    if (!this.#firstRowTold) mark('first-row');
    this.#firstRowTold = true;
    yield { kind: 'rows', ...changes, done: this.#rows.settled };
  }

  /** Reports once whether the model is guarded, as soon as the guard is known to work. */
  *#tellGuard(): Generator<JobEvent, void, void> {
    const { guard = null, pool } = this.#tools;
    if (guard === null || this.#guardTold) return;
    this.#guardTold = true;
    const fault = guard.guard === null ? null : pool.guardProblem;
    yield { kind: 'guard', guard: fault === null ? guard.told : failedGuard(fault) };
  }

  async *#end(): AsyncGenerator<JobEvent, void, void> {
    const cancelled = this.#signal.aborted;
    const { rows } = this.#rows;
    const leftOut = rows.filter(({ status }) => status === 'skipped').length;
    const { problems, inputProblems, others } = this.#intake;
    const nothing = noSpectraProblem(rows, leftOut, inputProblems, others);
    const failure = this.#fault ?? (cancelled ? null : nothing);
    const elapsed = mark('done') - this.#start;
    if (failure !== null) {
      yield { kind: 'failed', problem: failure };
      return;
    }
    yield* this.#tellGuard();
    const emptyAnswer = cancelled ? null : await answerToEmpty(rows, this.#tools);
    const { sheet, grouping } = (await inSlices(this.#rows.findings()))!;
    // The rest of the spectra may be those that the sheet means.
    const faults = cancelled ? [] : [...(sheet?.problems ?? []), ...(grouping?.problems ?? [])];
    for (const fault of faults) yield this.#intake.report(fault);
    const steps = summarise(this.#rows, problems, sheet?.report ?? null, elapsed, cancelled);
    const grouped = grouping === null ? {} : { grouping: grouping.report };
    const summary = { ...(await inSlices(steps))!, ...grouped, emptyAnswer };
    if (summary.run !== null) yield { kind: 'run', run: summary.run };
    yield { kind: 'done', summary, cancelled };
  }
}
