import type { MassAxis, ModelAnswer } from '../job/outcome';
import type { CallRule, GuardVerdict, Pattern } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import type { Problem } from '../problem';
import { type Result, unreachable } from '../result';
import { callSpecies } from './call-species';

/**
 * Reduces the guard's own call of a spectrum to whether the pattern of its genera is there.
 *
 * @param answer the guard's answer, or why there is none
 * @param axes the mass axes of the spectrum; empty where they are unknown
 * @param guard the guard's manifest, whose limits decide as they do for its own calls
 */
export function guardVerdict(
  answer: Result<ModelAnswer, Problem>,
  axes: readonly MassAxis[],
  guard: ModelManifest,
): GuardVerdict {
  const model = guardName(guard);
  if (!answer.ok) return notJudged(answer.error, model);
  const call = callSpecies({ ...answer.value, axes }, guard);
  const { rule, reason } = call;
  const pattern = patternOf(rule);
  const { label, detail } = call;
  return {
    pattern,
    model,
    rule,
    label,
    ...(detail === undefined ? {} : { detail }),
    reason: pattern === 'yes' ? null : reason,
  };
}

/** @returns the verdict where the guard could give no answer */
export function notJudged({ message }: Problem, model: string): GuardVerdict {
  return { pattern: 'not-judged', model, rule: null, label: 'Not judged', reason: message };
}

/** @returns the guard's name in verdicts and rows */
export function guardName({ id, version }: Pick<ModelManifest, 'id' | 'version'>): string {
  return `${id} ${version}`;
}

function patternOf(rule: CallRule): Pattern {
  switch (rule) {
    // In the last case, too, the markers are accepted: only the species is left open.
    case 'species':
    case 'weak-species':
    case 'group-unresolved':
    case 'below-threshold':
      return 'yes';
    case 'no-pattern':
    case 'outgroup':
      return 'no';
    case 'poor-spectrum':
    case 'no-spectrum':
    case 'outside-scope':
      return 'not-judged';
    default:
      return unreachable(rule);
  }
}
