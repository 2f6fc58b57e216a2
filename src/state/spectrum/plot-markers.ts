import { readIon, type FoundIon } from '../../core/classify/locus-findings';
import { markerIons } from '../../core/classify/marker-ions';
import type { MarkerEvidence } from '../../core/job/types';
import { expectedHere } from '../../core/marker-model/mass-line';
import type { MarkerTable } from '../../core/model-pack/types';

/** One ion of a taxon in one spectrum: where it was found, or where it should have been. */
export interface PlotMarker {
  /** `S22` */
  readonly locus: string;
  readonly charge: 1 | 2;
  /** Where it is expected in this spectrum; without one, where the model expects it in any. */
  readonly expectedHere: number;
  /** Where it is to be looked at: where it was found, else where it is expected here. */
  readonly mz: number;
  /** Part of the taxon's genomes that have this allele. */
  readonly fraction: number;
  readonly found: FoundIon | null;
  /** Natural logarithm of the ion's likelihood ratio. */
  readonly logRatio: number;
}

/**
 * A taxon's ions: of each locus and charge the one that the model found and that tells most; else
 * that of the commonest allele, as missing. First come those of the loci that tell the taxon from its
 * rival, and of each locus what was found.
 *
 * @param taxon index in the manifest, and that of its rival
 */
export function plotMarkers(
  markers: MarkerTable,
  evidence: MarkerEvidence,
  taxon: number,
  rival: number | null,
): readonly PlotMarker[] {
  const evidenceOf = (of: number, locus: number) =>
    evidence.loci[of * markers.loci.length + locus] ?? 0;
  const weightOf = (locus: number) =>
    rival === null ? 0 : Math.abs(evidenceOf(taxon, locus) - evidenceOf(rival, locus));
  return markers.loci
    .flatMap((_, locus) =>
      ([1, 2] as const).flatMap((charge) => {
        const ions = markerIons(markers, taxon, locus)
          .filter(({ ion }) => markers.ions[ion]!.charge === charge)
          .map(({ ion, fraction }) => markerOf(markers, evidence, ion, fraction));
        const found = ions.filter((marker) => marker.found !== null);
        found.sort((a, b) => b.logRatio - a.logRatio);
        const marker = found[0] ?? ions[0];
        return marker === undefined ? [] : { marker, weight: weightOf(locus) };
      }),
    )
    .sort((a, b) => b.weight - a.weight || byImportance(a.marker, b.marker))
    .map(({ marker }) => marker);
}

/**
 * All ions that a taxon may show, each where it is expected in a spectrum: the commonest alleles come
 * first, and a locus' alleles add up to 1.
 *
 * @param evidence of the spectrum that they are held against; null: where they are expected by themselves
 */
export function expectedMarkers(
  markers: MarkerTable,
  evidence: MarkerEvidence | null,
  taxon: number,
): readonly PlotMarker[] {
  return markers.loci
    .flatMap((_, locus) =>
      markerIons(markers, taxon, locus).map(({ ion, fraction }) => {
        const marker = markerOf(markers, evidence, ion, fraction);
        return { ...marker, mz: marker.expectedHere };
      }),
    )
    .sort((a, b) => b.fraction - a.fraction || a.charge - b.charge);
}

/** `S22`, `S22 2+` */
export function markerLabel({ locus, charge }: Pick<PlotMarker, 'locus' | 'charge'>): string {
  return charge === 1 ? locus : `${locus} ${charge}+`;
}

/** What is found before what is missing, and the more telling first. */
function byImportance(a: PlotMarker, b: PlotMarker): number {
  return (
    Number(b.found !== null) - Number(a.found !== null) ||
    Math.abs(b.logRatio) - Math.abs(a.logRatio) ||
    a.charge - b.charge
  );
}

function markerOf(
  markers: MarkerTable,
  evidence: MarkerEvidence | null,
  ion: number,
  fraction: number,
): PlotMarker {
  const { locus, charge, expectedMz } = markers.ions[ion]!;
  const seen = evidence === null ? { logRatio: 0, found: null } : readIon(evidence, ion);
  const here = evidence === null ? expectedMz : expectedHere(expectedMz, evidence);
  const mz = seen.found?.mz ?? here;
  return { locus, charge, expectedHere: here, fraction, mz, ...seen };
}
