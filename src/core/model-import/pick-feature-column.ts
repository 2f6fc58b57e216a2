import { printable } from '../text';
import { err, ok, type Result } from '../result';
import { type FeatureRow, isIndex, type ReadCell } from './feature-cells';
import { type Sentence, sentence } from '../../words/told/sentence';

interface LinedCell {
  readonly line: number;
  readonly cell: string;
  /** Width of its bin, where another column has its right edge. */
  readonly width?: number;
}

export interface PickedColumn {
  /** One cell a feature. */
  readonly cells: readonly LinedCell[];
  /** On the columns that were left out, or null. */
  readonly note: Sentence | null;
}

/** Headings of the column that has the edges. */
const EDGE_HEADING =
  /^(?:m\/?z|mz|mass|edge|left|left[ _-]?edge|bin|bins|bin[ _-]?start|start|from|feature|features|feature[ _-]?names?|x|v1)$/i;
/** Widest bin of two columns that have both of its edges, Da. */
const WIDEST = 100;

/**
 * Picks the column of a table that has the edges, or takes all cells of a list that goes over one or several
 * lines.
 *
 * @param heading names of the columns, where the list has a line of them
 * @returns an error says what is wrong
 */
export function pickColumn(
  heading: readonly string[] | null,
  rows: readonly FeatureRow[],
  read: ReadCell,
): Result<PickedColumn, Sentence> {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const all = rows.flatMap(({ line, cells }) => cells.map((cell) => ({ line, cell })));
  const isTable = rows.length > 1 && width > 1 && rows.every(({ cells }) => cells.length === width);
  if (!isTable) return ok({ cells: withoutLabel(all, rows, read), note: null });

  const columnOf = (c: number) => rows.map(({ line, cells }) => ({ line, cell: cells[c]! }));
  // R's heading has no name for the rows' own names.
  const shift = heading !== null && heading.length === width - 1 ? 1 : 0;
  const nameOf = (c: number) => heading?.[c - shift] ?? '';
  const places = Array.from({ length: width }, (_, c) => c);
  const edges = places.filter((c) => columnOf(c).every(({ cell }) => read(cell) !== null));
  // A set, since a list of a hundred thousand columns would be searched for each of them.
  const hasEdges = new Set(edges);
  const rest = places.filter((c) => !hasEdges.has(c));
  const isOnlyIndex = rest.every((c) => isIndex(columnOf(c).map(({ cell }) => cell)));
  const told = (c: number) =>
    isOnlyIndex
      ? null
      : nameOf(c) === ''
        ? sentence('modelFile.featuresTakenColumn', { column: c + 1 })
        : sentence('modelFile.featuresTakenNamed', { column: printable(nameOf(c)) });
  const [first, second] = edges;
  if (first === undefined) {
    const wrong = firstWrong(rows, read);
    return ok({ cells: wrong === null ? all : [wrong], note: null });
  }
  if (second === undefined) return ok({ cells: columnOf(first), note: told(first) });
  if (edges.length === 2 && areBothEdges(columnOf(first), columnOf(second), read)) {
    const right = columnOf(second);
    const both = columnOf(first).map(({ line, cell }, i) => ({
      line,
      cell,
      width: read(right[i]!.cell)!.value - read(cell)!.value,
    }));
    return ok({ cells: both, note: null });
  }
  if (heading === null && rest.length === 0) return ok({ cells: all, note: null });
  const named = edges.filter((c) => EDGE_HEADING.test(nameOf(c).trim()));
  const [only] = named;
  return only !== undefined && named.length === 1
    ? ok({ cells: columnOf(only), note: told(only) })
    : err(sentence('modelFile.featuresColumns'));
}

/** Removes a word before the numbers of a list in one line: `features,4365,5380`. */
function withoutLabel(
  cells: readonly LinedCell[],
  rows: readonly FeatureRow[],
  read: ReadCell,
): readonly LinedCell[] {
  const [first, ...rest] = cells;
  const isLabel =
    rows.length === 1 &&
    first !== undefined &&
    rest.length > 0 &&
    /^(?:[^\d]*|0)$/.test(first.cell);
  return isLabel && rest.every(({ cell }) => read(cell) !== null) ? rest : cells;
}

function areBothEdges(left: readonly LinedCell[], right: readonly LinedCell[], read: ReadCell) {
  const widths = left.map(({ cell }, i) => read(right[i]!.cell)!.value - read(cell)!.value);
  const [width = 0] = widths;
  return width > 0 && width <= WIDEST && widths.every((one) => Math.abs(one - width) < 1e-6);
}

/** @returns the first cell of the column that has most of the edges, which has none */
function firstWrong(rows: readonly FeatureRow[], read: ReadCell): LinedCell | null {
  const counts = rows[0]!.cells.map((_, c) => rows.filter(({ cells }) => read(cells[c]!)).length);
  const best = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  const row = rows.find(({ cells }) => read(cells[best]!) === null);
  return row === undefined ? null : { line: row.line, cell: row.cells[best]! };
}
