import { expect, it } from 'vitest';
import {
  EvidenceCopies,
  MAX_COPIED_SAMPLES,
  MAX_FREED_COPIES,
} from '../../../../src/state/jobs/evidence-copies';
import { evidenceBytes } from '../../../../src/core/job/evidence-memory';
import { markerEvidence } from '../../storage/records';

const of = (...samples: number[]) => ({
  evidence: samples.map((sample) => ({ sample, evidence: markerEvidence() })),
  withdrawn: [] as number[],
});

it('copies evidence until its sample is withdrawn', () => {
  const copies = new EvidenceCopies();
  const given = of(3, 4);
  copies.keep(given, 2);
  given.evidence[0]!.evidence.ions.fill(0);
  expect(copies.get(3)).toEqual(markerEvidence());
  copies.keep({ evidence: [], withdrawn: [3] }, 1);
  expect([...copies.entries()]).toEqual([[4, markerEvidence()]]);
});

it('copies no more than it has memory for', () => {
  const copies = new EvidenceCopies();
  const large = { ...markerEvidence(), ions: new Float32Array(1e6) };
  const evidence = [0, 1, 2].map((sample) => ({ sample, evidence: large }));
  copies.keep({ evidence, withdrawn: [] }, 3);
  expect(copies.size).toBe(Math.floor(8e6 / evidenceBytes(large)));
  expect(copies.size).toBe(1);
  copies.keep({ evidence: [], withdrawn: [0] }, 2);
  copies.keep({ evidence, withdrawn: [] }, 3);
  expect(copies.size).toBe(1);
});

it('takes evidence that was read, without a copy, as far as it has memory for it', () => {
  const copies = new EvidenceCopies();
  const read = markerEvidence();
  copies.take([[7, read]]);
  expect(copies.get(7)).toBe(read);
  const large = { ...markerEvidence(), ions: new Float32Array(2e6) };
  copies.take([[8, large]]);
  expect(copies.size).toBe(1);
});

it('lets all copies go once the job is large', () => {
  const copies = new EvidenceCopies();
  copies.keep(of(0, 1), MAX_COPIED_SAMPLES);
  expect(copies.size).toBe(2);
  copies.keep(of(2), MAX_COPIED_SAMPLES + 1);
  expect(copies.size).toBe(0);
});

it('frees the copies of a large job a few at a time', () => {
  const freed: number[] = [];
  const copies = new EvidenceCopies((evidence) => freed.push(evidence.length));
  copies.keep(of(...Array(MAX_FREED_COPIES + 3).keys()), MAX_COPIED_SAMPLES);
  expect(freed).toEqual([]);
  for (let batch = 0; batch < 3; batch++) copies.keep(of(500), MAX_COPIED_SAMPLES + 1);
  expect(freed).toEqual([MAX_FREED_COPIES, 3, 0]);
});
