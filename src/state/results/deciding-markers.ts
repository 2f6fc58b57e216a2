import { whatWouldDecide } from '../../core/classify/what-would-decide';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';

/** What would have decided an unresolved call, in a sentence; null of any other call. */
export function decidingMarkers(
  manifest: ModelManifest,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
  evidence: MarkerEvidence,
): string | null {
  return whatWouldDecide(call, evidence, probabilities, manifest)?.sentence ?? null;
}
