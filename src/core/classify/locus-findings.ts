import type { MarkerEvidence } from '../job/types';
import { expectedHere } from '../marker-model/mass-line';
import type { MarkerTable, ModelManifest } from '../model-pack/types';
import { type AlleleIon, markerIons } from './marker-ions';

/** Where an ion was found, from the model's own output. */
export interface FoundIon {
  readonly mz: number;
  /** Height over the local noise. */
  readonly height: number;
  /** What is left of the mass error: m/z found less m/z expected here, ppm. */
  readonly errorPpm: number;
}

/** The ion of an allele that tells most about it in one spectrum. */
export interface AlleleFinding {
  /** Place in `MarkerTable.ions`. */
  readonly ion: number;
  /** Where the model expects it in any spectrum. */
  readonly expectedMz: number;
  /** Where it is expected in this one: with the spectrum's own shift and tilt. */
  readonly expectedHere: number;
  readonly charge: 1 | 2;
  /** Average [M+H]+ mass of the allele, Da. */
  readonly mass: number;
  /** Part of the taxon's genomes that have this allele. */
  readonly fraction: number;
  /** Natural logarithm of the ion's likelihood ratio. */
  readonly logRatio: number;
  readonly found: FoundIon | null;
}

/** What one locus says about one taxon in one spectrum. */
export interface LocusFinding {
  /** Natural logarithm of the likelihood ratio: what the locus weighs for or against the taxon. */
  readonly evidence: number;
  readonly verdict: 'for' | 'against' | 'open';
  /** The best found ion, else the singly charged one of the commonest allele; null: no allele known. */
  readonly ion: AlleleFinding | null;
}

/** Values of one row of `MarkerEvidence.ions`. */
const ION_VALUES = 4;

/** What is read of a spectrum's evidence where its markers are told. */
export type SeenMarkers = Pick<MarkerEvidence, 'loci' | 'ions' | 'shiftPpm' | 'tiltPpmPerKda'>;

type MarkerManifest = Pick<ModelManifest, 'thresholds'> & { readonly markers: MarkerTable };

/**
 * What the model saw of a taxon, locus by locus, read from its output tensors.
 *
 * @param taxon index in the manifest
 * @returns one finding for each of `markers.loci`
 */
export function locusFindings(
  manifest: MarkerManifest,
  evidence: SeenMarkers,
  taxon: number,
): readonly LocusFinding[] {
  return manifest.markers.loci.map((_, locus) => locusFinding(manifest, evidence, taxon, locus));
}

/** The same, of one locus alone: most of what is asked of every sample is not asked of every locus. */
export function locusFinding(
  manifest: MarkerManifest,
  evidence: SeenMarkers,
  taxon: number,
  locus: number,
): LocusFinding {
  const { markers } = manifest;
  const best = bestIon(markers, evidence, taxon, locus);
  const value = locusEvidence(markers, evidence, taxon, locus);
  const verdict = verdictOf(value, manifest);
  if (best === null) return { evidence: value, verdict, ion: null };
  const { ion, mass, fraction } = best;
  const { expectedMz, charge } = markers.ions[ion]!;
  const seen = readIon(evidence, ion);
  const here = expectedHere(expectedMz, evidence);
  return {
    evidence: value,
    verdict,
    ion: { ion, expectedMz, expectedHere: here, charge, mass, fraction, ...seen },
  };
}

/** Natural logarithm of the likelihood ratio that a locus weighs for a taxon. */
export function locusEvidence(
  { loci }: Pick<MarkerTable, 'loci'>,
  evidence: Pick<MarkerEvidence, 'loci'>,
  taxon: number,
  locus: number,
): number {
  return evidence.loci[taxon * loci.length + locus] ?? 0;
}

export function verdictOf(
  value: number,
  { thresholds }: Pick<ModelManifest, 'thresholds'>,
): LocusFinding['verdict'] {
  const limit = thresholds.markers?.locusEvidence ?? 1;
  return value > limit ? 'for' : value < -limit ? 'against' : 'open';
}

/** Of a taxon's alleles at a locus the best found ion, else the first; null: no allele known. */
export function bestIon(
  markers: MarkerTable,
  evidence: Pick<MarkerEvidence, 'ions'>,
  taxon: number,
  locus: number,
): AlleleIon | null {
  let best: AlleleIon | null = null;
  for (const one of markerIons(markers, taxon, locus)) {
    const isBetter =
      best === null ||
      (isFound(evidence, one.ion) &&
        (!isFound(evidence, best.ion) ||
          logRatioOf(evidence, one.ion) > logRatioOf(evidence, best.ion)));
    if (isBetter) best = one;
  }
  return best;
}

/** An ion counts as found where its likelihood ratio speaks for it. */
export function isFound(evidence: Pick<MarkerEvidence, 'ions'>, ion: number): boolean {
  return (evidence.ions[ION_VALUES * ion + 1] ?? 0) > 0 && logRatioOf(evidence, ion) > 0;
}

/** Natural logarithm of the ion's likelihood ratio. */
export function logRatioOf({ ions }: Pick<MarkerEvidence, 'ions'>, ion: number): number {
  return ions[ION_VALUES * ion] ?? 0;
}

/** One row of the ions' tensor. */
export function readIon(
  evidence: Pick<MarkerEvidence, 'ions'>,
  ion: number,
): Pick<AlleleFinding, 'logRatio' | 'found'> {
  const { ions } = evidence;
  const at = ION_VALUES * ion;
  const logRatio = logRatioOf(evidence, ion);
  if (!isFound(evidence, ion)) return { logRatio, found: null };
  return {
    logRatio,
    found: { mz: ions[at + 1] ?? 0, height: ions[at + 2] ?? 0, errorPpm: ions[at + 3] ?? 0 },
  };
}
