import type { ExportFormat } from '../io/exports/file-name';
import { countOf, formatCount } from './format';
import { columnLabel, sortWords } from './results/columns';
import type { TableSort } from './results/table-query';

/** A format that is offered for download. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly label: string;
  readonly hint: string;
}

export const exportChoices: readonly ExportChoice[] = [
  {
    format: 'short',
    label: 'Short table',
    hint: 'CSV for spreadsheets: sample, spot, species, confidence, what to do, run, time',
  },
  { format: 'csv', label: 'CSV', hint: 'The full table, for spreadsheets' },
  { format: 'tsv', label: 'TSV', hint: 'The full table, for programs' },
  { format: 'json', label: 'JSON', hint: 'Everything, with all probabilities and evidence' },
  { format: 'jsonl', label: 'Lines of JSON', hint: 'The same, one sample a line (JSONL)' },
  {
    format: 'spectracl',
    label: 'Original three columns',
    hint: 'Name, species and score as ktyper 0.0.1 had them, without a header',
  },
  {
    format: 'sheet',
    label: 'Sample sheet to fill in',
    hint: 'A row a spectrum, to say which are replicates of one sample',
  },
];

/** Writes `All 96 samples`. */
export function allWords(samples: number): string {
  return `All ${countOf(samples, 'sample', 'samples')}`;
}

/** Writes `As shown: 12 of 96 samples, by confidence, highest first`. */
export function shownWords(shown: number, of: number, sort: TableSort | null): string {
  const count =
    shown === of
      ? `all ${countOf(of, 'sample', 'samples')}`
      : `${formatCount(shown)} of ${countOf(of, 'sample', 'samples')}`;
  if (sort === null) return `As shown: ${count}`;
  const order = sortWords(sort.column)[sort.descending ? 1 : 0];
  return `As shown: ${count}, by ${columnLabel(sort.column).toLowerCase()}, ${order}`;
}
