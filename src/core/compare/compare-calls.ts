import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';

/**
 * How the calls of one sample by two models compare.
 *
 * - `same`: the same species, or the same group.
 * - `same-group`: one name includes the other, as a group its member or a species its subspecies.
 * - `both-refuse`: neither names anything.
 * - `one-refuses`: one names something, the other does not.
 * - `differs`: two names, neither of which includes the other.
 * - `unread`: at least one of them had no spectrum to call.
 */
export type CallAgreement =
  'same' | 'same-group' | 'both-refuse' | 'one-refuses' | 'differs' | 'unread';

/** A call with the information that is needed to interpret its name. */
export interface CallOfModel {
  readonly call: SpeciesCall;
  /** Whether the sample could be read at all. */
  readonly isRead: boolean;
  readonly manifest: Pick<ModelManifest, 'taxa' | 'groups'>;
}

/**
 * Compares the calls of two models. Their taxa are matched by id or by name, since two models may use
 * different ids, upper or lower case, blanks or underscores.
 */
export function compareCalls(a: CallOfModel, b: CallOfModel): CallAgreement {
  if (!a.isRead || !b.isRead) return 'unread';
  const [namesA, namesB] = [meaningOf(a), meaningOf(b)];
  if (namesA === null || namesB === null) {
    return namesA === namesB ? 'both-refuse' : 'one-refuses';
  }
  if (isSame(namesA.own, namesB.own)) return 'same';
  if (a.call.kind === 'group' && b.call.kind === 'group' && haveSame(namesA, namesB)) return 'same';
  return holds(namesA, namesB) || holds(namesB, namesA) ? 'same-group' : 'differs';
}

/** @returns whether two calls are one answer, which the filter for differences hides */
export function isAgreement(agreement: CallAgreement): boolean {
  return agreement === 'same' || agreement === 'both-refuse';
}

/** A name as a set of spellings: id and name. */
type Spellings = readonly string[];

interface Meaning {
  readonly own: Spellings;
  /** The taxa of a group; for a taxon, itself. */
  readonly members: readonly Spellings[];
}

function meaningOf({ call, manifest }: CallOfModel): Meaning | null {
  if (call.kind === 'none' || call.taxon === null) return null;
  const group = manifest.groups.find(({ id }) => id === call.taxon);
  if (group === undefined) {
    const own = spellingsOf(call.taxon, manifest);
    return { own, members: [own] };
  }
  return {
    own: [plain(group.id), plain(group.name)],
    members: group.members.map((id) => spellingsOf(id, manifest)),
  };
}

function spellingsOf(id: string, { taxa }: CallOfModel['manifest']): Spellings {
  const name = taxa.find((taxon) => taxon.id === id)?.name;
  return name === undefined ? [plain(id)] : [plain(id), plain(name)];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, ' ');
}

function isSame(a: Spellings, b: Spellings): boolean {
  return a.some((name) => b.includes(name));
}

function haveSame(a: Meaning, b: Meaning): boolean {
  return (
    a.members.length === b.members.length &&
    a.members.every((member) => b.members.some((other) => isSame(member, other)))
  );
}

/** @returns whether `outer` includes every taxon that `inner` includes */
function holds(outer: Meaning, inner: Meaning): boolean {
  return inner.members.every((member) =>
    outer.members.some((other) => isSame(other, member) || isSubspecies(member, other)),
  );
}

function isSubspecies(member: Spellings, species: Spellings): boolean {
  return member.some((name) => species.some((whole) => name.startsWith(`${whole} subsp`)));
}
