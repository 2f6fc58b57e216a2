import { readIon, type FoundIon } from '../../core/classify/locus-findings';
import { markerIons } from '../../core/classify/marker-ions';
import type { MarkerEvidence } from '../../core/job/types';
import { expectedHere } from '../../core/marker-model/mass-line';
import type { MarkerIon, ModelManifest, TaxonInfo } from '../../core/model-pack/types';

export interface MarkerLine {
  readonly ion: MarkerIon;
  /** m/z at which the marker is expected in this spectrum. */
  readonly expectedHere: number;
  readonly found: FoundIon | null;
  /** The ion's weight: the natural logarithm of its likelihood ratio. */
  readonly logRatio: number;
  /** The taxa that have the marker and that the model names. */
  readonly taxa: readonly TaxonInfo[];
  /** The taxa that have the marker and that the model only refuses. */
  readonly outgroups: readonly TaxonInfo[];
}

/** Lists every ion that the model looks for, in order of m/z, with its findings. */
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
    .map((ion, index) => {
      const of = owners.get(index) ?? [];
      return {
        ion,
        expectedHere: expectedHere(ion.expectedMz, evidence),
        ...readIon(evidence, index),
        taxa: of.filter(({ outgroup }) => !outgroup),
        outgroups: of.filter(({ outgroup }) => outgroup),
      };
    })
    .sort((a, b) => a.ion.expectedMz - b.ion.expectedMz);
}
