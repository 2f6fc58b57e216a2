import { isSameOrder, jobColumns, type JobOrder, usualOrder } from './job-order';

/** The part of the list's state that its address contains: which jobs are shown, and how. */
export interface JobTableQuery {
  readonly text: string;
  readonly order: JobOrder;
  /** The shown page of a long list, from 1. */
  readonly page: number;
}

/** Parses the query of an address; unknown parts count as absent. */
export function parseJobTableQuery(search: string): JobTableQuery {
  const parameters = new URLSearchParams(search);
  const page = parameters.get('page') ?? '';
  return {
    text: parameters.get('q') ?? '',
    order: parseOrder(parameters.get('sort') ?? ''),
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
}

/** Writes the query for an address, including `?`; empty for the default. */
export function formatJobTableQuery({ text, order, page }: JobTableQuery): string {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  if (!isSameOrder(order, usualOrder)) {
    parameters.set('sort', `${order.descending ? '-' : ''}${order.column}`);
  }
  if (page > 1) parameters.set('page', String(page));
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

function parseOrder(text: string): JobOrder {
  const descending = text.startsWith('-');
  const name = descending ? text.slice(1) : text;
  const column = jobColumns.find((known) => known === name);
  return column === undefined ? usualOrder : { column, descending };
}
