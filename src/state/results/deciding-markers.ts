import { whatWouldDecide } from '../../core/classify/what-would-decide';
import type { MarkerEvidence, SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { inWords } from '../../words/in-words';

/** Writes what would have decided an unresolved call; null for any other call. */
export function decidingMarkers(
  manifest: ModelManifest,
  { call, probabilities }: Pick<SampleRow, 'call' | 'probabilities'>,
  evidence: MarkerEvidence,
): string | null {
  const told = whatWouldDecide(call, evidence, probabilities, manifest);
  return told && inWords(told.sentence);
}
