import { whatWouldDecide } from '../../core/classify/what-would-decide';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';

/** Writes what would have decided an unresolved call; null for any other call. */
export function decidingMarkers(
  manifest: ModelManifest,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
  evidence: MarkerEvidence,
): string | null {
  return whatWouldDecide(call, evidence, probabilities, manifest)?.sentence ?? null;
}
