import { callSpecies } from '../classify/call-species';
import { isComparable } from '../classify/compared-taxa';
import type { MassAxis, ModelAnswer } from '../job/outcome';
import type { MassLine } from '../marker-model/mass-line';
import type { ModelManifest } from '../model-pack/types';

/**
 * The mass error by which a spectrum is recalibrated: what a marker model fitted to it, if the model
 * accepted it. Of a spectrum that it refused the fit is of chance peaks. Null: not recalibrated.
 *
 * @param axis null where nobody knows the spectrum's range
 */
export function acceptedLine(
  { probabilities, evidence, peaks }: ModelAnswer,
  axis: MassAxis | null,
  manifest: ModelManifest,
): MassLine | null {
  if (evidence === null || manifest.thresholds.markers === null) return null;
  const axes = axis === null ? [] : [axis];
  const call = callSpecies({ probabilities, evidence, peaks, axes }, manifest);
  if (!isComparable(call)) return null;
  return { shiftPpm: evidence.shiftPpm, tiltPpmPerKda: evidence.tiltPpmPerKda };
}
