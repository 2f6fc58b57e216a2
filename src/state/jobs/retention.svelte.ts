import type { Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import type { KtyperDatabase } from '../../storage/database';
import {
  applyRetention,
  keepOldJobs,
  readKeptJobs,
  removeOldJobs,
  type RetentionLook,
} from '../../storage/retention';
import type { SettingsState } from '../settings.svelte';

const DAY_MS = 86_400_000;

/** Old jobs that are not removed before a person has said so. */
export interface RetentionQuestion extends Pick<RetentionLook, 'due'> {
  readonly doubt: NonNullable<RetentionLook['doubt']>;
  readonly days: number;
  /** What the computer's clock said. */
  readonly now: number;
}

export interface RetentionParts {
  readonly db: KtyperDatabase;
  readonly settings: Pick<SettingsState, 'values'>;
  /** Shows what the storage refused. */
  readonly report: (problem: Problem) => void;
  readonly now: () => number;
}

/** Removes old jobs as the settings say: when the app is opened, each day, and when the settings change. */
export class Retention {
  readonly #parts: RetentionParts;
  /** Null while there is nothing to ask. */
  question = $state.raw<RetentionQuestion | null>(null);
  /** Tokens of the old jobs that a person keeps. */
  kept = $state.raw<ReadonlySet<string>>(new Set());

  constructor(parts: RetentionParts) {
    this.#parts = parts;
  }

  /**
   * Looks again each day while the page is open.
   *
   * @returns a function that stops it
   */
  start(): () => void {
    const timer = setInterval(() => void this.look(), DAY_MS);
    return () => clearInterval(timer);
  }

  /**
   * Removes the jobs that are too old, or asks.
   *
   * @returns the number removed
   */
  async look(): Promise<number> {
    const { db, settings, now } = this.#parts;
    const days = settings.values.purgeDays;
    const kept = await readKeptJobs(db);
    if (kept.ok) this.kept = kept.value;
    if (days === null) {
      this.question = null;
      return 0;
    }
    const clock = { days, now: now() };
    const looked = this.#taken(await applyRetention(db, clock));
    if (looked === null) return 0;
    const { due, doubt, removed } = looked;
    this.question = doubt === null ? null : { due, doubt, ...clock };
    return removed;
  }

  /**
   * Removes the jobs that were asked about, and no others.
   *
   * @returns the number removed
   */
  async remove(): Promise<number> {
    const { question } = this;
    if (question === null) return 0;
    const { db, now } = this.#parts;
    const clock = { days: question.days, now: now() };
    const removed = this.#taken(await removeOldJobs(db, tokensOf(question), clock));
    await this.look();
    return removed ?? 0;
  }

  /** Keeps the jobs that were asked about. */
  async keep(): Promise<void> {
    const { question } = this;
    if (question === null) return;
    const { db, now } = this.#parts;
    const clock = { days: question.days, now: now() };
    this.#taken(await keepOldJobs(db, tokensOf(question), clock));
    await this.look();
  }

  #taken<T>(result: Result<T, Problem>): T | null {
    if (result.ok) return result.value;
    this.#parts.report(result.error);
    return null;
  }
}

function tokensOf({ due }: RetentionQuestion): readonly string[] {
  return due.map(({ token }) => token);
}
