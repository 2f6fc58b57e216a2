import type { SampleRow } from '../../core/job/types';
import type { Verdict } from '../../core/quality/judge';
import type { ReviewState } from '../../core/review/review-of';
import type { WatchState } from '../../core/watch/watch-findings';
import { needsOf, type FaultsOf, type IsFailedControl } from './needs';
import type { JobRun } from './job-runs';
import { rowNote } from './row-note';
import { callKey, countKey, sampleStatus } from './sample-status';
import { searchFor, type TextOf } from './search-samples';
import type { TableQuery } from './table-query';

/** Returns the quality of a sample; null where it has none. */
export type VerdictOf = (sample: SampleRow) => Verdict | null;

/** Returns whether a sample's watched peaks were found, taken together. */
export type WatchStateOf = (sample: SampleRow) => WatchState;

/** Returns the run of a sample; null where its job has one only. */
export type RunOf = (sample: SampleRow) => JobRun | null;

/** Returns where the review of a sample stands. */
export type ReviewStateOf = (sample: SampleRow) => ReviewState;

/** What is known of samples besides their rows. */
export interface Facts {
  readonly verdict?: VerdictOf;
  readonly watched?: WatchStateOf;
  readonly faults?: FaultsOf;
  readonly isFailedControl?: IsFailedControl;
  readonly run?: RunOf;
  readonly text?: TextOf;
  readonly review?: ReviewStateOf;
}

type Filter = Pick<
  TableQuery,
  'text' | 'calls' | 'run' | 'status' | 'quality' | 'need' | 'pattern' | 'watched' | 'review'
>;

/** Returns the samples that a query shows, in their order. */
export function filterSamples(
  samples: readonly SampleRow[],
  { text, calls, run, status, quality, need, pattern, watched, review }: Filter,
  facts: Facts = {},
): readonly SampleRow[] {
  const verdictOf = facts.verdict ?? (() => null);
  const watchOf = facts.watched ?? (() => 'not-looked-for');
  const faultsOf = facts.faults ?? (() => []);
  const isFailed = facts.isFailedControl ?? (() => false);
  const reviewOf = facts.review ?? (() => 'open');
  const search = searchFor(
    text,
    samples,
    facts.text ?? ((sample) => rowNote(sample).toLowerCase()),
  );
  const isAny = [run, status, quality, need, pattern, watched, review].every((one) => one === null);
  if (search === null && calls.length === 0 && isAny) return samples;
  return samples.filter(
    (sample) =>
      (run === null || facts.run?.(sample)?.key === run) &&
      (status === null || sampleStatus(sample) === status) &&
      (pattern === null || sample.guard?.pattern === pattern) &&
      (quality === null || verdictOf(sample) === quality) &&
      (need === null || needsOf(sample, faultsOf(sample), isFailed(sample)).includes(need)) &&
      (watched === null || watchOf(sample) === watched) &&
      (review === null || reviewOf(sample) === review) &&
      (calls.length === 0 || calls.includes(callKey(sample)) || calls.includes(countKey(sample))) &&
      (search === null || search(sample)),
  );
}
