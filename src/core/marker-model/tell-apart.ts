import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/** Masses nearer than this cannot be told apart: about twice the mass error left after the shift. */
const RESOLVED_PPM = 600;
/** A locus whose ions are all seen more rarely than this does not decide anything. */
const SEEN = 0.2;
/** An allele that counts as a taxon's own. */
const COMMON = 0.05;

export interface UnresolvedPair {
  readonly taxa: readonly [string, string];
  /** Loci in which they differ although it does not show, with the reason. */
  readonly hidden: readonly { readonly locus: string; readonly why: 'not-seen' | 'too-close' }[];
}

/**
 * Which taxa no marker can tell apart. Two differ in a locus when none of the common masses of one is
 * within 600 ppm of one of the other's, and it shows when the locus is seen in at least a fifth of
 * the spectra.
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
