interface Indexed {
  readonly index: number;
}

/**
 * Rows by their index, as a running job brings them: out of turn, some of them again, and some are
 * withdrawn. What is asked of it takes a time that does not grow with how many there are, but for the list.
 */
export class RowsByIndex<Row extends Indexed> {
  readonly #rows: (Row | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns the one that it takes the place of; null when it is new */
  put(row: Row): Row | null {
    const before = this.#rows[row.index] ?? null;
    this.#rows[row.index] = row;
    if (before === null) this.#size += 1;
    return before;
  }

  /** @returns what is there no longer; null when nothing was */
  remove(index: number): Row | null {
    const before = this.#rows[index] ?? null;
    if (before === null) return null;
    this.#rows[index] = undefined;
    this.#size -= 1;
    return before;
  }

  /** A new list of all of them in order of their index, without holes. */
  list(): readonly Row[] {
    // A copy as a whole is far cheaper than a look at each.
    if (this.#size === this.#rows.length) return this.#rows.slice() as Row[];
    return this.#rows.filter((row) => row !== undefined);
  }
}

/** The row of an index, in a list in order of their index; null when it is not there. */
export function findRow<Row extends Indexed>(rows: readonly Row[], index: number): Row | null {
  // Nearly always nothing is missing before it.
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
