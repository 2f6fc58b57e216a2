import type { CallRule, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { unreachable } from '../result';

/** The rules that end in no name. */
export type RefusalRule = Exclude<CallRule, 'species' | 'weak-species' | 'group-unresolved'>;

/**
 * A call that names nothing, with the sentence that says why.
 *
 * @param detail what the cell adds to what the refusal comes to: `closest to E. coli (16 of 20 loci)`
 */
export function refuse(
  rule: RefusalRule,
  reason: string,
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
 * What a call is counted and grouped as: its label, but for the refusals whose labels also say what comes
 * nearest, which are one answer whatever that is.
 */
export function callCategory(
  { rule, label }: Pick<SpeciesCall, 'rule' | 'label'>,
  { noPatternLabel }: Pick<ModelManifest, 'noPatternLabel'>,
): string {
  return rule === 'no-pattern' || rule === 'outgroup' ? noPatternLabel : label;
}

/** What a refusal comes to, in the words of the species cell. */
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

/** The tier of an answer in words, as the page and docs/calls.md name it: what the rule comes to. */
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
