import type { ClassifiedSpectrum, MassAxis } from '../job/outcome';
import type { MarkerEvidence } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { groupDigits } from '../text';
import { countAcceptanceLoci, servesAcceptance } from './locus-service';
import type { RefusalRule } from './tiers';
import { sentence, type Sentence, type Sentences } from '../../words/told/sentence';

export interface Judgement {
  readonly refusal: {
    readonly rule: RefusalRule;
    readonly reason: Sentences;
    /** What the species cell adds to the label of the refusal; null for nothing. */
    readonly detail: Sentences | null;
  } | null;
  /**
   * Accepted, but with a score below that of a good spectrum, or for a name that hardly fits on its own.
   */
  readonly weak: boolean;
}

const ACCEPTED: Judgement = { refusal: null, weak: false };

/** How well a taxon's markers fit a spectrum, by the loci that count for acceptance. */
interface Fit {
  readonly taxon: number;
  readonly score: number;
  readonly supported: number;
  readonly contradicted: number;
  /** Whether it is within all limits of the manifest. */
  readonly fits: boolean;
}

/**
 * Decides whether the markers support any name at all. Acceptance is about the spectrum and not about the
 * name: it is judged by the taxon with the best score S among those that the model names, and no outgroup
 * may have a better score. Loci that only name may decide which of the taxa is named; a taxon whose own
 * score or loci do not reach the limits is then named weakly.
 *
 * A model without markers passes, unless its likeliest taxon is an outgroup.
 *
 * @param called index of the taxon that would be named
 */
export function judgeEvidence(
  answer: ClassifiedSpectrum,
  called: number,
  manifest: ModelManifest,
): Judgement {
  const { markers: limits } = manifest.thresholds;
  const { evidence, peaks } = answer;
  if (limits === null || evidence === null) return judgeProbabilities(answer, called, manifest);
  if (peaks !== null && peaks < limits.minPeaks) {
    return refusal(
      'poor-spectrum',
      sentence('call.fewPeaks', { count: peaks, least: limits.minPeaks }),
    );
  }
  const named = fitOf(bestOf(evidence.scores, manifest, false) ?? called, evidence, manifest);
  const relative = bestOf(evidence.scores, manifest, true);
  if (relative !== null && evidence.scores[relative]! > named.score) {
    const fit = fitOf(relative, evidence, manifest);
    return fit.fits ? refuseRelative(fit, named, manifest) : refuseAll(fit, manifest);
  }
  if (!named.fits) return refuseAll(named, manifest);
  const isOwn = named.taxon === called || fitOf(called, evidence, manifest).fits;
  return { refusal: null, weak: !isOwn || named.score < limits.strongScore };
}

/**
 * Counts the loci that count for acceptance and whose evidence for a taxon is above the limit, or below
 * minus it.
 */
export function countLoci(
  evidence: Pick<MarkerEvidence, 'loci'>,
  taxon: number,
  { markers, thresholds }: Pick<ModelManifest, 'markers' | 'thresholds'>,
): { supported: number; contradicted: number } {
  const limit = thresholds.markers?.locusEvidence ?? Infinity;
  let supported = 0;
  let contradicted = 0;
  if (markers === null) return { supported, contradicted };
  const first = taxon * markers.loci.length;
  for (let locus = 0; locus < markers.loci.length; locus += 1) {
    if (!servesAcceptance(markers, locus)) continue;
    const value = evidence.loci[first + locus] ?? 0;
    if (value > limit) supported += 1;
    else if (value < -limit) contradicted += 1;
  }
  return { supported, contradicted };
}

function fitOf(taxon: number, evidence: MarkerEvidence, manifest: ModelManifest): Fit {
  const limits = manifest.thresholds.markers!;
  const score = evidence.scores[taxon] ?? 0;
  const { supported, contradicted } = countLoci(evidence, taxon, manifest);
  const fits =
    score >= limits.minScore &&
    supported >= limits.minLociSupported &&
    contradicted <= limits.maxLociContradicted;
  return { taxon, score, supported, contradicted, fits };
}

/**
 * Finds the taxon with the largest value among the outgroups, or among the others.
 *
 * @returns null where there is none
 */
function bestOf(
  values: ArrayLike<number>,
  { taxa }: Pick<ModelManifest, 'taxa'>,
  outgroup: boolean,
): number | null {
  let best: number | null = null;
  for (let t = 0; t < taxa.length; t += 1) {
    if (taxa[t]!.outgroup !== outgroup) continue;
    if (best === null || values[t]! > values[best]!) best = t;
  }
  return best;
}

function judgeProbabilities(
  { probabilities }: ClassifiedSpectrum,
  called: number,
  manifest: ModelManifest,
): Judgement {
  const relative = bestOf(probabilities, manifest, true);
  if (relative === null || !(probabilities[relative]! > probabilities[called]!)) return ACCEPTED;
  const { name, shortName } = manifest.taxa[relative]!;
  return refusal(
    'outgroup',
    sentence('call.looksLikeOutgroup', { taxon: name }),
    sentence('call.closestTo', { taxon: shortName }),
  );
}

function refuseRelative(fit: Fit, named: Fit, manifest: ModelManifest): Judgement {
  const loci = countAcceptanceLoci(manifest.markers!);
  const { name, shortName } = manifest.taxa[fit.taxon]!;
  const nearest = manifest.taxa[named.taxon]!.shortName;
  return refusal(
    'outgroup',
    sentence('call.markersOfOutgroup', {
      taxon: name,
      score: groupDigits(fit.score, 1),
      supported: fit.supported,
      loci,
      nearest,
      nearestScore: groupDigits(named.score, 1),
    }),
    sentence('call.closestToByLoci', { taxon: shortName, supported: fit.supported, loci }),
  );
}

function refuseAll({ taxon, score, supported, contradicted }: Fit, manifest: ModelManifest) {
  const limits = manifest.thresholds.markers!;
  const loci = countAcceptanceLoci(manifest.markers!);
  const { shortName, outgroup } = manifest.taxa[taxon]!;
  return refusal(
    'no-pattern',
    sentence(outgroup ? 'call.nothingFitsButOutgroup' : 'call.nothingFits', {
      taxon: shortName,
      score: groupDigits(score, 1),
      leastScore: limits.minScore,
      supported,
      loci,
      leastSupported: limits.minLociSupported,
      contradicted,
      mostContradicted: limits.maxLociContradicted,
    }),
    sentence('call.nothingKnownFits'),
  );
}

function refusal(rule: RefusalRule, reason: Sentences, detail: Sentences | null = null): Judgement {
  return { refusal: { rule, reason, detail }, weak: false };
}

/**
 * Explains why a spectrum lies outside the scope on which the model was judged: its points are too far
 * apart, or its m/z range is too short.
 *
 * @returns null when it lies inside, or when the model sets no limit
 */
export function judgeScope(
  { points, mzFirst, mzLast }: MassAxis,
  { thresholds }: Pick<ModelManifest, 'thresholds'>,
): Sentence | null {
  const { scope } = thresholds;
  if (scope === null) return null;
  const spacing = points > 1 ? (mzLast - mzFirst) / (points - 1) : Infinity;
  if (spacing > scope.maxSpacing) {
    return sentence('call.axisCoarse', { spacing: spacing.toFixed(1), most: scope.maxSpacing });
  }
  if (mzFirst > scope.from || mzLast < scope.to) {
    return sentence('call.axisShort', {
      first: groupDigits(mzFirst),
      last: groupDigits(mzLast),
      from: groupDigits(scope.from),
      to: groupDigits(scope.to),
    });
  }
  return null;
}
