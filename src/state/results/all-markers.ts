import { readIon, type FoundIon } from '../../core/classify/locus-findings';
import { markerIons } from '../../core/classify/marker-ions';
import type { MarkerEvidence } from '../../core/job/types';
import type { MarkerIon, ModelManifest, TaxonInfo } from '../../core/model-pack/types';

export interface MarkerLine {
  readonly ion: MarkerIon;
  readonly found: FoundIon | null;
  /** Natural logarithm of the ion's likelihood ratio: its weight. */
  readonly logRatio: number;
  /** Taxa that have the marker. */
  readonly taxa: readonly TaxonInfo[];
}

/** Every ion that the model looks for, in order of m/z, with what it found. */
export function listMarkers(
  { markers, taxa }: ModelManifest,
  evidence: MarkerEvidence,
): readonly MarkerLine[] {
  if (markers === null) return [];
  const owners = new Map<number, TaxonInfo[]>();
  for (const [t, taxon] of taxa.entries()) {
    for (const locus of markers.loci.keys()) {
      for (const { ion } of markerIons(markers, t, locus)) {
        const known = owners.get(ion);
        if (known === undefined) owners.set(ion, [taxon]);
        else known.push(taxon);
      }
    }
  }
  return markers.ions
    .map((ion, index) => ({ ion, ...readIon(evidence, index), taxa: owners.get(index) ?? [] }))
    .sort((a, b) => a.ion.expectedMz - b.ion.expectedMz);
}
