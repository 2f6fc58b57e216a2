import type { GuardVerdict, SpeciesCall } from '../job/types';

/**
 * A classifier's call with what the guard found beside it. A classifier names one of its classes whatever
 * it sees: where the guard finds no pattern the name stays, since it is the laboratory's own model's, but
 * the confidence is weak at most, and the reason says so before all else.
 *
 * @param isOtherGenus whether the class that is called is by its name of a genus that the guard does not
 * know: then that there is no pattern of the guard's speaks for the name, not against it
 */
export function watchedCall(
  call: SpeciesCall,
  verdict: GuardVerdict | undefined,
  isOtherGenus: boolean,
): SpeciesCall {
  if (verdict?.pattern !== 'no' || isOtherGenus) return call;
  // Quoted, since "this model" in it is the guard.
  const said = verdict.reason === null ? 'so.' : `“${verdict.reason}”`;
  const why = `${verdict.label}. The marker model ${verdict.model}, which runs beside this one, says: ${said}`;
  if (call.kind === 'none') return { ...call, reason: `${call.reason} ${why}` };
  return {
    ...call,
    confidence: 'weak',
    rule: call.kind === 'species' ? 'weak-species' : call.rule,
    reason: `${why} ${WHAT_TO_DO} ${call.reason}`,
  };
}

const WHAT_TO_DO =
  'A classifier names one of its classes whatever it sees: confirm the genus by another method before ' +
  'this name is used.';
