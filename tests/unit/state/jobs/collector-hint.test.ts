import { describe, expect, it } from 'vitest';
import { CollectorHint } from '../../../../src/state/jobs/collector-hint';

describe('the hint to the collector of garbage', () => {
  it('comes every 1,000 rows, and is freed', () => {
    const made: ArrayBuffer[] = [];
    const freed: ArrayBuffer[] = [];
    const allocate = (bytes: number) => {
      expect(bytes).toBe(80_000_000);
      const buffer = new ArrayBuffer(8);
      made.push(buffer);
      return buffer;
    };
    const hint = new CollectorHint(true, allocate, (buffer) => void freed.push(buffer));
    for (let rows = 0; rows < 999; rows++) hint.note(1);
    expect(made).toHaveLength(0);
    hint.note(16);
    expect(made).toHaveLength(1);
    for (let rows = 0; rows < 2_016; rows += 16) hint.note(16);
    expect(made).toHaveLength(3);
    expect(freed).toEqual(made);
  });

  it('is for Chromium alone, which tells a page of its memory', () => {
    const made: number[] = [];
    const allocate = (bytes: number) => {
      made.push(bytes);
      return new ArrayBuffer(8);
    };
    new CollectorHint(false, allocate).note(5_000);
    expect(made).toEqual([]);
  });

  it('is left out by a browser that has no room for it', () => {
    const hint = new CollectorHint(true, () => {
      throw new RangeError('Array buffer allocation failed');
    });
    expect(() => hint.note(1_000)).not.toThrow();
  });
});
