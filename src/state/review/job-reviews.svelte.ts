import { liveQuery } from 'dexie';
import type { SampleRow } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import {
  draftOf,
  type ReviewAct,
  type ReviewDraft,
  type ReviewEntry,
  seenCall,
} from '../../core/review/entry';
import type { Review } from '../../core/review/review-of';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import { err, type Result } from '../../core/result';
import type { KtyperDatabase } from '../../storage/database';
import { appendReviews, readReviews } from '../../storage/reviews';
import type { JobSession } from '../jobs/job-session.svelte';
import { isAtWork } from '../jobs/job-words';
import type { SettingsState } from '../settings.svelte';
import { ReviewForm, type ReviewForms } from './review-form.svelte';

/** Attempts to write an entry of a job that has just begun, and may not be written down yet. */
const ATTEMPTS = 5;
const PAUSE_MS = 400;

interface ReviewParts {
  readonly db: KtyperDatabase;
  readonly settings: SettingsState;
  /** The forms of each job, by its token. */
  readonly typedReviews: Map<string, ReviewForms>;
}

/** The review of the shown job. What is here is stored: an entry that could not be stored is not among them. */
export class JobReviews {
  readonly #db: KtyperDatabase;
  readonly #session: JobSession;
  readonly #settings: SettingsState;
  readonly #now: () => number;
  readonly #typed: Map<string, ReviewForms>;
  /** All entries, in their order. */
  entries = $state.raw<readonly ReviewEntry[]>([]);
  readonly #samples = $derived.by(() => new ReviewedSamples(this.entries));
  readonly counts = $derived.by(() => this.#samples.count(this.#session.samples));
  /** Number of entries on samples that the job no longer has. */
  readonly apart: number = $derived.by(() => {
    const { record, samples } = this.#session;
    return isAtWork(record) ? 0 : this.#samples.apartFrom(samples).length;
  });
  /** Why they cannot be read; null while they can. */
  unread = $state.raw<Problem | null>(null);
  isSaving = $state.raw(false);
  /** What is done once a person has given their initials, and the sample whose panel asks for them. */
  waiting = $state.raw<{ readonly sample: number; readonly act: () => void } | null>(null);

  constructor(
    { db, settings, typedReviews }: ReviewParts,
    session: JobSession,
    now: () => number = () => Date.now(),
  ) {
    this.#db = db;
    this.#session = session;
    this.#settings = settings;
    this.#typed = typedReviews;
    this.#now = now;
  }

  /**
   * Reads the entries, and follows those that other pages write.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    // Entries are only ever added, so that those before this place need not be read again.
    let from = 0;
    const read = () => readReviews(this.#db, this.#session.record.token, from);
    const subscription = liveQuery(read).subscribe((found) => {
      this.unread = found.ok ? null : found.error;
      if (!found.ok) return;
      this.#merge(found.value);
      from = (found.value.at(-1)?.order ?? from - 1) + 1;
    });
    return () => subscription.unsubscribe();
  }

  /** Initials of whoever reviews here; null until they are known. */
  get initials(): string | null {
    return this.#settings.values.initials;
  }

  /** Keeps the initials on this computer, and does what waited for them. */
  sign(initials: string): void {
    void this.#settings.set('initials', initials);
    const { waiting } = this;
    this.waiting = null;
    waiting?.act();
  }

  /** Does something with a sample that needs initials, now or as soon as they are known. */
  signed({ index }: SampleRow, act: () => void): void {
    if (this.initials !== null) act();
    else this.waiting = { sample: index, act };
  }

  of(sample: SampleRow): Review {
    return this.#samples.of(sample);
  }

  /** Returns what a person has typed for a sample. */
  formOf({ index }: SampleRow): ReviewForm {
    const { token } = this.#session.record;
    let forms = this.#typed.get(token);
    if (forms === undefined) this.#typed.set(token, (forms = new Map<number, ReviewForm>()));
    let form = forms.get(index);
    if (form === undefined) forms.set(index, (form = new ReviewForm()));
    return form;
  }

  /** Adds an entry on a sample. Where the storage does not take it, its form has the problem. */
  async add(sample: SampleRow, act: ReviewAct): Promise<boolean> {
    const form = this.formOf(sample);
    const added = await this.#append([draftOf(sample, act, this.#signature())]);
    form.problem = added.ok ? null : added.error;
    return added.ok;
  }

  /** Marks one sample as reviewed. */
  markOne(sample: SampleRow): Promise<boolean> {
    return this.add(sample, { kind: 'reviewed', saw: seenCall(sample.call) });
  }

  /** Whether a mark of whoever reviews here would say anything new. A second person may confirm what one decided. */
  canMark(sample: SampleRow): boolean {
    const { state, by } = this.of(sample);
    return state === 'open' || (this.initials !== null && !by.includes(this.initials));
  }

  /** Marks samples as reviewed, all or none; those that the same person has marked get no further entry. */
  mark(samples: readonly SampleRow[]): Promise<Result<readonly ReviewEntry[], Problem>> {
    const open = samples.filter((sample) => this.canMark(sample));
    const signature = this.#signature();
    return this.#append(
      open.map((sample) => {
        return draftOf(sample, { kind: 'reviewed', saw: seenCall(sample.call) }, signature);
      }),
    );
  }

  /** Takes entries back, each by a further one. */
  withdrawAll(entries: readonly ReviewEntry[]): Promise<Result<readonly ReviewEntry[], Problem>> {
    const signature = this.#signature();
    return this.#append(
      entries.map(({ sample, spectrum, order }) => {
        return { ...signature, sample, spectrum, kind: 'withdrawal', withdraws: order };
      }),
    );
  }

  #signature(): Pick<ReviewDraft, 'by' | 'at'> {
    return { by: this.initials ?? '', at: this.#now() };
  }

  async #append(drafts: readonly ReviewDraft[]): Promise<Result<readonly ReviewEntry[], Problem>> {
    if (drafts.length === 0) return { ok: true, value: [] };
    this.isSaving = true;
    const added = await this.#write(drafts);
    this.isSaving = false;
    if (added.ok) this.#merge(added.value);
    return added;
  }

  async #write(drafts: readonly ReviewDraft[]): Promise<Result<readonly ReviewEntry[], Problem>> {
    const { token } = this.#session.record;
    for (let attempt = 1; ; attempt++) {
      const added = await appendReviews(this.#db, token, drafts);
      if (added.ok) return added;
      const isEarly =
        added.error.kind === 'job-gone' &&
        isAtWork(this.#session.record) &&
        this.#session.unsaved === null;
      if (!isEarly || attempt === ATTEMPTS) return err(added.error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** Adds entries that are not here yet, whether this page or another wrote them. */
  #merge(entries: readonly ReviewEntry[]): void {
    const known = new Set(this.entries.map(({ order }) => order));
    const added = entries.filter(({ order }) => !known.has(order));
    if (added.length === 0) return;
    this.entries = [...this.entries, ...added].sort((a, b) => a.order - b.order);
  }
}
