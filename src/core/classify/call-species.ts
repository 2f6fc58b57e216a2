import type { MarkerEvidence, SpeciesCall } from '../job/types';
import type { ModelManifest, TaxonInfo } from '../model-pack/types';
import { describeEvidence } from './describe-evidence';
import { formatProbability } from './format-probability';
import { judgeEvidence } from './judge-evidence';
import { judgeScope, type MassAxis } from './judge-scope';
import { refuse } from './refuse';

export interface ClassifiedSpectrum {
  /** By taxon, in the order of the manifest; sums to about 1. */
  readonly probabilities: ArrayLike<number>;
  readonly evidence: MarkerEvidence | null;
  readonly peaks: number | null;
  /** Where the points lie of the spectra that it rests on; left out where nobody knows. */
  readonly axes?: readonly MassAxis[];
}

/**
 * Makes the species call from what a model's graph answered. Refusing comes first: a spectrum that
 * is too poor, or that does not look like any of the model's taxa, gets no name however certain the
 * probabilities look, since those only compare the taxa with one another. All limits stand in the
 * manifest; docs/calls.md tells the rules in order.
 */
export function callSpecies(answer: ClassifiedSpectrum, manifest: ModelManifest): SpeciesCall {
  const ranked = rankTaxa(answer.probabilities, manifest);
  const [best, second] = ranked;
  if (best === undefined) throw new Error('A model without taxa cannot be called');
  const runnerUp =
    second === undefined ? null : { taxon: second.taxon.id, probability: second.probability };
  for (const axis of answer.axes ?? []) {
    const outside = judgeScope(axis, manifest);
    if (outside !== null) return refuse('outside-scope', outside, manifest);
  }
  const judged = judgeEvidence(answer, best.index, manifest);
  if (judged.refusal !== null) return refuse(judged.refusal.rule, judged.refusal.reason, manifest);

  const { species, high, moderate = 0 } = manifest.thresholds;
  const why = describeEvidence(answer, best.index, second?.index ?? null, manifest);
  if (best.probability >= species) {
    const weak = judged.weak || best.probability < moderate;
    return {
      kind: 'species',
      taxon: best.taxon.id,
      label: best.taxon.name,
      confidence: weak ? 'weak' : best.probability >= high ? 'high' : 'moderate',
      probability: best.probability,
      runnerUp,
      rule: weak ? 'weak-species' : 'species',
      reason: judged.weak
        ? `The evidence is weak. ${why}`
        : weak
          ? `The probability is small: below ${moderate} the call is weak. ${why}`
          : why,
    };
  }
  const group = smallestGroup(ranked, manifest);
  if (group === null) {
    return {
      ...refuse(
        'below-threshold',
        `No species reaches a probability of ${species}, and no group of species reaches ${manifest.thresholds.group}. ${why}`,
        manifest,
      ),
      runnerUp: null,
    };
  }
  return {
    kind: 'group',
    taxon: group.id,
    label: group.unresolvedLabel,
    confidence: judged.weak ? 'weak' : 'moderate',
    probability: group.probability,
    runnerUp,
    rule: 'group-unresolved',
    reason: `The group is certain (${formatProbability(group.probability)}), the species in it is not: the best, ${best.taxon.shortName}, has ${formatProbability(best.probability)} of the ${species} needed. ${why}`,
  };
}

interface RankedTaxon {
  readonly index: number;
  readonly taxon: TaxonInfo;
  readonly probability: number;
}

function rankTaxa(
  probabilities: ArrayLike<number>,
  manifest: ModelManifest,
): readonly RankedTaxon[] {
  return manifest.taxa
    .map((taxon, index) => ({ index, taxon, probability: probabilities[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || a.index - b.index);
}

/** The group with fewest members that contains the best taxon and is probable enough. */
function smallestGroup(
  ranked: readonly RankedTaxon[],
  manifest: ModelManifest,
): { id: string; unresolvedLabel: string; probability: number } | null {
  const best = ranked[0];
  const candidates = manifest.groups
    .filter(({ members }) => best !== undefined && members.includes(best.taxon.id))
    .map(({ id, members, unresolvedLabel }) => ({
      id,
      unresolvedLabel,
      size: members.length,
      probability: ranked
        .filter(({ taxon }) => members.includes(taxon.id))
        .reduce((sum, { probability }) => sum + probability, 0),
    }))
    .filter(({ probability }) => probability >= manifest.thresholds.group)
    .sort((a, b) => a.size - b.size);
  return candidates[0] ?? null;
}
