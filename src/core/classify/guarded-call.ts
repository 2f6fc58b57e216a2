import type { GuardVerdict, SpeciesCall } from '../job/types';
import { inTurn, sentence } from '../../words/told/sentence';
import { labelOf } from './call-label';

/**
 * Adds the guard's verdict to a classifier's call. A classifier always names one of its classes. Where the
 * guard finds no pattern, the name stays, since it comes from the laboratory's own model, but the
 * confidence is weak at most, and the reason says so first.
 *
 * @param isOtherGenus whether the called class is, by its name, of a genus that the guard does not cover:
 * the absence of the guard's pattern then supports the name
 */
export function guardedCall(
  call: SpeciesCall,
  verdict: GuardVerdict | undefined,
  isOtherGenus: boolean,
): SpeciesCall {
  if (verdict?.pattern !== 'no' || isOtherGenus) return call;
  // Quoted, since "this model" in the guard's reason refers to the guard.
  const why =
    verdict.reason === null
      ? sentence('call.guardSaysSo', { label: labelOf(verdict), model: verdict.model })
      : sentence('call.guardSays', {
          label: labelOf(verdict),
          model: verdict.model,
          reason: verdict.reason,
        });
  if (call.kind === 'none') return { ...call, reason: inTurn(call.reason, why) };
  return {
    ...call,
    confidence: 'weak',
    rule: call.kind === 'species' ? 'weak-species' : call.rule,
    reason: inTurn(why, sentence('call.alwaysNames'), call.reason),
  };
}
