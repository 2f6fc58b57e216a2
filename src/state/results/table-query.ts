import { PATTERNS, type Pattern } from '../../core/job/types';
import { VERDICTS, type Verdict } from '../../core/quality/judge';
import type { WatchState } from '../../core/watch/watch-findings';
import { watchStates } from '../watch/words';
import { sampleStatuses, type SampleStatus } from './sample-status';

export const sortColumns = [
  'sample',
  'spot',
  'call',
  'confidence',
  'pattern',
  'runner-up',
  'quality',
  'replicates',
  'watched',
  'status',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** The two ways to lay out a job's samples: as rows, and by their spots. */
export type ResultsLayout = 'table' | 'plate';

export interface TableSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** What of a results table is shown, and how: the part of the page's state that its address has. */
export interface TableQuery {
  readonly text: string;
  /** Keys of calls that are shown; none: all of them. */
  readonly calls: readonly string[];
  readonly status: SampleStatus | null;
  readonly quality: Verdict | null;
  /** What the guard found in it. */
  readonly pattern: Pattern | null;
  /** Whether any of the watched peaks was found. */
  readonly watched: WatchState | null;
  /** Null: in the order in which they were found. */
  readonly sort: TableSort | null;
  /** Index of the sample whose panel is open. */
  readonly sample: number | null;
  readonly layout: ResultsLayout;
}

export const emptyQuery: TableQuery = {
  text: '',
  calls: [],
  status: null,
  quality: null,
  pattern: null,
  watched: null,
  sort: null,
  sample: null,
  layout: 'table',
};

/** Reads an address's query; what it does not understand counts as absent. */
export function parseTableQuery(parameters: URLSearchParams): TableQuery {
  const status = parameters.get('status');
  const quality = parameters.get('quality');
  const pattern = parameters.get('pattern');
  const watched = parameters.get('watched');
  return {
    text: parameters.get('q') ?? '',
    calls: parameters.getAll('call').filter((call) => call !== ''),
    status: sampleStatuses.find((known) => known === status) ?? null,
    quality: VERDICTS.find((known) => known === quality) ?? null,
    pattern: PATTERNS.find((known) => known === pattern) ?? null,
    watched: watchStates.find((known) => known === watched) ?? null,
    sort: parseSort(parameters.get('sort')),
    sample: parseIndex(parameters.get('sample')),
    layout: parameters.get('layout') === 'plate' ? 'plate' : 'table',
  };
}

/** The query's address part, `?` included; empty when it says nothing. */
export function formatTableQuery(query: TableQuery): string {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const call of query.calls) parameters.append('call', call);
  if (query.status !== null) parameters.set('status', query.status);
  if (query.quality !== null) parameters.set('quality', query.quality);
  if (query.pattern !== null) parameters.set('pattern', query.pattern);
  if (query.watched !== null) parameters.set('watched', query.watched);
  if (query.sort !== null) {
    parameters.set('sort', (query.sort.descending ? '-' : '') + query.sort.column);
  }
  if (query.sample !== null) parameters.set('sample', String(query.sample));
  if (query.layout !== 'table') parameters.set('layout', query.layout);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether any row may be hidden by it. */
export function isFiltering(query: TableQuery): boolean {
  const { text, calls, status, quality, pattern, watched } = query;
  const chosen = [status, quality, pattern, watched];
  return text !== '' || calls.length > 0 || chosen.some((one) => one !== null);
}

/** A click on a column's head: ascending, then descending, then as found. */
export function nextSort(sort: TableSort | null, column: SortColumn): TableSort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

function parseSort(text: string | null): TableSort | null {
  if (text === null) return null;
  const descending = text.startsWith('-');
  const name = descending ? text.slice(1) : text;
  const column = sortColumns.find((known) => known === name);
  return column === undefined ? null : { column, descending };
}

function parseIndex(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
