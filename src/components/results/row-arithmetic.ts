import type { PlacedRow } from './choose-rows';

/** Where the rows of a table lie, in CSS pixels. All rows have one height. */
export interface RowGeometry {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the sticky head, which stands before the rows and covers what scrolls under it. */
  readonly headHeight: number;
}

/** What a person sees of a table, in CSS pixels. */
export interface View {
  /** How far it is scrolled. */
  readonly top: number;
  /** Height of the element that scrolls, with the head. */
  readonly height: number;
}

/** The first and the last position in sight; the last is lower than the first where there is no row. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

/** Number of rows in the document above those in sight, and below. Each costs layout when the table moves. */
const AROUND = 3;

/** Returns which rows can be seen, if only in part. */
export function rowsInSight({ top, height }: View, table: RowGeometry): Sight {
  const { count, rowHeight, headHeight } = table;
  const last = Math.min(count, Math.ceil((top + height - headHeight) / rowHeight)) - 1;
  // A table that became shorter is scrolled too far until the browser says so.
  return { first: Math.max(0, Math.min(Math.floor(top / rowHeight), last)), last };
}

/**
 * Returns the rows that the document should have, in table order: those in sight, a few around them, and
 * one more.
 *
 * @param kept position of that one; null for none
 */
export function wantedRows(
  { first, last }: Sight,
  kept: number | null,
  table: RowGeometry,
): PlacedRow[] {
  const from = Math.max(0, first - AROUND);
  const to = Math.min(table.count - 1, last + AROUND);
  const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  if (kept !== null && kept < table.count && (kept < from || kept > to)) {
    if (kept < from) wanted.unshift(kept);
    else wanted.push(kept);
  }
  return wanted.map((index) => ({ index, start: index * table.rowHeight }));
}

/** Returns how far the table must be scrolled to show a whole row, by the shortest way. */
export function scrollToReveal(
  position: number,
  { top, height }: View,
  table: RowGeometry,
): number {
  const { rowHeight, headHeight } = table;
  const start = position * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight + headHeight - height);
}
