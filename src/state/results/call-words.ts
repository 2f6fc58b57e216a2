import { rankMembers, runnerUpOf } from '../../core/classify/group-members';
import { tierName } from '../../core/classify/tiers';
import type { CallRule, SampleRow, SpeciesCall } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';
import { formatPercent } from '../format';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { taxonMark } from './taxon-marks';
import { inWords, listInWords } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/** The mark of a call: a colour of the palette, or one of the marks without a taxon. */
export type CallMark = number | 'group' | 'none' | 'unread';

/** @param key from `callKey` or `countKey` */
export function markOf(manifest: ModelManifest | null, key: string): CallMark {
  if (key === 'unread') return key;
  if (key.startsWith('none')) return 'none';
  return (manifest && taxonMark(manifest, key)) ?? 'group';
}

/** Returns a call's name in a list of counts. */
export function nameOf(manifest: ModelManifest | null, key: string): string {
  if (key === 'none') return say('results.countNone');
  if (key.startsWith('none:')) {
    const rule = key.slice('none:'.length) as CallRule;
    return inWords(tierName(rule, manifest ?? { noPatternLabel: say('results.countNoPattern') }));
  }
  if (key === 'unread') return say('results.countUnread');
  const named =
    manifest?.taxa.find(({ id }) => id === key) ?? manifest?.groups.find(({ id }) => id === key);
  return named?.shortName ?? key;
}

/** Returns the caution of a model that names the likeliest class however small; null for all others. */
export function cautionOf(manifest: ModelManifest | null): string | null {
  if (manifest?.kind !== 'classifier' || manifest.thresholds.species > 0) return null;
  return say('results.guardNone');
}

/** Least probability of a second member of a group for the cell to name it. */
const WORTH_NAMING = 0.01;

/**
 * Returns the text of the species cell: the short name of a species, a group with its two likeliest members, or
 * the call's own words.
 */
export function cellText(manifest: ModelManifest | null, sample: SampleRow): string {
  const { call } = sample;
  const members = manifest === null ? null : rankMembers(sample, manifest);
  if (members !== null && call.taxon !== null) {
    const name = nameOf(manifest, call.taxon);
    const named = members
      .slice(0, 2)
      .filter(({ probability }, rank) => rank === 0 || probability >= WORTH_NAMING)
      .map(
        ({ taxon, probability }) =>
          `${withoutName(taxon.shortName, name)} ${formatPercent(probability)}`,
      );
    return say('common.named', { name, what: named.join(', ') });
  }
  return call.kind === 'species' && call.taxon !== null
    ? nameOf(manifest, call.taxon)
    : inWords(labelOf(call));
}

/** Leaves the group's own name out of a member's: `subsp. similipneumoniae`. */
function withoutName(member: string, group: string): string {
  return member.startsWith(`${group} `) ? member.slice(group.length + 1) : member;
}

/** Returns the runner-up that the table shows; null for a refusal. */
export function shownRunnerUp(
  manifest: ModelManifest | null,
  sample: SampleRow,
): SpeciesCall['runnerUp'] {
  const { call } = sample;
  if (call.kind === 'none') return null;
  return manifest === null ? call.runnerUp : runnerUpOf(sample, manifest);
}

/**
 * Returns the phylogroup of the called species, such as `Kp1`; null for any other call, and where none is
 * known.
 */
export function phylogroupOf(manifest: ModelManifest | null, { call }: SampleRow): string | null {
  return manifest?.taxa.find(({ id }) => id === call.taxon)?.phylogroup ?? null;
}

/**
 * Returns what fits as well as a taxon, since no marker of the model distinguishes them; null where nothing
 * is known to.
 */
export function alsoFitsWords({ alsoFits = [] }: Pick<TaxonInfo, 'alsoFits'>): string | null {
  if (alsoFits.length === 0) return null;
  return say('results.alsoFits', { taxa: listInWords(alsoFits), count: alsoFits.length });
}

/** Returns the tier of a call in words, as docs/calls.md names it. */
export function tierOf(manifest: ModelManifest, { rule }: SpeciesCall): string {
  return inWords(tierName(rule, manifest));
}

const CONFIDENCES = {
  high: 'results.confidenceHigh',
  moderate: 'results.confidenceModerate',
  weak: 'results.confidenceWeak',
  none: 'results.confidenceNone',
} as const satisfies Record<SpeciesCall['confidence'], MessageKey>;

/** Returns a confidence in the page's words. */
export function confidenceWord(confidence: SpeciesCall['confidence']): string {
  return say(CONFIDENCES[confidence]);
}
