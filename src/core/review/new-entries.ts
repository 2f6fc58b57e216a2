import type { ReviewEntry } from './entry';

/**
 * Returns the entries of another copy of a review that this one does not have, with places behind its own. Two entries
 * are one when the same person did the same to the same sample at the same time; a withdrawal names its entry by its
 * place, which may be another one here. One that withdraws an entry that is nowhere is left out.
 *
 * @param first the place of the first of them
 */
export function newEntries(
  own: readonly ReviewEntry[],
  others: readonly ReviewEntry[],
  first: number,
): readonly ReviewEntry[] {
  const known = new Map<string, number>();
  const keysHere = keysOf(own);
  for (const { order } of own) known.set(keysHere.get(order)!, order);
  const keysThere = keysOf(others);
  const added: ReviewEntry[] = [];
  for (const entry of others) {
    const key = keysThere.get(entry.order)!;
    if (known.has(key)) continue;
    const order = first + added.length;
    if (entry.kind === 'withdrawal') {
      const withdraws = known.get(keysThere.get(entry.withdraws) ?? '');
      if (withdraws === undefined) continue;
      added.push({ ...entry, order, withdraws });
    } else added.push({ ...entry, order });
    known.set(key, order);
  }
  return added;
}

/** What identifies each entry of a review, by its place. */
function keysOf(entries: readonly ReviewEntry[]): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  // A withdrawal is never withdrawn. With its own key, a chain of them would double the key at each link.
  const acts = new Map<number, string>();
  for (const entry of entries) {
    const { at, by, sample, spectrum, kind } = entry;
    const what = {
      reviewed: () => '',
      note: () => entry.kind === 'note' && entry.text,
      override: () =>
        entry.kind === 'override' && [entry.call.taxon, entry.call.label, entry.reason],
      withdrawal: () => entry.kind === 'withdrawal' && (acts.get(entry.withdraws) ?? ''),
    }[kind]();
    const key = JSON.stringify([at, by, sample, spectrum, kind, what]);
    keys.set(entry.order, key);
    if (kind !== 'withdrawal') acts.set(entry.order, key);
  }
  return keys;
}
