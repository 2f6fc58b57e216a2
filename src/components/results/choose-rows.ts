interface Placed {
  readonly index: number;
}

export interface Chosen<Item> {
  readonly items: readonly Item[];
  /** Whether some of the wanted rows have to wait. */
  readonly isPart: boolean;
}

/**
 * Which of the wanted rows to have in the document next: those that are there already, and of the others a
 * few, the most needed first. A screenful of new rows at once would hold up the page.
 *
 * @param shown positions of the rows that are in the document
 * @param need of a row; those with the lowest come first
 * @param most new rows at once
 */
export function chooseRows<Item extends Placed>(
  wanted: readonly Item[],
  shown: ReadonlySet<number>,
  need: (position: number) => number,
  most: number,
): Chosen<Item> {
  const fresh = wanted.filter(({ index }) => !shown.has(index));
  if (fresh.length <= most) return { items: wanted, isPart: false };
  const next = fresh.toSorted((a, b) => need(a.index) - need(b.index)).slice(0, most);
  const chosen = new Set(next.map(({ index }) => index));
  return {
    items: wanted.filter(({ index }) => shown.has(index) || chosen.has(index)),
    isPart: true,
  };
}
