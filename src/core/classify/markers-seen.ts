import type { MarkerEvidence, MarkersSeen, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { comparedTaxa } from './compared-taxa';
import { bestIon, isFound } from './locus-findings';

/**
 * Which markers of what is called were found: of a group, of its most likely member. Null when
 * nothing is named, since then no taxon's markers are the spectrum's.
 *
 * @param probabilities [taxa]
 */
export function markersSeen(
  call: SpeciesCall,
  evidence: MarkerEvidence | null,
  probabilities: ArrayLike<number>,
  manifest: ModelManifest,
): MarkersSeen | null {
  const { markers } = manifest;
  if (markers === null || evidence === null || call.kind === 'none') return null;
  const { scores } = evidence;
  const taxon = comparedTaxa(manifest, call, { scores, probabilities })?.first;
  const id = taxon === undefined ? undefined : manifest.taxa[taxon]?.id;
  if (taxon === undefined || id === undefined) return null;
  const found: number[] = [];
  const missing: number[] = [];
  for (const locus of markers.loci.keys()) {
    const best = bestIon(markers, evidence, taxon, locus);
    if (best !== null) (isFound(evidence, best.ion) ? found : missing).push(best.ion);
  }
  // Copies have no room to grow: rows of a large run are kept by the thousand.
  return { taxon: id, found: exactList(found), missing: exactList(missing) };
}

function exactList(list: readonly number[]): readonly number[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly number[] = [];
