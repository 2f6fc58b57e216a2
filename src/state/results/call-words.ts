import { tierName } from '../../core/classify/tiers';
import type { CallRule, SampleRow, SpeciesCall } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';
import { listWords } from '../../core/text';
import { taxonMark } from './taxon-marks';

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
  if (key === 'none') return 'not identified';
  if (key.startsWith('none:')) {
    return tierName(
      key.slice('none:'.length) as CallRule,
      manifest ?? { noPatternLabel: 'No pattern' },
    );
  }
  if (key === 'unread') return 'not read';
  const named =
    manifest?.taxa.find(({ id }) => id === key) ?? manifest?.groups.find(({ id }) => id === key);
  return named?.shortName ?? key;
}

/** Returns the caution of a model that names the likeliest class however small; null for all others. */
export function cautionOf(manifest: ModelManifest | null): string | null {
  if (manifest?.kind !== 'classifier' || manifest.thresholds.species > 0) return null;
  return 'This model names every spectrum, even of bacteria that it does not know: a name here is only the likeliest of its own classes.';
}

/** Returns the text of the species cell: the short name of a species, or the call's own words. */
export function cellText(manifest: ModelManifest | null, { call }: SampleRow): string {
  return call.kind === 'species' && call.taxon !== null ? nameOf(manifest, call.taxon) : call.label;
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
  return `${listWords(alsoFits)} ${alsoFits.length === 1 ? 'fits' : 'fit'} as well: no marker of this model tells ${alsoFits.length === 1 ? 'it' : 'them'} apart.`;
}

/** Returns the tier of a call in words, as docs/calls.md names it. */
export function tierOf(manifest: ModelManifest, { rule }: SpeciesCall): string {
  return tierName(rule, manifest);
}

export const confidenceWords: Readonly<Record<SpeciesCall['confidence'], string>> = {
  high: 'High',
  moderate: 'Moderate',
  weak: 'Weak',
  none: 'None',
};
