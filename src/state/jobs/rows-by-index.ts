interface Indexed {
  readonly index: number;
}

/**
 * A running job's rows by their index. They arrive out of order, and may be replaced or withdrawn. Every
 * operation but `list` takes constant time.
 */
export class RowsByIndex<Row extends Indexed> {
  readonly #rows: (Row | undefined)[] = [];
  #size = 0;
  #changes = 0;

  get size(): number {
    return this.#size;
  }

  /** Number of rows that were put or removed so far. */
  get changes(): number {
    return this.#changes;
  }

  /** @returns the row that it replaces; null when it is new */
  put(row: Row): Row | null {
    const before = this.#rows[row.index] ?? null;
    this.#rows[row.index] = row;
    this.#changes += 1;
    if (before === null) this.#size += 1;
    return before;
  }

  /** @returns the removed row; null when there was none */
  remove(index: number): Row | null {
    const before = this.#rows[index] ?? null;
    if (before === null) return null;
    this.#rows[index] = undefined;
    this.#changes += 1;
    this.#size -= 1;
    return before;
  }

  /** Makes a new list of all rows in order of their index, without holes. */
  list(): readonly Row[] {
    // Copying the whole array is far cheaper than checking each row.
    if (this.#size === this.#rows.length) return this.#rows.slice() as Row[];
    return this.#rows.filter((row) => row !== undefined);
  }
}

/**
 * Finds the row of an index in a list sorted by index.
 *
 * @returns null when it is missing
 */
export function findRow<Row extends Indexed>(rows: readonly Row[], index: number): Row | null {
  // Usually no row before it is missing.
  const guess = rows[index];
  if (guess?.index === index) return guess;
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle]!;
    if (row.index === index) return row;
    if (row.index < index) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
