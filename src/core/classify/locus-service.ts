import type { MarkerEvidence } from '../job/types';
import type { MarkerTable } from '../model-pack/types';

/** Whether a locus counts for the acceptance of a spectrum; one that only names does not. */
export function servesAcceptance({ serves }: Pick<MarkerTable, 'serves'>, locus: number): boolean {
  return serves?.[locus] !== 'name';
}

/** How many loci count for the acceptance of a spectrum. */
export function countAcceptanceLoci(markers: Pick<MarkerTable, 'loci' | 'serves'>): number {
  let count = 0;
  for (let l = 0; l < markers.loci.length; l += 1) if (servesAcceptance(markers, l)) count += 1;
  return count;
}

/** Places of the loci that only name; none in a model of format 1. */
export function namingLoci(markers: Pick<MarkerTable, 'loci' | 'serves'>): readonly number[] {
  return [...markers.loci.keys()].filter((locus) => !servesAcceptance(markers, locus));
}

/**
 * Whether the loci that only name were counted in a spectrum. Where the model saw too few of them it
 * gives each of them an evidence of exactly 0 for every taxon.
 *
 * @returns null where the model has no such loci
 */
export function areNamingLociCounted(
  markers: Pick<MarkerTable, 'loci' | 'serves'>,
  { loci }: Pick<MarkerEvidence, 'loci'>,
): boolean | null {
  const naming = namingLoci(markers);
  if (naming.length === 0) return null;
  const width = markers.loci.length;
  for (let row = 0; row < loci.length; row += width) {
    if (naming.some((locus) => loci[row + locus] !== 0)) return true;
  }
  return false;
}
