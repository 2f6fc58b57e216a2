import { tierName } from '../../core/classify/tiers';
import type { SampleRow, SpeciesCall } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';

/** The mark of a call: a colour of the palette, or one of the marks that stand for no taxon. */
export type CallMark = number | 'group' | 'none' | 'unread';

/** @param key as `callKey` gives it */
export function markOf(manifest: ModelManifest | null, key: string): CallMark {
  if (key === 'none' || key === 'unread') return key;
  return manifest?.taxa.find(({ id }) => id === key)?.color ?? 'group';
}

/** A call's name in a list of counts. */
export function nameOf(manifest: ModelManifest | null, key: string): string {
  if (key === 'none') return 'no reliable identification';
  if (key === 'unread') return 'not read';
  const named =
    manifest?.taxa.find(({ id }) => id === key) ?? manifest?.groups.find(({ id }) => id === key);
  return named?.shortName ?? key;
}

/** What stands in the species cell: the short name of a species, or the call's own words. */
export function cellText(manifest: ModelManifest | null, { call }: SampleRow): string {
  return call.kind === 'species' && call.taxon !== null ? nameOf(manifest, call.taxon) : call.label;
}

/** The tier of a call in words, as docs/calls.md names it. */
export function tierOf(manifest: ModelManifest, { rule }: SpeciesCall): string {
  return tierName(rule, manifest);
}

export const confidenceWords: Readonly<Record<SpeciesCall['confidence'], string>> = {
  high: 'High',
  moderate: 'Moderate',
  weak: 'Weak',
  none: 'None',
};
