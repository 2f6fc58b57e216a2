import type { Cell } from '../types';

/** What the numbers of a column are; its texts are texts whatever this says. */
export type ColumnKind = 'number' | 'percent' | 'mz' | 'date';

export interface SheetColumn {
  readonly head: string;
  readonly kind?: ColumnKind;
  /** In characters. */
  readonly width?: number;
}

/** One kind of rows. A row may have fewer cells than there are columns. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Null where nothing is to be written yet: a place to pause. */
  readonly rows: Iterable<readonly Cell[] | null> | AsyncIterable<readonly Cell[] | null>;
}
