import type { CallRule, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { unreachable } from '../result';
import type { Sentences } from '../../words/told/sentence';

/** The rules that lead to no name. */
export type RefusalRule = Exclude<CallRule, 'species' | 'weak-species' | 'group-unresolved'>;

/**
 * Makes a call that names nothing, with the sentence that says why.
 *
 * @param detail text that the cell adds to the refusal's label: `closest to E. coli (16 of 19 loci)`
 */
export function refuse(
  rule: RefusalRule,
  reason: Sentences,
  manifest: Pick<ModelManifest, 'noPatternLabel'>,
  detail = '',
): SpeciesCall {
  const label = refusalLabel(rule, manifest);
  return {
    kind: 'none',
    taxon: null,
    label: detail === '' ? label : `${label}: ${detail}`,
    confidence: 'none',
    probability: null,
    runnerUp: null,
    rule,
    reason,
  };
}

/**
 * Returns the category under which a call is counted and grouped. It is the call's label, except for
 * refusals whose labels also name the closest taxon, which are all counted as one answer.
 */
export function callCategory(
  { rule, label }: Pick<SpeciesCall, 'rule' | 'label'>,
  { noPatternLabel }: Pick<ModelManifest, 'noPatternLabel'>,
): string {
  return rule === 'no-pattern' || rule === 'outgroup' ? noPatternLabel : label;
}

/** @returns the words of the species cell for a refusal */
function refusalLabel(rule: RefusalRule, manifest: Pick<ModelManifest, 'noPatternLabel'>): string {
  switch (rule) {
    case 'no-pattern':
    case 'outgroup':
      return manifest.noPatternLabel;
    case 'poor-spectrum':
      return 'Poor spectrum';
    case 'no-spectrum':
      return 'No spectrum';
    case 'below-threshold':
      return 'No reliable identification';
    case 'outside-scope':
      return 'Outside what the model was judged on';
    default:
      return unreachable(rule);
  }
}

/** @returns the tier of an answer in the words of the page and of docs/calls.md */
export function tierName(rule: CallRule, manifest: Pick<ModelManifest, 'noPatternLabel'>): string {
  switch (rule) {
    case 'species':
      return 'Species';
    case 'weak-species':
      return 'Species, weak';
    case 'group-unresolved':
      return 'Group or complex, species not resolved';
    case 'no-pattern':
    case 'outgroup':
    case 'poor-spectrum':
    case 'no-spectrum':
    case 'below-threshold':
    case 'outside-scope':
      return refusalLabel(rule, manifest);
    default:
      return unreachable(rule);
  }
}
