import type { ClassifiedSpectrum } from '../job/outcome';
import type { SpeciesCall } from '../job/types';
import type { ModelManifest, TaxonGroup, TaxonInfo } from '../model-pack/types';
import { formatPercent, formatThreshold } from '../text';
import { describeEvidence } from './describe-evidence';
import { judgeEvidence, judgeScope } from './judge-evidence';
import { refuse } from './tiers';
import { inTurn, sentence } from '../../words/told/sentence';

/**
 * Makes the species call from the output of a model's graph. Refusal comes first: a spectrum that is too
 * poor, or that resembles none of the model's taxa, is not named however certain the probabilities look,
 * since these only compare the taxa with one another. All limits are in the manifest; docs/calls.md lists
 * the rules in order.
 */
export function callSpecies(answer: ClassifiedSpectrum, manifest: ModelManifest): SpeciesCall {
  const [best, second] = likeliestTaxa(answer.probabilities, manifest);
  if (best === undefined) throw new Error('A model that names no taxon cannot be called');
  for (const axis of answer.axes ?? []) {
    const outside = judgeScope(axis, manifest);
    if (outside !== null) return refuse('outside-scope', outside, manifest);
  }
  const judged = judgeEvidence(answer, best.index, manifest);
  if (judged.refusal !== null) {
    const { rule, reason, detail } = judged.refusal;
    return refuse(rule, reason, manifest, detail);
  }

  const { species, high, moderate = 0 } = manifest.thresholds;
  const isNamed = best.probability >= species;
  if (isNamed) {
    const why = describeEvidence(answer, best.index, second?.index ?? null, manifest);
    const weak = judged.weak || best.probability < moderate;
    return {
      kind: 'species',
      taxon: best.taxon.id,
      label: best.taxon.name,
      confidence: weak ? 'weak' : best.probability >= high ? 'high' : 'moderate',
      probability: best.probability,
      runnerUp: asRunnerUp(second),
      rule: weak ? 'weak-species' : 'species',
      reason: judged.weak
        ? inTurn(sentence('call.weakEvidence'), why)
        : weak
          ? inTurn(sentence('call.probabilitySmall', { limit: formatThreshold(moderate) }), why)
          : why,
    };
  }
  const group = smallestGroup(best.taxon.id, answer.probabilities, manifest);
  const isMember = ({ id }: TaxonInfo): boolean => group?.members.includes(id) ?? true;
  // The sentence tells the members of a group apart, since the group itself is named.
  const [, rival] = likeliestTaxa(answer.probabilities, manifest, isMember);
  const why = describeEvidence(answer, best.index, rival?.index ?? null, manifest, false);
  if (group === null) {
    return {
      ...refuse(
        'below-threshold',
        inTurn(
          sentence('call.belowThreshold', {
            species: formatThreshold(species),
            group: formatThreshold(manifest.thresholds.group),
          }),
          why,
        ),
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
    runnerUp: asRunnerUp(
      likeliestTaxa(answer.probabilities, manifest, (taxon) => !isMember(taxon))[0],
    ),
    rule: 'group-unresolved',
    reason: inTurn(
      sentence(isNoun(group.shortName) ? 'call.belongsToGroup' : 'call.belongs', {
        group: group.shortName,
        percent: formatPercent(group.probability),
      }),
      sentence(unresolvedRank(group), {
        taxon: best.taxon.shortName,
        percent: formatPercent(best.probability),
        limit: formatThreshold(species),
      }),
      why,
    ),
  };
}

function asRunnerUp(second: RankedTaxon | undefined): SpeciesCall['runnerUp'] {
  return second === undefined ? null : { taxon: second.taxon.id, probability: second.probability };
}

/** Whether a group's name takes an article: `the K. pneumoniae complex`, but `K. variicola`. */
function isNoun(group: string): boolean {
  return /(?:complex|group)$/.test(group);
}

/** Reads what is not resolved from a group's label: `K. variicola, subspecies not resolved`. */
function unresolvedRank({ unresolvedLabel }: Pick<TaxonGroup, 'unresolvedLabel'>) {
  return unresolvedLabel.endsWith('subspecies not resolved')
    ? 'call.rankOpenSubspecies'
    : 'call.rankOpenSpecies';
}

interface RankedTaxon {
  readonly index: number;
  readonly taxon: TaxonInfo;
  readonly probability: number;
}

/**
 * Finds the two most probable of the taxa that the model names, or of those that are eligible; of equal ones,
 * the first in the manifest's order.
 */
function likeliestTaxa(
  probabilities: ArrayLike<number>,
  { taxa }: Pick<ModelManifest, 'taxa'>,
  isEligible: (taxon: TaxonInfo) => boolean = () => true,
): readonly [best?: RankedTaxon, second?: RankedTaxon] {
  const of = (index: number): number => probabilities[index] ?? 0;
  // Places alone, since this is asked of each sample and looks at each taxon.
  let best = -1;
  let second = -1;
  for (let index = 0; index < taxa.length; index++) {
    const taxon = taxa[index]!;
    if (taxon.outgroup || !isEligible(taxon)) continue;
    if (best < 0 || of(index) > of(best)) {
      second = best;
      best = index;
    } else if (second < 0 || of(index) > of(second)) second = index;
  }
  const ranked = (index: number): RankedTaxon => ({
    index,
    taxon: taxa[index]!,
    probability: of(index),
  });
  if (best < 0) return [];
  return second < 0 ? [ranked(best)] : [ranked(best), ranked(second)];
}

/** Finds the group with the fewest members that contains the best taxon and is probable enough. */
function smallestGroup(
  best: string,
  probabilities: ArrayLike<number>,
  { taxa, groups, thresholds }: ModelManifest,
): (TaxonGroup & { readonly probability: number }) | null {
  const candidates = groups
    .filter(({ members }) => members.includes(best))
    .map((group) => ({
      ...group,
      probability: taxa.reduce(
        (sum, taxon, t) => sum + (group.members.includes(taxon.id) ? (probabilities[t] ?? 0) : 0),
        0,
      ),
    }))
    .filter(({ probability }) => probability >= thresholds.group)
    .sort((a, b) => a.members.length - b.members.length);
  return candidates[0] ?? null;
}
