import type { MessageKey } from '../../words/key-types';
import type { MeanKind } from './rated-spots';

/** What the means are. */
export const MEAN_KEYS = {
  number: 'plate.meanNumber',
  passed: 'plate.meanPassed',
  high: 'plate.meanHigh',
} as const satisfies Record<MeanKind, MessageKey>;

/** The mean of a row or a column, behind its name. */
export const MEAN_OF_KEYS = {
  number: 'plate.meanNumberOf',
  passed: 'plate.meanPassedOf',
  high: 'plate.meanHighOf',
} as const satisfies Record<MeanKind, MessageKey>;

/** The means of the edge and of the spots inside it. */
export const EDGE_KEYS = {
  number: 'plate.meanNumberEdge',
  passed: 'plate.meanPassedEdge',
  high: 'plate.meanHighEdge',
} as const satisfies Record<MeanKind, MessageKey>;

/** The means of what was measured first and last. */
export const DRIFT_KEYS = {
  number: 'plate.meanNumberDrift',
  passed: 'plate.meanPassedDrift',
  high: 'plate.meanHighDrift',
} as const satisfies Record<MeanKind, MessageKey>;
