import type { MarkerEvidence } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import type { ClassifiedSpectrum } from './call-species';
import type { RefusalRule } from './refuse';

export interface Judgement {
  readonly refusal: { readonly rule: RefusalRule; readonly reason: string } | null;
  /** Accepted, but on a score below what a good spectrum gives. */
  readonly weak: boolean;
}

const ACCEPTED: Judgement = { refusal: null, weak: false };

/** Whether the markers carry any name at all; a model without markers always passes. */
export function judgeEvidence(
  answer: ClassifiedSpectrum,
  best: number,
  manifest: ModelManifest,
): Judgement {
  const { markers: limits } = manifest.thresholds;
  const { evidence, peaks } = answer;
  const taxon = manifest.taxa[best];
  if (limits === null || evidence === null || taxon === undefined) return ACCEPTED;
  if (peaks !== null && peaks < limits.minPeaks) {
    return refusal(
      'poor-spectrum',
      `Only ${peaks} ${peaks === 1 ? 'peak rises' : 'peaks rise'} over 5 times the noise; at least ${limits.minPeaks} are needed. Measure this spot again.`,
    );
  }
  const score = evidence.scores[best] ?? 0;
  const { supported, contradicted } = countLoci(evidence, best, manifest);
  const fits =
    score >= limits.minScore &&
    supported >= limits.minLociSupported &&
    contradicted <= limits.maxLociContradicted;
  if (!fits) {
    const loci = manifest.markers?.loci.length ?? 0;
    return refusal(
      'no-pattern',
      `The best fit, ${taxon.shortName}, is not good enough: score ${score.toFixed(1)} (at least ${limits.minScore} is needed), ${supported} of ${loci} loci for it (at least ${limits.minLociSupported}), ${contradicted} against it (at most ${limits.maxLociContradicted}).`,
    );
  }
  if (taxon.outgroup) {
    return refusal(
      'outgroup',
      `The markers fit ${taxon.name}, which this model knows only in order to refuse it (score ${score.toFixed(1)}, ${supported} loci for it).`,
    );
  }
  return { refusal: null, weak: score < limits.strongScore };
}

/** Loci whose evidence for a taxon is above the manifest's limit, and below minus that limit. */
export function countLoci(
  evidence: Pick<MarkerEvidence, 'loci'>,
  taxon: number,
  manifest: ModelManifest,
): { supported: number; contradicted: number } {
  const loci = manifest.markers?.loci.length ?? 0;
  const limit = manifest.thresholds.markers?.locusEvidence ?? Infinity;
  let supported = 0;
  let contradicted = 0;
  for (let i = taxon * loci; i < (taxon + 1) * loci; i += 1) {
    const value = evidence.loci[i] ?? 0;
    if (value > limit) supported += 1;
    else if (value < -limit) contradicted += 1;
  }
  return { supported, contradicted };
}

function refusal(rule: RefusalRule, reason: string): Judgement {
  return { refusal: { rule, reason }, weak: false };
}
