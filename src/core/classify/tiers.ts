import type { CallRule, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { unreachable } from '../result';
import { sentence, type Sentences } from '../../words/told/sentence';
import { shownLabel } from './call-label';

/** The rules that lead to no name. */
export type RefusalRule = Exclude<CallRule, 'species' | 'weak-species' | 'group-unresolved'>;

/**
 * Makes a call that names nothing, with the sentence that says why.
 *
 * @param detail what the cell adds to the refusal's label: `closest to E. coli (16 of 19 loci)`
 */
export function refuse(
  rule: RefusalRule,
  reason: Sentences,
  manifest: Pick<ModelManifest, 'noPatternLabel'>,
  detail: Sentences | null = null,
): SpeciesCall {
  return {
    kind: 'none',
    taxon: null,
    label: refusalLabel(rule, manifest),
    ...(detail === null ? {} : { detail }),
    confidence: 'none',
    probability: null,
    runnerUp: null,
    rule,
    reason,
  };
}

/**
 * Returns the category under which a call is counted and grouped: its label, and one for all refusals of jobs of
 * an older version, whose labels name the closest taxon as well.
 */
export function callCategory(
  { rule, label }: Pick<SpeciesCall, 'rule' | 'label'>,
  { noPatternLabel }: Pick<ModelManifest, 'noPatternLabel'>,
): string {
  return rule === 'no-pattern' || rule === 'outgroup' ? noPatternLabel : label;
}

/** @returns the label of a refusal; `shownLabel` puts it in words */
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
export function tierName(
  rule: CallRule,
  manifest: Pick<ModelManifest, 'noPatternLabel'>,
): Sentences {
  switch (rule) {
    case 'species':
      return sentence('call.tierSpecies');
    case 'weak-species':
      return sentence('call.tierWeakSpecies');
    case 'group-unresolved':
      return sentence('call.tierGroup');
    case 'no-pattern':
    case 'outgroup':
    case 'poor-spectrum':
    case 'no-spectrum':
    case 'below-threshold':
    case 'outside-scope':
      return shownLabel(refusalLabel(rule, manifest));
    default:
      return unreachable(rule);
  }
}
