import { copyEvidence } from '../core/job/evidence-memory';
import type { MarkerEvidence } from '../core/job/types';
import type { EvidenceRecord } from './records';

/**
 * Evidence as it is read back. What an older version stored lacks what the models of its time did not know:
 * a tilt, which then is 0, and a sensitivity, which then is 1.
 */
export function readStored({ evidence }: EvidenceRecord): MarkerEvidence {
  // Whatever some version of the app has left there.
  if (typeof evidence !== 'object' || (evidence as object | null) === null)
    return evidence as MarkerEvidence;
  const { tiltPpmPerKda = 0, sensitivity = 1 } = evidence;
  return { ...evidence, tiltPpmPerKda, sensitivity };
}

/**
 * The evidence with arrays of their own, itself when it has them. A view's whole buffer is stored with it,
 * and evidence may come as views into the output of a batch.
 */
export function trimEvidence(evidence: MarkerEvidence): MarkerEvidence {
  const { scores, loci, ions } = evidence;
  const isOwn = ({ byteLength, buffer }: Float32Array) => byteLength === buffer.byteLength;
  return isOwn(scores) && isOwn(loci) && isOwn(ions) ? evidence : copyEvidence(evidence);
}
