import type { TaxonGroup, TaxonInfo } from '../model-pack/types';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';
import { listWords } from '../text';
import { type Sentence, sentence } from '../../words/told/sentence';

/** Masses nearer than this cannot be resolved: about twice the mass error left after the shift. */
const RESOLVED_PPM = 600;
/** A locus whose ions are all seen in a smaller part of the spectra does not decide anything. */
const SEEN = 0.2;
/** Least fraction of an allele that counts as a taxon's own. */
const COMMON = 0.05;

export interface UnresolvedPair {
  readonly taxa: readonly [string, string];
  /** Loci in which they differ without it being visible, with the reason. */
  readonly hidden: readonly { readonly locus: string; readonly why: 'not-seen' | 'too-close' }[];
}

/**
 * Finds the taxa that no marker can distinguish. Two taxa differ in a locus when none of the common masses
 * of one is within 600 ppm of one of the other's. The difference is visible when the locus is seen in at
 * least a fifth of the spectra.
 */
export function findUnresolved(
  taxa: readonly MarkerTaxon[],
  parameters: MarkerParameters,
): UnresolvedPair[] {
  return taxa.flatMap((one, i) =>
    taxa.slice(i + 1).flatMap((other) => {
      const hidden: { locus: string; why: 'not-seen' | 'too-close' }[] = [];
      for (const locus of one.loci.keys()) {
        const difference = compareLocus(one, other, locus);
        if (difference === 'same') continue;
        if (difference === 'too-close') hidden.push({ locus, why: difference });
        else if (!isSeen(locus, parameters)) hidden.push({ locus, why: 'not-seen' });
        else return [];
      }
      return [{ taxa: [one.id, other.id] as const, hidden }];
    }),
  );
}

function compareLocus(
  one: MarkerTaxon,
  other: MarkerTaxon,
  locus: string,
): 'same' | 'too-close' | 'different' {
  const common = (taxon: MarkerTaxon): number[] =>
    (taxon.loci.get(locus) ?? [])
      .filter(({ fraction }) => fraction >= COMMON)
      .map(({ mass }) => mass);
  const [a, b] = [common(one), common(other)];
  if (a.length === 0 || b.length === 0) return 'same';
  const nearest = Math.min(...a.flatMap((x) => b.map((y) => Math.abs(x / y - 1) * 1e6)));
  if (nearest === 0) return 'same';
  return nearest < RESOLVED_PPM ? 'too-close' : 'different';
}

function isSeen(locus: string, { ions }: MarkerParameters): boolean {
  const charges = ions[locus];
  if (charges === undefined) return false;
  return Object.values(charges).some(({ detection }) => detection >= SEEN);
}

/** Most characters of a group's name that lists all members. */
const LONGEST_NAME = 120;

/**
 * Groups the taxa that cannot be distinguished, so that a spectrum of any of them gets all their names. A
 * taxon is in the group of each taxon that it is unresolved from, directly or through others.
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

/** Joins names as `a, b or c`, or as `a or 6 others` where that would be too long. */
function joined(names: readonly string[]): string {
  const all = listWords(names, 'or');
  if (all.length <= LONGEST_NAME) return all;
  return `${names[0]?.slice(0, LONGEST_NAME)} or ${names.length - 1} others`;
}

/**
 * Tells why two taxa cannot be distinguished.
 *
 * @param nameOf returns a taxon's name by its id
 */
export function tellUnresolved(
  { taxa, hidden }: UnresolvedPair,
  nameOf: (id: string) => string,
): Sentence {
  const names = { one: nameOf(taxa[0]), other: nameOf(taxa[1]) };
  const loci = (why: UnresolvedPair['hidden'][number]['why']): string =>
    hidden
      .filter((locus) => locus.why === why)
      .map(({ locus }) => locus)
      .join(', ');
  const [seen, close] = [loci('not-seen'), loci('too-close')];
  if (seen === '' && close === '') return sentence('markerTable.apartNot', names);
  if (close === '') return sentence('markerTable.apartSeen', { ...names, loci: seen });
  if (seen === '') return sentence('markerTable.apartClose', { ...names, loci: close });
  return sentence('markerTable.apartBoth', { ...names, seen, close });
}

/**
 * Explains the same in English, for the limits in a manifest, which are in no other language.
 *
 * @param nameOf returns a taxon's name by its id
 */
export function describeUnresolved(
  { taxa, hidden }: UnresolvedPair,
  nameOf: (id: string) => string,
): string {
  const [one, other] = taxa.map(nameOf);
  const said = `${one} and ${other} cannot be told apart`;
  if (hidden.length === 0) return `${said}: no locus that both have differs between them.`;
  const part = (why: UnresolvedPair['hidden'][number]['why'], words: string): string[] => {
    const loci = hidden.filter((locus) => locus.why === why).map(({ locus }) => locus);
    return loci.length === 0 ? [] : [`${loci.join(', ')}, ${words}`];
  };
  const reasons = [
    ...part('not-seen', 'which is too rarely seen in spectra to decide'),
    ...part('too-close', 'where their masses lie too close together'),
  ];
  return `${said}: they differ only in ${reasons.join('; and in ')}.`;
}
