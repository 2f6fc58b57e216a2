import { decodeTable } from '../sample-sheet/decode-table';
import { printable } from '../text';
import { err, ok, type Result } from '../result';
import { cellReader, type FeatureCell, type FeatureRow, isIndex } from './feature-cells';
import { pickColumn } from './pick-feature-column';
import { splitFeatureText } from './split-feature-text';
import { type Sentence, sentence, type Sentences } from '../../words/told/sentence';

/** A features list as a laboratory's program wrote it, in whatever form. */
export interface FeatureList {
  /** One number a feature, in the model's order. */
  readonly values: readonly number[];
  /** Width of the bins, Da, where the list names both edges of each; null where it does not. */
  readonly width: number | null;
  /** On what of the file was left out. */
  readonly notes: readonly Sentences[];
}

/** Rows above the list that may be headings. */
const HEADINGS = 3;

/**
 * Reads a features list: one edge a line, or all in one line; as numpy, pandas, R, JSON or a spreadsheet write
 * it, with an index, a heading, names around the numbers (`mz_4365`), or both edges of each bin.
 *
 * @returns an error says what is wrong
 */
export function readFeatureList(bytes: Uint8Array): Result<FeatureList, Sentence> {
  const split = splitFeatureText(decodeTable(bytes));
  if (!split.ok) return split;
  const rows = split.value;
  if (rows.length === 0) return err(sentence('modelFile.featuresEmpty'));

  const read = cellReader(rows.flatMap(({ cells }) => cells));
  const isEdges = ({ cells }: FeatureRow) => cells.some((cell) => read(cell) !== null);
  const first = rows.findIndex(isEdges);
  // Rows above the first edge are headings, unless they look like numbers out of range.
  const headings = first > 0 && first <= HEADINGS ? rows.slice(0, first) : [];
  const isHeading = headings.every(({ cells }) => isIndex(cells) || !cells.every(isNumeral));
  const heading = isHeading ? (headings.at(-1)?.cells ?? null) : null;
  const below = rows.slice(isHeading ? headings.length : 0);

  const picked = pickColumn(heading, below, read);
  if (!picked.ok) return picked;
  const { cells, note } = picked.value;
  const found: FeatureCell[] = [];
  for (const { line, cell, width = null } of cells) {
    const one = read(cell);
    if (one === null) {
      return err(
        cell.trim() === ''
          ? sentence('modelFile.featuresLineCell', { line })
          : sentence('modelFile.featuresLineEdge', { line, cell: printable(cell) }),
      );
    }
    found.push(width === null ? one : { ...one, width });
  }
  const width = commonWidth(found);
  if (width === undefined) return err(sentence('modelFile.featuresWidths'));
  const shown = (heading ?? []).filter((name) => name !== '').join(', ');
  return ok({
    values: found.map(({ value }) => value),
    width,
    notes: [
      ...(shown === '' || note !== null
        ? []
        : [sentence('modelFile.featuresHeading', { heading: printable(shown) })]),
      ...(note === null ? [] : [note]),
    ],
  });
}

function isNumeral(cell: string): boolean {
  return /^[-+]?[\d.,]+$/.test(cell);
}

/** @returns null: the cells have one edge each; undefined: their widths differ */
function commonWidth(cells: readonly FeatureCell[]): number | null | undefined {
  const width = cells[0]?.width ?? null;
  const isSame = cells.every(
    (cell) =>
      (cell.width === null) === (width === null) &&
      Math.abs((cell.width ?? 0) - (width ?? 0)) < 1e-6,
  );
  return isSame ? width : undefined;
}
