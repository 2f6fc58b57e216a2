/** Somebody's names, the best first, and the one that is in use. */
interface Named<T> {
  readonly thing: T;
  readonly names: readonly string[];
  readonly at: number;
}

/**
 * Gives things that come one after another names that no two of them share: whoever has a name that
 * another would have, too, takes its next, and so does the other. In which order they come makes no
 * difference to the names that they have in the end.
 */
export class NamesApart<T> {
  /** Who has a name; null for one that several would have, and so none has. */
  readonly #holders = new Map<string, Named<T> | null>();

  /**
   * @param names one at least; somebody with one name only keeps it, whoever else has it
   * @returns those whose name is new, with it
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
