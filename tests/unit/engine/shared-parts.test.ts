import { describe, expect, it } from 'vitest';
import type { AcquisitionRecord } from '../../../src/core/spectrum/spectrum';
import { SharedParts } from '../../../src/engine/shared-parts';
import { type Sentence, sentence } from '../../../src/words/told/sentence';

function record(changes: Partial<AcquisitionRecord> = {}): AcquisitionRecord {
  return {
    acquiredAt: '2026-03-02T10:00:00',
    instrument: 'microflex',
    software: 'flexControl 3.4',
    laserShots: 240,
    spectrumType: 'tof',
    target: 'MSP 96',
    comments: ['one', 'two'],
    calibration: { ml1: 1, ml2: 2, ml3: 0, delay: 3, dwell: 4, points: 5 },
    highPrecisionCalibration: false,
    ...changes,
  };
}

/** Copies a value, as when a row comes from another thread. */
const copy = <T>(value: T): T => structuredClone(value);

describe('SharedParts', () => {
  it('returns equal values, and the same object for equal parts', () => {
    const parts = new SharedParts();
    const one = parts.record(copy(record()));
    const other = copy(record({ acquiredAt: '2026-03-02T10:00:09', comments: ['three'] }));
    const two = parts.record(other);
    expect(one).toEqual(record());
    expect(two).toEqual(other);
    expect(two.calibration).toBe(one.calibration);
    expect(two.comments).not.toBe(one.comments);
    expect(parts.record(copy(record({ target: 'MSP 48' }))).comments).toBe(one.comments);
  });

  it('does not change absent values', () => {
    const parts = new SharedParts();
    const empty = record({ instrument: null, comments: [], calibration: null });
    expect(parts.record(copy(empty))).toEqual(empty);
    expect(parts.text(null)).toBeNull();
    const names = {
      uid: 'u',
      sampleName: 'S',
      fullName: 'S.A1',
      semiUniqueName: 'S.A1.1',
      uniqueName: 'S.A1.1.u',
    };
    expect(parts.names(copy(names), 'u')).toEqual(names);
    expect(parts.names(copy(names), 'other')).toEqual(names);
  });

  it('shares the sentences of a reason, but those that tell a mass', () => {
    const parts = new SharedParts();
    const unseen = sentence('call.unseen', { count: 1, loci: { list: ['YjbJ'] } });
    const at = sentence('call.markerAt', { locus: 'S22', mz: '5279.11' });
    const reason: readonly (Sentence | string)[] = [unseen, at, 'Plain.'];
    const one = parts.reason(copy(reason)) as readonly Sentence[];
    const two = parts.reason(copy(reason)) as readonly Sentence[];
    expect([one, two]).toEqual([reason, reason]);
    expect(two[0]).toBe(one[0]);
    expect(two[1]).not.toBe(one[1]);
    expect(parts.reason(copy(unseen))).toBe(one[0]);
    expect(parts.reason('Plain.')).toBe('Plain.');
  });

  it('remembers a bounded number of different values', () => {
    const parts = new SharedParts();
    for (let i = 0; i < 5_000; i++) {
      const comments = [`Spectrum ${i}`];
      expect(parts.record(record({ comments })).comments).toEqual(comments);
    }
  });
});
