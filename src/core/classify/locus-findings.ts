import type { MarkerEvidence } from '../job/types';
import type { MarkerTable, ModelManifest } from '../model-pack/types';
import { markerIons } from './marker-ions';

/** Where an ion was found, from the model's own output. */
export interface FoundIon {
  readonly mz: number;
  /** Height over the local noise. */
  readonly height: number;
  /** What remains of the mass error after the spectrum's shift, ppm. */
  readonly errorPpm: number;
}

/** The ion of an allele that tells most about it in one spectrum. */
export interface AlleleFinding {
  /** Place in `MarkerTable.ions`. */
  readonly ion: number;
  /** Where the model expects it, before the spectrum's own shift. */
  readonly expectedMz: number;
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

/**
 * What the model saw of a taxon, locus by locus, read from its output tensors.
 *
 * @param taxon index in the manifest
 * @returns one finding for each of `markers.loci`
 */
export function locusFindings(
  manifest: Pick<ModelManifest, 'thresholds'> & { readonly markers: MarkerTable },
  evidence: Pick<MarkerEvidence, 'loci' | 'ions'>,
  taxon: number,
): readonly LocusFinding[] {
  const { markers, thresholds } = manifest;
  const limit = thresholds.markers?.locusEvidence ?? 1;
  return markers.loci.map((_, locus) => {
    const value = evidence.loci[taxon * markers.loci.length + locus] ?? 0;
    return {
      evidence: value,
      verdict: value > limit ? 'for' : value < -limit ? 'against' : 'open',
      ion: bestIon(markers, evidence, taxon, locus),
    };
  });
}

function bestIon(
  markers: MarkerTable,
  evidence: Pick<MarkerEvidence, 'ions'>,
  taxon: number,
  locus: number,
): AlleleFinding | null {
  let best: AlleleFinding | null = null;
  for (const { ion, mass, fraction } of markerIons(markers, taxon, locus)) {
    const { expectedMz, charge } = markers.ions[ion]!;
    const seen = readIon(evidence, ion);
    if (best === null || (seen.found !== null && (!best.found || seen.logRatio > best.logRatio))) {
      best = { ion, expectedMz, charge, mass, fraction, ...seen };
    }
  }
  return best;
}

/** One row of the ions' tensor. An ion counts as found where its likelihood ratio speaks for it. */
export function readIon(
  { ions }: Pick<MarkerEvidence, 'ions'>,
  ion: number,
): Pick<AlleleFinding, 'logRatio' | 'found'> {
  const at = ION_VALUES * ion;
  const logRatio = ions[at] ?? 0;
  const mz = ions[at + 1] ?? 0;
  if (mz <= 0 || logRatio <= 0) return { logRatio, found: null };
  return { logRatio, found: { mz, height: ions[at + 2] ?? 0, errorPpm: ions[at + 3] ?? 0 } };
}
