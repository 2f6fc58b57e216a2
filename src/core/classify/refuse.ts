import type { CallRule, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { unreachable } from '../result';

/** The rules that end in no name. */
export type RefusalRule = Exclude<CallRule, 'species' | 'weak-species' | 'group-unresolved'>;

/** A call that names nothing, with the sentence that says why. */
export function refuse(rule: RefusalRule, reason: string, manifest: ModelManifest): SpeciesCall {
  return {
    kind: 'none',
    taxon: null,
    label: refusalLabel(rule, manifest),
    confidence: 'none',
    probability: null,
    runnerUp: null,
    rule,
    reason,
  };
}

/** What stands in the species cell of a refused call. */
export function refusalLabel(
  rule: RefusalRule,
  manifest: Pick<ModelManifest, 'noPatternLabel'>,
): string {
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
