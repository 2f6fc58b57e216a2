import { callSpecies } from '../classify/call-species';
import { isComparable } from '../classify/compared-taxa';
import type { MassAxis, ModelAnswer } from '../job/outcome';
import type { MassLine } from '../marker-model/mass-line';
import type { ModelManifest } from '../model-pack/types';

/**
 * Returns the mass error by which a spectrum is recalibrated: the line that a marker model fitted to it, if
 * the model accepted the spectrum. In one that it refused, the fit used chance peaks.
 *
 * @param axis null where the spectrum's range is unknown
 * @returns null when the spectrum is not recalibrated
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
