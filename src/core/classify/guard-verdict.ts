import type { MassAxis, ModelAnswer } from '../job/outcome';
import type { CallRule, GuardVerdict, Pattern } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import type { Problem } from '../problem';
import { type Result, unreachable } from '../result';
import { callSpecies } from './call-species';

/**
 * What the guard says of a spectrum: its own call, brought down to whether its genera's pattern is there.
 *
 * @param answer the guard's, or why there is none
 * @param axes where the points of the spectrum lie; empty where nobody knows
 * @param guard the guard's manifest: its limits decide, as for its own calls
 */
export function guardVerdict(
  answer: Result<ModelAnswer, Problem>,
  axes: readonly MassAxis[],
  guard: ModelManifest,
): GuardVerdict {
  const model = guardName(guard);
  if (!answer.ok) return notJudged(answer.error, model);
  const { rule, label, reason } = callSpecies({ ...answer.value, axes }, guard);
  const pattern = patternOf(rule);
  return { pattern, model, rule, label, reason: pattern === 'yes' ? null : reason };
}

/** The verdict where the guard could give no answer. */
export function notJudged({ message }: Problem, model: string): GuardVerdict {
  return { pattern: 'not-judged', model, rule: null, label: 'Not judged', reason: message };
}

/** As verdicts and rows name the guard. */
export function guardName({ id, version }: Pick<ModelManifest, 'id' | 'version'>): string {
  return `${id} ${version}`;
}

function patternOf(rule: CallRule): Pattern {
  switch (rule) {
    // The last is accepted by its markers, too: only which species it is stays open.
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
