import { copyEvidence, evidenceBytes } from '../../core/job/evidence-memory';
import { type PatternCounts, tallyPatterns } from '../../core/classify/describe-guard';
import type { JobEvent, MarkerEvidence, SampleRow, SpectrumRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import { ok, unreachable, type Result } from '../../core/result';
import type { SheetSoFar } from '../../core/sample-sheet/sheet-progress';
import type { JobCounts, JobRecord } from '../../storage/records';
import type { RowBatch, WholeJob } from '../../storage/row-chunks';
import { EvidenceCopies } from './evidence-copies';
import { Painter } from './painter';
import type { Progress } from './progress';
import { CallTally, tallyCalls } from './count-calls';
import { CollectorHint } from './collector-hint';
import { PatternTally } from './count-patterns';
import { earliestAcquired } from './acquired';
import { missingRows } from './missing-rows';
import { RowLists } from './row-lists';
import { RowsByIndex } from './rows-by-index';

type EvidenceSource = (sample: number) => Promise<Result<MarkerEvidence | null, Problem>>;

/**
 * A job as shown on the page, running or read from the storage. Its parts are replaced, never changed in
 * place, and while the job runs they are replaced at the pace of the screen.
 */
export class JobSession {
  record: JobRecord = $state.raw() as JobRecord;
  /** The manifest of the model that it ran with; null until known. */
  manifest = $state.raw<ModelManifest | null>(null);
  samples = $state.raw<readonly SampleRow[]>([]);
  spectra = $state.raw<readonly SpectrumRow[]>([]);
  /** Number of samples by call, as in `tallyCalls`. */
  calls = $state.raw<Readonly<Record<string, number>>>({});
  /** Number of samples of a guarded classifier by the guard's finding. */
  patterns = $state.raw<PatternCounts>(tallyPatterns([]));
  /** Problems of the input as a whole, so far. */
  problems = $state.raw<readonly Problem[]>([]);
  progress = $state.raw<Progress | null>(null);
  /** What the sample sheets name so far, while the job runs; its end is in the summary. */
  sheetSoFar = $state.raw<SheetSoFar | null>(null);
  /** The reason why not everything on the screen is in the browser's storage; null while it is. */
  unsaved = $state.raw<Problem | null>(null);
  /** What the record counts and the storage does not have; null while nothing is missing. */
  missing = $state.raw<Problem | null>(null);

  // The state after all events so far, which is ahead of the screen.
  readonly #samples = new RowsByIndex<SampleRow>();
  readonly #spectra = new RowsByIndex<SpectrumRow>();
  readonly #lists = new RowLists(this.#samples, this.#spectra);
  #acquired: string | null = null;
  readonly #calls = new CallTally();
  readonly #patterns = new PatternTally();
  readonly #collectorHint = new CollectorHint();
  /** Whether this attempt has brought rows. Until then the record's counts are those of the stored rows. */
  #hasRows = false;
  #listingProblems: readonly Problem[] = [];
  #problems: readonly Problem[] = [];
  #progress: Progress | null = null;
  #sheetSoFar: SheetSoFar | null = null;
  readonly #unsavedEvidence = new Map<number, MarkerEvidence>();
  /** Size of this evidence in bytes. */
  #unsavedBytes = 0;
  /** Copies of stored evidence, for when the storage is cleared. */
  readonly #copies = new EvidenceCopies();
  #waitingEvidence: () => ReadonlyMap<number, MarkerEvidence> = () => NONE;
  readonly #painter = new Painter(
    () => this.#paint(),
    () => this.#pause(),
    () => this.#lists.prepare(),
  );

  readonly #storedEvidence: EvidenceSource;

  constructor(record: JobRecord, storedEvidence: EvidenceSource) {
    this.record = record;
    this.#storedEvidence = storedEvidence;
  }

  /** Shows rows from the storage. */
  show(rows: { readonly spectra: readonly SpectrumRow[]; readonly samples: readonly SampleRow[] }) {
    this.spectra = rows.spectra;
    this.samples = rows.samples;
    this.missing = missingRows(this.record, rows);
    this.calls = tallyCalls(rows.samples);
    this.patterns = tallyPatterns(rows.samples);
    this.problems = this.record.summary?.problems ?? [];
  }

  change(changes: Partial<JobRecord>): void {
    this.record = { ...this.record, ...changes };
  }

  /** Adds the problems of files that the browser did not provide, which are found before the run. */
  noteListing(problems: readonly Problem[]): void {
    this.#listingProblems = problems;
    this.problems = this.allProblems();
  }

  /** @returns problems of the input as a whole so far, including those not yet on the screen */
  allProblems(): readonly Problem[] {
    return [...this.#listingProblems, ...this.#problems];
  }

  /** Applies an event of the running job. */
  apply(event: JobEvent, elapsed: number): void {
    const progress = this.#progress ?? { done: 0, found: 0, complete: false, elapsed };
    switch (event.kind) {
      case 'found':
        this.#progress = { ...progress, elapsed, found: event.spectra, complete: event.complete };
        break;
      case 'rows':
        this.#hasRows = true;
        for (const row of event.spectra) this.#spectra.put(row);
        this.#acquired = earliestAcquired(event.spectra, this.#acquired);
        for (const row of event.samples) this.#count(row, this.#samples.put(row));
        for (const index of event.withdrawn) this.#count(null, this.#samples.remove(index));
        this.#progress = { ...progress, elapsed, done: event.done };
        this.#collectorHint.note(event.spectra.length);
        break;
      case 'problem':
        this.#problems = [...this.#problems, event.problem];
        break;
      case 'done':
        this.#problems = event.summary.problems;
        break;
      case 'sheet':
        this.#sheetSoFar = event.sheet;
        break;
      case 'run':
      case 'guard':
      case 'failed':
        break;
      default:
        unreachable(event);
    }
    this.#painter.ask();
  }

  /** Finds the order of many rows before the end is shown, so that the task that shows it is shorter. */
  async prepareEnd(): Promise<void> {
    await this.#lists.prepare();
  }

  /** Shows the end, with everything that the last frame did not show. */
  settle(changes: Partial<JobRecord>): void {
    this.#lists.forget();
    this.#painter.now();
    this.progress = null;
    this.#progress = null;
    this.sheetSoFar = null;
    this.#sheetSoFar = null;
    this.change(changes);
  }

  /** @returns the counts so far, including those not yet on the screen */
  counts(): JobCounts {
    const stored = this.record.counts;
    const acquired = this.#acquired ?? stored.acquired;
    return {
      found: this.#progress?.found ?? stored.found,
      done: (this.#hasRows ? this.#progress?.done : null) ?? stored.done,
      samples: this.#hasRows ? this.#samples.size : stored.samples,
      calls: this.#hasRows ? this.#calls.counts : stored.calls,
      ...(this.#progress?.complete === true ? { complete: true } : {}),
      ...(acquired === undefined ? {} : { acquired }),
    };
  }

  /**
   * @returns all rows, and the evidence that is not stored; null when not all of that evidence could be
   * kept
   */
  everything(): RowBatch | null {
    if (this.#unsavedBytes >= MAX_EVIDENCE_BYTES) return null;
    const evidence = [...this.#unsavedEvidence].map(([sample, one]) => ({ sample, evidence: one }));
    return {
      spectra: this.#spectra.list(),
      samples: this.#samples.list(),
      evidence,
      withdrawn: [],
    };
  }

  /** @returns a copy of evidence that was stored, for when the storage lost it; null where there is none */
  heldEvidence(sample: number): MarkerEvidence | null {
    const copy = this.#copies.get(sample);
    return copy === undefined ? null : copyEvidence(copy);
  }

  /** Whether copies of stored evidence are here. */
  get holdsEvidence(): boolean {
    return this.#copies.size > 0;
  }

  /** Whether this attempt has brought rows. */
  get hasRows(): boolean {
    return this.#hasRows;
  }

  /** @returns which rows exist so far */
  whole(): WholeJob {
    const samples = new Set(this.#samples.list().map(({ index }) => index));
    return { spectra: this.#spectra.size, samples };
  }

  /** Keeps, until the page is closed, evidence that the browser's storage did not accept. */
  keepUnsaved(
    evidence: readonly { readonly sample: number; readonly evidence: MarkerEvidence }[],
    reason: Problem,
  ): void {
    this.unsaved ??= reason;
    for (const { sample, evidence: values } of evidence) {
      if (this.#unsavedBytes >= MAX_EVIDENCE_BYTES) return;
      const before = this.#unsavedEvidence.get(sample);
      this.#unsavedBytes +=
        evidenceBytes(values) - (before === undefined ? 0 : evidenceBytes(before));
      this.#unsavedEvidence.set(sample, values);
    }
  }

  /** Copies evidence that was just stored, unless the job is large. */
  keepStored(batch: Pick<RowBatch, 'evidence' | 'withdrawn'>): void {
    // A running job counts its samples, and a job from the storage shows them.
    this.#copies.keep(batch, Math.max(this.#samples.size, this.samples.length));
  }

  /** Takes evidence that was read from the storage. Nothing else may use its arrays. */
  holdStored(evidence: ReadonlyMap<number, MarkerEvidence>): void {
    this.#copies.take(evidence);
  }

  /** @returns the model's evidence for a sample; null when it was not kept */
  async evidence(sample: number): Promise<Result<MarkerEvidence | null, Problem>> {
    const unsaved = this.#waitingEvidence().get(sample) ?? this.#unsavedEvidence.get(sample);
    if (unsaved !== undefined) return ok(copyEvidence(unsaved));
    const stored = await this.#storedEvidence(sample);
    if (stored.ok && stored.value !== null) return stored;
    const copy = this.heldEvidence(sample);
    return copy === null ? stored : ok(copy);
  }

  /**
   * @param evidence returns the evidence that is being stored, whose arrays become empty once it is stored
   */
  awaitStored(evidence: () => ReadonlyMap<number, MarkerEvidence>): void {
    this.#waitingEvidence = evidence;
  }

  /** @returns copies of the evidence that is not, or not yet, or no longer, in the storage */
  unsavedEvidence(): ReadonlyMap<number, MarkerEvidence> {
    const lost = this.unsaved === null ? [] : this.#copies.entries();
    const unsaved = [...lost, ...this.#unsavedEvidence, ...this.#waitingEvidence()];
    return new Map(unsaved.map(([sample, evidence]) => [sample, copyEvidence(evidence)]));
  }

  /** Returns the milliseconds between two repaints: none for the first rows, and many for a long table. */
  #pause(): number {
    if (this.samples.length === 0) return 0;
    // The more rows the table has, the longer it takes to order and filter them.
    const rows = this.#samples.size;
    return rows < 2_000 ? 250 : rows < 8_000 ? 1_000 : 2_000;
  }

  /** Counts a sample that was added, replaced or withdrawn. */
  #count(now: SampleRow | null, before: SampleRow | null): void {
    for (const tally of [this.#calls, this.#patterns]) {
      if (before !== null) tally.remove(before);
      if (now !== null) tally.add(now);
    }
  }

  #paint(): void {
    ({ samples: this.samples, spectra: this.spectra } = this.#lists.take());
    this.calls = this.#calls.counts;
    this.patterns = this.#patterns.counts;
    this.problems = this.allProblems();
    this.progress = this.#progress;
    this.sheetSoFar = this.#sheetSoFar;
  }
}

const NONE: ReadonlyMap<number, MarkerEvidence> = new Map();

/**
 * Limit of the evidence in memory, in bytes, at 5 to 20 kB per sample: a failing storage must not fill the
 * page's memory.
 */
const MAX_EVIDENCE_BYTES = 25e6;
