import type { SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';

/**
 * How the calls of one sample by two models compare.
 *
 * - `same`: the same species, or the same group.
 * - `same-group`: one name includes the other, as a group its member or a species its subspecies. A class that
 *   is a group by its name alone, such as `Klebsiella oxytoca group`, includes the species that it is named
 *   after and the members of the other model's group of that name.
 * - `both-refuse`: neither names anything.
 * - `one-refuses`: one names something, the other does not.
 * - `differs`: two names, neither of which includes the other.
 * - `unread`: at least one of them had no spectrum to call.
 */
export const CALL_AGREEMENTS = [
  'same',
  'same-group',
  'both-refuse',
  'one-refuses',
  'differs',
  'unread',
] as const;
export type CallAgreement = (typeof CALL_AGREEMENTS)[number];

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
  const [namesA, namesB] = [meaningOf(a, b.manifest), meaningOf(b, a.manifest)];
  if (namesA === null || namesB === null) {
    return namesA === namesB ? 'both-refuse' : 'one-refuses';
  }
  if (isSame(namesA.own, namesB.own)) return 'same';
  if (namesA.core !== null && namesA.core === namesB.core) return 'same';
  if (a.call.kind === 'group' && b.call.kind === 'group' && haveSame(namesA, namesB)) return 'same';
  return holds(namesA, namesB) || holds(namesB, namesA) ? 'same-group' : 'differs';
}

/** A name as a set of spellings: id and name. */
type Spellings = readonly string[];

interface Meaning {
  readonly own: Spellings;
  /** The taxa of a group; for a taxon, itself. */
  readonly members: readonly Spellings[];
  /** The name of a group or complex without that word; null for all others. */
  readonly core: string | null;
}

/** @param other of the other model, which may list the members of a group that this model has as one class */
function meaningOf(
  { call, manifest }: CallOfModel,
  other: CallOfModel['manifest'],
): Meaning | null {
  if (call.kind === 'none' || call.taxon === null) return null;
  const group = manifest.groups.find(({ id }) => id === call.taxon);
  if (group !== undefined) {
    return {
      own: [plain(group.id), plain(group.name)],
      members: group.members.map((id) => spellingsOf(id, manifest)),
      core: coreOf(plain(group.name)),
    };
  }
  const own = spellingsOf(call.taxon, manifest);
  const core = own.map(coreOf).find((one) => one !== null) ?? null;
  if (core === null) return { own, members: [own], core };
  const listed = other.groups.find(({ name }) => coreOf(plain(name)) === core)?.members ?? [];
  return { own, members: [[core], ...listed.map((id) => spellingsOf(id, other))], core };
}

/** Returns `klebsiella oxytoca` of `klebsiella oxytoca group`; null for a name that is not one of a group. */
function coreOf(name: string): string | null {
  return /^(.+) (?:group|complex)$/.exec(name)?.[1] ?? null;
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
