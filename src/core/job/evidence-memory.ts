import { freeBuffer } from '../free-buffer';
import type { MarkerEvidence } from './types';

/** Frees the memory of evidence that is no longer needed: its arrays are empty afterwards. */
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

/** Copies evidence with its arrays. */
export function copyEvidence(evidence: MarkerEvidence): MarkerEvidence {
  const { scores, loci, ions } = evidence;
  return { ...evidence, scores: scores.slice(), loci: loci.slice(), ions: ions.slice() };
}

/** @returns the number of bytes that its arrays take */
export function evidenceBytes({ scores, loci, ions }: MarkerEvidence): number {
  return scores.byteLength + loci.byteLength + ions.byteLength;
}
