import type { SheetColumn } from '../../workbook/types';
import type { Cell } from '../types';

/** One kind of rows. A row may have fewer cells than there are columns. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Some rows at a time, or none: after each of these the writer may pause. */
  readonly rows: Iterable<RowGroup> | AsyncIterable<RowGroup>;
}

export type RowGroup = readonly (readonly Cell[])[];

/** Rows of a group: some milliseconds of work. A promise for each row would cost as much as the row. */
const GROUP = 8;

/** Makes groups of rows; a row of null ends one, where the next may take long. */
export function* inGroups(rows: Iterable<readonly Cell[] | null>): Generator<RowGroup, void, void> {
  let group: (readonly Cell[])[] = [];
  for (const row of rows) {
    if (row !== null) group.push(row);
    if (row !== null && group.length < GROUP) continue;
    yield group;
    group = [];
  }
  yield group;
}
