import type { ArchiveStep } from '../../workers/archive/api';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { Batch, Settled } from './batches';
import type { GroupMean, GroupMeans } from './group-means';
import type { KnownOutcomes } from './job-input';

/** What a running job hears from its threads. */
export type JobMessage =
  | {
      readonly kind: 'steps';
      readonly steps: Result<readonly ArchiveStep[], Problem>;
      readonly known: Awaited<ReturnType<KnownOutcomes>>;
    }
  | { readonly kind: 'batch'; readonly batch: Batch; readonly settled: readonly Settled[] }
  | { readonly kind: 'group'; readonly answers: readonly GroupAnswer[] }
  /** The results of another batch are to be settled. */
  | { readonly kind: 'settle' }
  /** A thread has its model. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'stop' };

export type GroupAnswer = readonly [Omit<GroupMean, 'mean'>, Parameters<GroupMeans['settle']>[1]];
