/** Where a row of the table stands. */
interface Row {
  readonly index: number;
  readonly start: number;
}

/** A row that is in the document. */
export interface ShownRow extends Row {
  /** Which elements show it: those of a row that is not wanted any more show another one. */
  readonly slot: number;
}

export interface Chosen {
  /** In the order of the document; once all are there, in their own. */
  readonly rows: readonly ShownRow[];
  /** How many of them are new. */
  readonly added: number;
  /** Whether some of the wanted rows have to wait. */
  readonly isPart: boolean;
}

/**
 * Which of the wanted rows to have in the document next: those that are there already, and of the others a
 * few, the most needed first. A screenful of new rows at once would hold up the page, and new elements for
 * each of them leave much garbage: they take over those of rows that have gone out of sight.
 *
 * @param shown rows that are in the document, in its order
 * @param need of a row; those with the lowest come first
 * @param most new rows at once
 */
export function chooseRows(
  wanted: readonly Row[],
  shown: readonly ShownRow[],
  need: (index: number) => number,
  most: number,
): Chosen {
  const isThere = new Set(shown.map(({ index }) => index));
  const fresh = wanted
    .map((row, rank) => ({ row, rank }))
    .filter(({ row }) => !isThere.has(row.index))
    .sort((a, b) => need(a.row.index) - need(b.row.index));
  const byIndex = new Map(wanted.map((row) => [row.index, row]));
  const rows = shown.map(({ index, slot }): ShownRow | null => {
    const row = byIndex.get(index);
    return row === undefined ? null : placed(row, slot);
  });
  const slots = freeSlots(shown);
  for (const { row, rank } of fresh.slice(0, most)) {
    // Where it belongs, if it can be: nothing need be moved then.
    const at = rows[rank] === null ? rank : rows.indexOf(null);
    if (at >= 0) rows[at] = placed(row, shown[at]!.slot);
    else rows.push(placed(row, slots.next().value));
  }
  // Elements that the waiting rows will take stay as they are until then.
  let waiting = Math.max(0, fresh.length - most);
  const isPart = waiting > 0;
  const next = rows.flatMap((row, i) => row ?? (waiting-- > 0 ? shown[i]! : []));
  const added = Math.min(fresh.length, most);
  return { rows: isPart ? next : next.sort((a, b) => a.index - b.index), added, isPart };
}

function placed({ index, start }: Row, slot: number): ShownRow {
  return { index, start, slot };
}

/** Numbers that none of the rows has. */
function* freeSlots(shown: readonly ShownRow[]): Generator<number, never, void> {
  const taken = new Set(shown.map(({ slot }) => slot));
  for (let slot = 0; ; slot++) if (!taken.has(slot)) yield slot;
}
