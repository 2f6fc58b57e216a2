import type { SortColumn } from './table-query';

export const columnLabels: Readonly<Record<SortColumn, string>> = {
  sample: 'Sample',
  spot: 'Spot',
  call: 'Species',
  confidence: 'Confidence',
  'runner-up': 'Runner-up',
  status: 'Status',
};
