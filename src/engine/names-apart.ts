/** The names that an item may have, the best first, and its current one. */
interface Named<T> {
  readonly thing: T;
  readonly names: readonly string[];
  readonly at: number;
}

/**
 * Assigns a unique name to each item. When two items have the same best name, both take their next name.
 * The final names do not depend on the order in which the items are added.
 */
export class NamesApart<T> {
  /** The item that has a name; null for a name that several items asked for, which none of them gets. */
  readonly #holders = new Map<string, Named<T> | null>();

  /**
   * @param names at least one; an item with one name keeps it, even if others have it too
   * @returns the items whose names changed, with their new names
   */
  add(thing: T, names: readonly string[]): ReadonlyMap<T, string> {
    const renamed = new Map<T, string>();
    if (names.length < 2) return renamed;
    const waiting: Named<T>[] = [{ thing, names, at: 0 }];
    for (let one; (one = waiting.pop());) {
      const name = one.names[one.at]!;
      const isLast = one.at === one.names.length - 1;
      const holder = this.#holders.get(name);
      if (isLast || holder === undefined) {
        if (!isLast) this.#holders.set(name, one);
        renamed.set(one.thing, name);
        continue;
      }
      this.#holders.set(name, null);
      waiting.push({ ...one, at: one.at + 1 });
      if (holder !== null) waiting.push({ ...holder, at: holder.at + 1 });
    }
    return renamed;
  }
}
