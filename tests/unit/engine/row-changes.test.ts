import { expect, it } from 'vitest';
import { ok } from '../../../src/core/result';
import { RowChanges } from '../../../src/engine/row-changes';
import { markerEvidence, sampleRow } from '../storage/records';

it('keeps the probabilities of an answer whose memory is used again', () => {
  const probabilities = Float32Array.of(0.75, 0.25);
  const changes = new RowChanges();
  const answer = ok({ probabilities, evidence: markerEvidence(), peaks: 3 });
  changes.setSample(sampleRow(0, { probabilities }), answer);
  probabilities.fill(0);
  expect(changes.take().samples).toEqual([
    sampleRow(0, { probabilities: Float32Array.of(0.75, 0.25) }),
  ]);
  // A new name changes nothing else.
  changes.setSample({ ...changes.sample(0)!, name: 'Renamed' }, null);
  const [renamed] = changes.take().samples;
  expect([renamed?.name, ...Array.from(renamed!.probabilities)]).toEqual(['Renamed', 0.75, 0.25]);
});
