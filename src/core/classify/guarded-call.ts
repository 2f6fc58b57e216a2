import type { GuardVerdict, SpeciesCall } from '../job/types';

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
  const said = verdict.reason === null ? 'so.' : `“${verdict.reason}”`;
  const why = `${verdict.label}. The marker model ${verdict.model}, which runs beside this one, says: ${said}`;
  if (call.kind === 'none') return { ...call, reason: `${call.reason} ${why}` };
  return {
    ...call,
    confidence: 'weak',
    rule: call.kind === 'species' ? 'weak-species' : call.rule,
    reason: `${why} ${ALWAYS_NAMES} ${call.reason}`,
  };
}

const ALWAYS_NAMES = 'A classifier names one of its classes whatever it sees.';
