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
import { shownDifference } from '../../core/classify/shown-mz';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';
import { formatSigned } from '../format';
import { say } from '../../words/say';
import { listInWords } from '../../words/in-words';

export interface MarkerColumn {
  readonly taxon: TaxonInfo;
  /** Its score: the sum over the loci that count for acceptance. */
  readonly score: number;
}

export interface LocusComparison {
  readonly locus: string;
  /** Whether the locus only names, and is not part of the score. */
  readonly namesOnly: boolean;
  /** Whether it says something else of the one taxon than of the other, or there is only one. */
  readonly tellsApart: boolean;
  /** [column] the finding for that taxon. */
  readonly findings: readonly LocusFinding[];
}

export interface MarkerView {
  /** The called or nearest taxon, and the one that it is compared with. */
  readonly columns: readonly MarkerColumn[];
  /** Loci with evidence for or against either taxon, the strongest first. */
  readonly telling: readonly LocusComparison[];
  /** Loci with hardly any evidence about both. */
  readonly silent: readonly string[];
  /** The loci that only name, if too few of them were seen to count; else empty. */
  readonly notCounted: readonly string[];
}

/** Absolute log evidence below which a locus counts as unseen. */
const silence = 0.2;

/**
 * Compares the markers of a sample's taxon and of its rival, locus by locus. Null for a model without
 * markers, and when nothing was classified.
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
  const comparisons = markers.loci.map((locus, l) => {
    const own = findings.flatMap((column) => column[l] ?? []);
    return {
      locus,
      namesOnly: !servesAcceptance(markers, l),
      tellsApart: tellsApart(own),
      findings: own,
    };
  });
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

/** Writes `+0.85 (+164 ppm)`: the m/z at which an ion was found minus the expected one, as both are shown. */
export function offBy({ mz, errorPpm }: FoundIon, expectedHere: number): string {
  return `${formatSigned(shownDifference(mz, expectedHere), 2)} (${formatSigned(errorPpm, 0)} ppm)`;
}

/** Writes a sentence on the mass error of a whole spectrum. */
export function massErrorWords(
  { shiftPpm, tiltPpmPerKda }: Pick<MarkerEvidence, 'shiftPpm' | 'tiltPpmPerKda'>,
  { graph }: Pick<ModelManifest, 'graph'>,
): string {
  const shift = formatSigned(shiftPpm, 0);
  if (graph.outputs.tilt === undefined || tiltPpmPerKda === 0) {
    return say('results.markersShift', { shift });
  }
  return say('results.markersTilt', { shift, tilt: formatSigned(tiltPpmPerKda, 0) });
}

/** Writes a sentence when a spectrum shows fewer of its markers than usual; null when it does not. */
export function sensitivityWords({
  sensitivity,
}: Pick<MarkerEvidence, 'sensitivity'>): string | null {
  if (!(sensitivity < 1)) return null;
  return say('results.markersWeaker', { times: Number(sensitivity.toFixed(2)) });
}

/** Writes a sentence on loci that only name and do not count in this spectrum. */
export function notCountedWords(loci: readonly string[]): string {
  return say('results.markersNotCounted', { loci: listInWords(loci), count: loci.length });
}

/** Orders loci that distinguish the two taxa before those that support both. */
function weight({ findings: [first, second] }: LocusComparison): number {
  const evidence = first?.evidence ?? 0;
  return 10 * Math.abs(evidence - (second?.evidence ?? evidence)) + Math.abs(evidence);
}

/** Least difference of a locus's evidence for two taxa that is shown at once. */
const difference = 0.2;

function tellsApart([first, second]: readonly LocusFinding[]): boolean {
  if (first === undefined || second === undefined) return true;
  return Math.abs(first.evidence - second.evidence) >= difference;
}

function isTelling({ findings }: LocusComparison): boolean {
  return findings.some(({ evidence }) => Math.abs(evidence) >= silence);
}
