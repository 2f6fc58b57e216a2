import type { SpeciesCall } from '../job/types';
import { inTurn, sentence } from '../../words/told/sentence';

/**
 * A sample's call with its confidence one step lower, since its spectra contradict one another: high
 * becomes moderate, moderate becomes weak. One step and not more, for the mean still fits what is named
 * as well as it did, and which of the spectra is wrong nobody knows. What names nothing stays as it is.
 */
export function lowerConfidence(call: SpeciesCall): SpeciesCall {
  if (call.kind === 'none') return call;
  const confidence = call.confidence === 'high' ? 'moderate' : 'weak';
  const how =
    confidence === call.confidence
      ? sentence('call.contradictStaysWeak')
      : sentence(confidence === 'weak' ? 'call.contradictNowWeak' : 'call.contradictNowModerate');
  return {
    ...call,
    confidence,
    rule: call.kind === 'species' && confidence === 'weak' ? 'weak-species' : call.rule,
    reason: inTurn(call.reason, how),
  };
}
