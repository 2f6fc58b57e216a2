import { PATTERNS, type Pattern } from '../../core/job/types';
import { REVIEW_STATES, type ReviewState } from '../../core/review/review-of';
import { VERDICTS, type Verdict } from '../../core/quality/judge';
import type { WatchState } from '../../core/watch/watch-findings';
import { type Colouring, parseColouring } from '../plate/colourings';
import { watchStates } from '../watch/words';
import { needs, type Need } from './needs';
import { sampleStatuses, type SampleStatus } from './sample-status';

export const sortColumns = [
  'sample',
  'run',
  'spot',
  'call',
  'confidence',
  'pattern',
  'runner-up',
  'quality',
  'replicates',
  'watched',
  'review',
  'status',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** The two layouts of a job's samples: as rows, and by their spots. */
export type ResultsLayout = 'table' | 'plate';

export interface TableSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** The part of the page's state that its address contains: which samples are shown, and how. */
export interface TableQuery {
  readonly text: string;
  /** Keys of the shown calls; none for all of them. */
  readonly calls: readonly string[];
  /** Key of the shown run; null for all. */
  readonly run: string | null;
  readonly status: SampleStatus | null;
  readonly quality: Verdict | null;
  /** The reason for attention that is shown; null for all samples. */
  readonly need: Need | null;
  /** The guard's finding that is shown; null for all. */
  readonly pattern: Pattern | null;
  /** The state of the watched peaks that is shown; null for all. */
  readonly watched: WatchState | null;
  /** The state of the review that is shown; null for all. */
  readonly review: ReviewState | null;
  /** The sorted column; null for the order by spot. */
  readonly sort: TableSort | null;
  /** Index of the sample whose panel is open; null for none. */
  readonly sample: number | null;
  readonly layout: ResultsLayout;
  /** What the plate is coloured by; null for what this visit chose last. */
  readonly colour: Colouring | null;
}

export const emptyQuery: TableQuery = {
  text: '',
  calls: [],
  run: null,
  status: null,
  quality: null,
  need: null,
  pattern: null,
  watched: null,
  review: null,
  sort: null,
  sample: null,
  layout: 'table',
  colour: null,
};

/** Parses the query of an address; unknown parts count as absent. */
export function parseTableQuery(parameters: URLSearchParams): TableQuery {
  const status = parameters.get('status');
  const quality = parameters.get('quality');
  const need = parameters.get('need');
  const pattern = parameters.get('pattern');
  const watched = parameters.get('watched');
  const review = parameters.get('review');
  return {
    text: parameters.get('q') ?? '',
    calls: [...new Set(parameters.getAll('call'))].filter((call) => call !== ''),
    run: parameters.get('run'),
    status: sampleStatuses.find((known) => known === status) ?? null,
    quality: VERDICTS.find((known) => known === quality) ?? null,
    need: needs.find((known) => known === need) ?? null,
    pattern: PATTERNS.find((known) => known === pattern) ?? null,
    watched: watchStates.find((known) => known === watched) ?? null,
    review: REVIEW_STATES.find((known) => known === review) ?? null,
    sort: parseSort(parameters.get('sort')),
    sample: parseIndex(parameters.get('sample')),
    layout: parameters.get('layout') === 'plate' ? 'plate' : 'table',
    colour: parseColouring(parameters.get('colour')),
  };
}

/** Writes the query for an address, including `?`; empty for the default. */
export function formatTableQuery(query: TableQuery): string {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const call of query.calls) parameters.append('call', call);
  if (query.run !== null) parameters.set('run', query.run);
  if (query.status !== null) parameters.set('status', query.status);
  if (query.quality !== null) parameters.set('quality', query.quality);
  if (query.need !== null) parameters.set('need', query.need);
  if (query.pattern !== null) parameters.set('pattern', query.pattern);
  if (query.watched !== null) parameters.set('watched', query.watched);
  if (query.review !== null) parameters.set('review', query.review);
  if (query.sort !== null) {
    parameters.set('sort', (query.sort.descending ? '-' : '') + query.sort.column);
  }
  if (query.sample !== null) parameters.set('sample', String(query.sample));
  if (query.layout !== 'table') parameters.set('layout', query.layout);
  if (query.colour !== null) parameters.set('colour', query.colour);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Returns whether the query may hide rows. */
export function isFiltering(query: TableQuery): boolean {
  const { text, calls, run, status, quality, need, pattern, watched, review } = query;
  const chosen = [run, status, quality, need, pattern, watched, review];
  return text !== '' || calls.length > 0 || chosen.some((one) => one !== null);
}

/** Returns the order after a click on a column's head: ascending, then descending, then by spot. */
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
