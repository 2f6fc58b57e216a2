import type { MarkerEvidence, MarkersSeen, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { comparedTaxa } from './compared-taxa';
import { locusFindings } from './locus-findings';

/**
 * Which markers of what is called were found: of a group, of its most likely member. Null when
 * nothing is named, since then no taxon's markers are the spectrum's.
 */
export function markersSeen(
  call: SpeciesCall,
  evidence: MarkerEvidence | null,
  manifest: ModelManifest,
): MarkersSeen | null {
  const { markers } = manifest;
  if (markers === null || evidence === null || call.kind === 'none') return null;
  const taxon = comparedTaxa(manifest, call, evidence.scores)?.first;
  const id = taxon === undefined ? undefined : manifest.taxa[taxon]?.id;
  if (taxon === undefined || id === undefined) return null;
  const ions = locusFindings({ ...manifest, markers }, evidence, taxon).flatMap(
    (finding) => finding.ion ?? [],
  );
  return {
    taxon: id,
    found: ions.filter(({ found }) => found !== null).map(({ ion }) => ion),
    missing: ions.filter(({ found }) => found === null).map(({ ion }) => ion),
  };
}
