/** The names that a thing may have, the best first, and the one that it has now. */
interface Named<T> {
  readonly thing: T;
  readonly names: readonly string[];
  readonly at: number;
}

/**
 * Gives each thing a name of its own. When two things have the same best name, both take their next name.
 * The order in which the things are added does not change the names that they have in the end.
 */
export class NamesApart<T> {
  /** The thing that has a name; null for a name that several things asked for, so that none has it. */
  readonly #holders = new Map<string, Named<T> | null>();

  /**
   * @param names at least one; a thing with one name keeps it, even if others have it too
   * @returns the things whose names changed, with their new names
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
