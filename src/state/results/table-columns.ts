import { say } from '../../words/say';
import { columnLabel } from './columns';
import { sortColumns, type SortColumn } from './table-query';

/** A column of the table: one that it can be sorted by, or the note. */
export type TableColumn = SortColumn | 'note';

export const tableColumns: readonly TableColumn[] = [...sortColumns, 'note'];

/** Which columns a person wants, and in which order. Names of columns that this version does not know do no harm. */
export interface ColumnChoice {
  /** Columns in the person's order; one that is not here stands behind its neighbour of the usual order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

/** Without these a row says nothing. */
const ALWAYS: ReadonlySet<TableColumn> = new Set(['sample', 'call']);

/** The columns that give way where there is no room, the first one first: the panel has what they say. */
const GIVING_WAY: readonly TableColumn[] = [
  'status',
  'runner-up',
  'note',
  'run',
  'watched',
  'pattern',
  'replicates',
  'review',
  'quality',
  'confidence',
  'spot',
];

/** The width of a column in pixels, and how it grows: up to a width, or with a share of what is left. */
interface Track {
  readonly least: number;
  /** Least width where words are longer than English ones. */
  readonly wide?: number;
  readonly most?: number;
  readonly share?: number;
}

const TRACKS: Readonly<Record<TableColumn, Track>> = {
  sample: { least: 88, share: 1 },
  run: { least: 88, share: 1 },
  spot: { least: 44, wide: 60 },
  call: { least: 192, share: 2.6 },
  confidence: { least: 184 },
  pattern: { least: 136 },
  'runner-up': { least: 150, share: 2 },
  quality: { least: 84, wide: 120 },
  replicates: { least: 116 },
  watched: { least: 152, share: 2 },
  review: { least: 64, wide: 84, most: 108 },
  status: { least: 104 },
  note: { least: 150, share: 1.9 },
};

/** Pixels between columns, and at the ends of a row. */
const GAP = 16;
const ENDS = 32;

export function canHide(column: TableColumn): boolean {
  return !ALWAYS.has(column);
}

/** Returns a column's label; `pattern` is what the guard of the job looks for. */
export function labelOfColumn(column: TableColumn, pattern: string): string {
  if (column === 'note') return say('results.columnNote');
  return column === 'pattern' ? pattern : columnLabel(column);
}

/** Puts columns in the order that a person chose. */
export function arrange(columns: readonly TableColumn[], { order }: ColumnChoice): TableColumn[] {
  const arranged = [
    ...new Set(order.flatMap((name) => columns.find((column) => column === name) ?? [])),
  ];
  for (const [place, column] of columns.entries()) {
    if (arranged.includes(column)) continue;
    const before = columns[place - 1];
    arranged.splice(before === undefined ? 0 : arranged.indexOf(before) + 1, 0, column);
  }
  return arranged;
}

/** Returns whether a person wants to see a column. */
export function isWanted(column: TableColumn, { hidden }: ColumnChoice): boolean {
  return !canHide(column) || !hidden.includes(column);
}

export function hideOrShow(column: TableColumn, choice: ColumnChoice): ColumnChoice {
  const { hidden } = choice;
  return {
    ...choice,
    hidden: hidden.includes(column)
      ? hidden.filter((name) => name !== column)
      : [...hidden, column],
  };
}

/**
 * Moves a column by one place among those of the table.
 *
 * @param columns those of the table, as `arrange` orders them; columns of other jobs keep their neighbours
 */
export function moveColumn(
  column: TableColumn,
  by: 1 | -1,
  columns: readonly TableColumn[],
  choice: ColumnChoice,
): ColumnChoice {
  const other = columns[columns.indexOf(column) + by];
  if (other === undefined) return choice;
  const order = arrange(tableColumns, choice).filter((name) => name !== column);
  order.splice(order.indexOf(other) + (by === 1 ? 1 : 0), 0, column);
  return { ...choice, order };
}

/**
 * Finds the columns that have room in a table.
 *
 * @param columns those that are wanted, in their order
 * @param width of a row in pixels
 * @param hasLongWords whether the page's words are longer than English ones
 */
export function fitColumns(
  columns: readonly TableColumn[],
  width: number,
  hasLongWords: boolean,
): readonly TableColumn[] {
  const least = (column: TableColumn) => leastOf(column, hasLongWords) + GAP;
  let needed = columns.reduce((sum, column) => sum + least(column), ENDS - GAP);
  const fitting = new Set(columns);
  for (const column of GIVING_WAY) {
    if (needed <= width) break;
    if (fitting.delete(column)) needed -= least(column);
  }
  return columns.filter((column) => fitting.has(column));
}

/**
 * Writes the widths of a row's cells as CSS variables: for each column `--flex-COLUMN` and `--least-COLUMN`, its
 * `min-width`. Tracks of a grid would divide a row in the same way, but the browser would measure all cells of the row
 * again whenever one changes, and leave far more garbage.
 */
export function widthsOf(columns: readonly TableColumn[], hasLongWords: boolean): string {
  return columns
    .map((column) => {
      const { share, most } = TRACKS[column];
      const least = leastOf(column, hasLongWords);
      const flex = share === undefined ? `0 1 ${most ?? least}px` : `${share} 1 0px`;
      return `--flex-${column}: ${flex}; --least-${column}: ${least}px;`;
    })
    .join(' ');
}

function leastOf(column: TableColumn, hasLongWords: boolean): number {
  const { least, wide = least } = TRACKS[column];
  return hasLongWords ? wide : least;
}
