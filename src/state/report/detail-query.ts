import { MOST_CHOSEN } from './report-source';

const DETAIL = 'detail';

/** Reads which samples a person chose from the page's address; null where that is left to the report. */
export function parseDetailQuery(search: string): readonly number[] | null {
  const text = new URLSearchParams(search).get(DETAIL);
  if (text === null) return null;
  const found = text.split('.').flatMap((one) => (/^\d{1,9}$/.test(one) ? Number(one) : []));
  return [...new Set(found)].slice(0, MOST_CHOSEN);
}

/** Writes the same: `?detail=3.17`. */
export function formatDetailQuery(chosen: readonly number[] | null): string {
  return chosen === null ? '' : `?${DETAIL}=${chosen.join('.')}`;
}
