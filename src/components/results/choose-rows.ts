/** The place of a row of the table. */
export interface PlacedRow {
  readonly index: number;
  readonly start: number;
}

/** A row that is in the document. */
export interface ShownRow extends PlacedRow {
  /** The element that shows it. The element of a row that is no longer wanted shows another row. */
  readonly slot: number;
}

export interface Chosen {
  /** The rows in the order of the document; in table order once all are there. */
  readonly rows: readonly ShownRow[];
  /** Number of new rows among them. */
  readonly added: number;
  /** Whether some of the wanted rows have to wait for another frame. */
  readonly isPart: boolean;
}

/**
 * Chooses the rows that the document has next: the wanted rows that are there already, and a few of the
 * others, the most needed first. A whole screen of new rows at once would block the page. New rows take over
 * the elements of rows that went out of sight, since new elements leave much garbage.
 *
 * @param shown rows in the document, in its order
 * @param need returns the order in which rows come, the lowest first
 * @param most number of new rows at once
 */
export function chooseRows(
  wanted: readonly PlacedRow[],
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
    // The row goes to its own place if possible, so that nothing is moved.
    const at = rows[rank] === null ? rank : rows.indexOf(null);
    if (at >= 0) rows[at] = placed(row, shown[at]!.slot);
    else rows.push(placed(row, slots.next().value));
  }
  // Elements that waiting rows will take stay unchanged until then.
  let waiting = Math.max(0, fresh.length - most);
  const isPart = waiting > 0;
  const next = rows.flatMap((row, i) => row ?? (waiting-- > 0 ? shown[i]! : []));
  const added = Math.min(fresh.length, most);
  return { rows: isPart ? next : next.sort((a, b) => a.index - b.index), added, isPart };
}

function placed({ index, start }: PlacedRow, slot: number): ShownRow {
  return { index, start, slot };
}

/** Yields numbers that none of the rows has. */
function* freeSlots(shown: readonly ShownRow[]): Generator<number, never, void> {
  const taken = new Set(shown.map(({ slot }) => slot));
  for (let slot = 0; ; slot++) if (!taken.has(slot)) yield slot;
}
