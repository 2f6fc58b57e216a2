import type { SortColumn } from './table-query';

export const columnLabels: Readonly<Record<SortColumn, string>> = {
  sample: 'Sample',
  run: 'Run',
  spot: 'Spot',
  call: 'Species',
  confidence: 'Confidence',
  pattern: 'Pattern',
  'runner-up': 'Runner-up',
  quality: 'Quality',
  replicates: 'Replicates',
  watched: 'Watched peaks',
  status: 'Status',
};

/** The two sort directions of a column in words, ascending first. */
export const sortWords: Readonly<Record<SortColumn, readonly [string, string]>> = {
  sample: ['first to last', 'last to first'],
  run: ['first to last', 'last to first'],
  spot: ['first to last', 'last to first'],
  call: ['first to last', 'last to first'],
  pattern: ['yes first', 'not judged first'],
  confidence: ['worst first', 'best first'],
  'runner-up': ['lowest first', 'highest first'],
  quality: ['best first', 'worst first'],
  replicates: ['contradicting first', 'agreeing first'],
  watched: ['fewest found first', 'most found first'],
  status: ['first to last', 'last to first'],
};
