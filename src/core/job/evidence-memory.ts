import { freeBuffer } from '../free-buffer';
import type { MarkerEvidence } from './types';

/** Gives back the memory of evidence that nobody looks at any more: its arrays are empty afterwards. */
export function freeEvidence(
  evidence: readonly { readonly evidence: Pick<MarkerEvidence, 'scores' | 'loci' | 'ions'> }[],
): void {
  const buffers = new Set(
    evidence.flatMap(({ evidence: { scores, loci, ions } }) => [
      scores.buffer,
      loci.buffer,
      ions.buffer,
    ]),
  );
  for (const buffer of buffers) if (buffer instanceof ArrayBuffer) freeBuffer(buffer);
}

/** The same with arrays of its own. */
export function copyEvidence(evidence: MarkerEvidence): MarkerEvidence {
  const { scores, loci, ions } = evidence;
  return { ...evidence, scores: scores.slice(), loci: loci.slice(), ions: ions.slice() };
}

/** Bytes of its numbers. */
export function evidenceBytes({ scores, loci, ions }: MarkerEvidence): number {
  return scores.byteLength + loci.byteLength + ions.byteLength;
}
