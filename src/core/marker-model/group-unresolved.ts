import type { TaxonGroup, TaxonInfo } from '../model-pack/types';
import type { UnresolvedPair } from './tell-apart';

/** A group's name lists its members up to this many characters. */
const LONGEST_NAME = 120;

/**
 * Makes groups of the taxa that cannot be told apart, so that a spectrum of any of them gets their
 * names together: a taxon is in the group of each that it is unresolved from, and of theirs.
 */
export function groupUnresolved(
  taxa: readonly TaxonInfo[],
  pairs: readonly UnresolvedPair[],
): TaxonGroup[] {
  const groupOf = new Map(taxa.map(({ id }) => [id, new Set([id])]));
  for (const { taxa: pair } of pairs) {
    const [one, other] = pair.map((id) => groupOf.get(id));
    if (one === undefined || other === undefined || one === other) continue;
    for (const id of other) {
      one.add(id);
      groupOf.set(id, one);
    }
  }
  return [...new Set(groupOf.values())]
    .filter((group) => group.size > 1)
    .map((group, i) => {
      const members = taxa.filter(({ id }) => group.has(id));
      const shortName = joined(members.map((taxon) => taxon.shortName));
      return {
        id: idOf(i, taxa),
        name: joined(members.map((taxon) => taxon.name)),
        shortName,
        members: members.map(({ id }) => id),
        unresolvedLabel: `${shortName}, not resolved`,
      };
    });
}

function idOf(index: number, taxa: readonly TaxonInfo[]): string {
  let id = `unresolved-${index + 1}`;
  while (taxa.some((taxon) => taxon.id === id)) id += '-x';
  return id;
}

/** `a, b or c`, or `a or 6 others` where that would be too long. */
function joined(names: readonly string[]): string {
  const all = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  if (all.length <= LONGEST_NAME) return all;
  return `${names[0]?.slice(0, LONGEST_NAME)} or ${names.length - 1} others`;
}
