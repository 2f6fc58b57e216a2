import { expectedHere } from '../marker-model/mass-line';
import type { MarkerTable } from '../model-pack/types';
import { isFound, locusEvidence, logRatioOf, readIon, type SeenMarkers } from './locus-findings';
import { markerIons } from './marker-ions';

/** A marker that is seen in a smaller part of the spectra could not have decided anything. */
const VISIBLE = 0.3;
/** Masses nearer than this cannot be told apart, as in `marker-model/unresolved.ts`. */
const RESOLVED_PPM = 600;

/** The marker that most genomes of a taxon have at a locus, as it was seen in one spectrum. */
export interface CommonAllele {
  readonly taxon: number;
  /** Average [M+H]+ mass, Da. */
  readonly mass: number;
  /**
   * m/z at which this spectrum should show it: of the ion that was found, else of the singly charged one.
   */
  readonly expectedHere: number;
  readonly charge: 1 | 2;
  readonly foundMz: number | null;
  /** Part of the spectra that show it; 1 for a marker that was found. */
  readonly visibility: number;
  /** The evidence of the locus, with all its alleles, for the taxon. */
  readonly evidence: number;
}

/**
 * Finds the most frequent allele of a taxon at a locus.
 *
 * @returns null where no allele of the taxon is known
 */
export function commonAllele(
  markers: MarkerTable,
  evidence: SeenMarkers,
  taxon: number,
  locus: number,
): CommonAllele | null {
  const alleles = markerIons(markers, taxon, locus);
  const [commonest] = alleles;
  if (commonest === undefined) return null;
  const ions = alleles.filter(({ mass }) => mass === commonest.mass);
  const shown = ions.find(({ ion }) => isFound(evidence, ion)) ?? commonest;
  const found = readIon(evidence, shown.ion).found;
  // A marker of detection probability d that is missing has a likelihood ratio of 1 - d.
  const missed = Math.min(0, ...ions.map(({ ion }) => readIon(evidence, ion).logRatio));
  const { expectedMz, charge } = markers.ions[shown.ion]!;
  return {
    taxon,
    mass: commonest.mass,
    expectedHere: expectedHere(expectedMz, evidence),
    charge,
    foundMz: found?.mz ?? null,
    visibility: found === null ? 1 - Math.exp(missed) : 1,
    evidence: locusEvidence(markers, evidence, taxon, locus),
  };
}

/**
 * Returns whether the most frequent allele of a taxon at a locus was not found, and is usually seen: as
 * {@link commonAllele} says it, but without making anything, since it is asked of most loci of every sample.
 *
 * @returns `found` where it was found, or where no allele of the taxon is known
 */
export function absenceOf(
  markers: MarkerTable,
  evidence: SeenMarkers,
  taxon: number,
  locus: number,
): 'found' | 'usually-seen' | 'seldom-seen' {
  const alleles = markerIons(markers, taxon, locus);
  const mass = alleles[0]?.mass;
  if (mass === undefined) return 'found';
  let missed = 0;
  for (const one of alleles) {
    if (one.mass !== mass) continue;
    if (isFound(evidence, one.ion)) return 'found';
    missed = Math.min(missed, logRatioOf(evidence, one.ion));
  }
  return 1 - Math.exp(missed) >= VISIBLE ? 'usually-seen' : 'seldom-seen';
}

/** @returns whether a spectrum can resolve two markers */
export function differ(a: Pick<CommonAllele, 'mass'>, b: Pick<CommonAllele, 'mass'>): boolean {
  return Math.abs(a.mass - b.mass) > RESOLVED_PPM * 1e-6 * a.mass;
}

/** @returns whether one of the markers is seen often enough for its absence to be worth mentioning */
export function isUsuallySeen(alleles: readonly CommonAllele[]): boolean {
  return Math.max(...alleles.map(({ visibility }) => visibility)) >= VISIBLE;
}
