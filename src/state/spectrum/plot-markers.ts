import { differ } from '../../core/classify/common-allele';
import { readIon, type FoundIon } from '../../core/classify/locus-findings';
import { markerIons } from '../../core/classify/marker-ions';
import type { MarkerEvidence } from '../../core/job/types';
import { expectedHere } from '../../core/marker-model/mass-line';
import type { MarkerTable } from '../../core/model-pack/types';

/** One ion of a taxon in one spectrum: its m/z, found or expected. */
export interface PlotMarker {
  /** `S22` */
  readonly locus: string;
  readonly charge: 1 | 2;
  /** Its expected m/z in this spectrum; without a spectrum, the model's expected m/z. */
  readonly expectedHere: number;
  /** Its m/z in the plot: where it was found, or else where it is expected here. */
  readonly mz: number;
  /** Share of the taxon's genomes with this allele. */
  readonly fraction: number;
  readonly found: FoundIon | null;
  /** Natural logarithm of the ion's likelihood ratio. */
  readonly logRatio: number;
}

/**
 * Lists a taxon's ions. For each locus and charge it is the strongest one that the model found, or else that
 * of the commonest allele, as missing. Loci that distinguish the taxon from its rival come first, and found
 * ions before missing ones.
 *
 * @param taxon index in the manifest, beside that of its rival
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
 * Lists the ions of the rival that a spectrum can tell from those of the taxon, in the order of
 * {@link plotMarkers}.
 */
export function rivalMarkers(
  markers: MarkerTable,
  evidence: MarkerEvidence,
  taxon: number,
  rival: number,
): readonly PlotMarker[] {
  const own = plotMarkers(markers, evidence, taxon, rival);
  return plotMarkers(markers, evidence, rival, taxon).filter((marker) =>
    own.every(
      ({ locus, charge, expectedHere: mass }) =>
        locus !== marker.locus ||
        charge !== marker.charge ||
        differ({ mass }, { mass: marker.expectedHere }),
    ),
  );
}

/**
 * Lists all ions that a taxon may show, each at its expected m/z: the commonest alleles first. The shares of
 * a locus' alleles add up to 1.
 *
 * @param evidence of the spectrum that they are compared with; null for the model's expected m/z
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

/** Writes `S22` or `S22 2+`. */
export function markerLabel({ locus, charge }: Pick<PlotMarker, 'locus' | 'charge'>): string {
  return charge === 1 ? locus : `${locus} ${charge}+`;
}

/** Orders found ions before missing ones, and stronger ones first. */
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
