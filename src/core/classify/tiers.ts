import type { CallRule } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { unreachable } from '../result';
import { refusalLabel } from './refuse';

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
