import { comparedTaxa } from '../../core/classify/compared-taxa';
import { locusFindings, type LocusFinding } from '../../core/classify/locus-findings';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';

export interface MarkerColumn {
  readonly taxon: TaxonInfo;
  /** Sum over the loci. */
  readonly score: number;
}

export interface LocusComparison {
  readonly locus: string;
  /** One for each column. */
  readonly findings: readonly LocusFinding[];
}

export interface MarkerView {
  /** The taxon that was called, or comes nearest, and the one that it is compared with. */
  readonly columns: readonly MarkerColumn[];
  /** Loci that say something for or against either taxon, the most telling first. */
  readonly telling: readonly LocusComparison[];
  /** Loci that say next to nothing about both. */
  readonly silent: readonly string[];
}

/** Log evidence below which (either way) a locus is as good as unseen. */
const silence = 0.2;

/**
 * The markers of a sample's taxon and of its rival side by side, locus by locus. Null for a model
 * without markers, and when nothing was classified.
 */
export function viewMarkers(
  manifest: ModelManifest,
  { call }: Pick<SampleRow, 'call'>,
  evidence: MarkerEvidence,
): MarkerView | null {
  const { markers } = manifest;
  const compared = comparedTaxa(manifest, call, evidence.scores);
  if (markers === null || compared === null) return null;
  const taxa = [compared.first, compared.second].filter((index) => index !== null);
  const findings = taxa.map((index) => locusFindings({ ...manifest, markers }, evidence, index));
  const comparisons = markers.loci.map((locus, l) => ({
    locus,
    findings: findings.flatMap((column) => column[l] ?? []),
  }));
  return {
    columns: taxa.flatMap((index) => {
      const taxon = manifest.taxa[index];
      return taxon === undefined ? [] : [{ taxon, score: evidence.scores[index] ?? 0 }];
    }),
    telling: comparisons.filter(isTelling).sort((a, b) => weight(b) - weight(a)),
    silent: comparisons.filter((comparison) => !isTelling(comparison)).map(({ locus }) => locus),
  };
}

/** What tells the two taxa apart counts before what speaks for both. */
function weight({ findings: [first, second] }: LocusComparison): number {
  const evidence = first?.evidence ?? 0;
  return 10 * Math.abs(evidence - (second?.evidence ?? evidence)) + Math.abs(evidence);
}

function isTelling({ findings }: LocusComparison): boolean {
  return findings.some(({ evidence }) => Math.abs(evidence) >= silence);
}
