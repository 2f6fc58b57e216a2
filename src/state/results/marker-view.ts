import { comparedTaxa } from '../../core/classify/compared-taxa';
import {
  type FoundIon,
  locusFindings,
  type LocusFinding,
} from '../../core/classify/locus-findings';
import {
  areNamingLociCounted,
  namingLoci,
  servesAcceptance,
} from '../../core/classify/locus-service';
import { shownDifference, showMz } from '../../core/classify/shown-mz';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';
import { formatSigned } from '../format';
import { listWords } from '../../core/text';

export { showMz };

export interface MarkerColumn {
  readonly taxon: TaxonInfo;
  /** Sum over the loci that count for acceptance. */
  readonly score: number;
}

export interface LocusComparison {
  readonly locus: string;
  /** Whether it only names, and is no part of the score. */
  readonly namesOnly: boolean;
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
  /** The loci that only name, where too few of them were seen to count; else empty. */
  readonly notCounted: readonly string[];
}

/** Log evidence below which (either way) a locus is as good as unseen. */
const silence = 0.2;

/**
 * The markers of a sample's taxon and of its rival side by side, locus by locus. Null for a model
 * without markers, and when nothing was classified.
 */
export function viewMarkers(
  manifest: ModelManifest,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
  evidence: MarkerEvidence,
): MarkerView | null {
  const { markers } = manifest;
  const { scores } = evidence;
  const compared = comparedTaxa(manifest, call, { scores, probabilities });
  if (markers === null || compared === null) return null;
  const taxa = [compared.first, compared.second].filter((index) => index !== null);
  const findings = taxa.map((index) => locusFindings({ ...manifest, markers }, evidence, index));
  const isCounted = areNamingLociCounted(markers, evidence);
  const comparisons = markers.loci.map((locus, l) => ({
    locus,
    namesOnly: !servesAcceptance(markers, l),
    findings: findings.flatMap((column) => column[l] ?? []),
  }));
  return {
    columns: taxa.flatMap((index) => {
      const taxon = manifest.taxa[index];
      return taxon === undefined ? [] : [{ taxon, score: scores[index] ?? 0 }];
    }),
    telling: comparisons.filter(isTelling).sort((a, b) => weight(b) - weight(a)),
    silent: comparisons
      .filter((one) => !isTelling(one) && !(one.namesOnly && isCounted === false))
      .map(({ locus }) => locus),
    notCounted: isCounted === false ? namingLoci(markers).map((l) => markers.loci[l]!) : [],
  };
}

/** `+0.85 (+164 ppm)`: where an ion was found less where it is expected here, as both are shown. */
export function offBy({ mz, errorPpm }: FoundIon, expectedHere: number): string {
  return `${formatSigned(shownDifference(mz, expectedHere), 2)} (${formatSigned(errorPpm, 0)} ppm)`;
}

/** How far the masses of a spectrum are off as a whole, in a sentence. */
export function massErrorWords(
  { shiftPpm, tiltPpmPerKda }: Pick<MarkerEvidence, 'shiftPpm' | 'tiltPpmPerKda'>,
  { graph }: Pick<ModelManifest, 'graph'>,
): string {
  const shift = formatSigned(shiftPpm, 0);
  if (graph.outputs.tilt === undefined)
    return `All masses of this spectrum are off by ${shift} ppm.`;
  if (tiltPpmPerKda === 0) return `The masses of this spectrum are off by ${shift} ppm everywhere.`;
  const tilt = formatSigned(tiltPpmPerKda, 0);
  return `The masses of this spectrum are off by ${shift} ppm at m/z 6,500, and by ${tilt} ppm more with each 1,000 m/z.`;
}

/** That a spectrum shows less of the markers than others do, in a sentence; null where it does not. */
export function sensitivityWords({
  sensitivity,
}: Pick<MarkerEvidence, 'sensitivity'>): string | null {
  if (!(sensitivity < 1)) return null;
  return `Markers are weaker than usual in this spectrum: each is expected only ${Number(sensitivity.toFixed(2))} times as often, so that one that is missing says less.`;
}

/** Of loci that only name and do not count in this spectrum, in a sentence. */
export function notCountedWords(loci: readonly string[]): string {
  return loci.length === 1
    ? `${loci[0]!} only names; too little of it was seen to count.`
    : `${listWords(loci)} only name; too few of them were seen to count.`;
}

/** What tells the two taxa apart counts before what speaks for both. */
function weight({ findings: [first, second] }: LocusComparison): number {
  const evidence = first?.evidence ?? 0;
  return 10 * Math.abs(evidence - (second?.evidence ?? evidence)) + Math.abs(evidence);
}

function isTelling({ findings }: LocusComparison): boolean {
  return findings.some(({ evidence }) => Math.abs(evidence) >= silence);
}
