import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import type { SortColumn } from './table-query';

const LABELS = {
  sample: 'results.columnSample',
  run: 'results.columnRun',
  spot: 'results.columnSpot',
  call: 'results.columnSpecies',
  confidence: 'results.columnConfidence',
  pattern: 'results.columnPattern',
  'runner-up': 'results.columnRunnerUp',
  quality: 'results.columnQuality',
  replicates: 'results.columnReplicates',
  watched: 'results.columnWatched',
  review: 'results.columnReview',
  status: 'results.columnStatus',
} as const satisfies Record<SortColumn, MessageKey>;

/** The two sort directions of a column, ascending first. */
const ORDERS = {
  sample: ['results.orderFirst', 'results.orderLast'],
  run: ['results.orderFirst', 'results.orderLast'],
  spot: ['results.orderFirst', 'results.orderLast'],
  call: ['results.orderFirst', 'results.orderLast'],
  pattern: ['results.orderYes', 'results.orderNotJudged'],
  confidence: ['results.orderWorst', 'results.orderBest'],
  'runner-up': ['results.orderLowest', 'results.orderHighest'],
  quality: ['results.orderBest', 'results.orderWorst'],
  replicates: ['results.orderContradicting', 'results.orderAgreeing'],
  watched: ['results.orderFewest', 'results.orderMost'],
  review: ['review.orderOpen', 'review.orderOverridden'],
  status: ['results.orderFirst', 'results.orderLast'],
} as const satisfies Record<SortColumn, readonly [MessageKey, MessageKey]>;

/** Returns the label of a column, whatever the guard of the job looks for. */
export function columnLabel(column: SortColumn): string {
  return say(LABELS[column]);
}

/** Returns the two sort directions of a column in words, ascending first. */
export function sortWords(column: SortColumn): readonly [ascending: string, descending: string] {
  const [ascending, descending] = ORDERS[column];
  return [say(ascending), say(descending)];
}
