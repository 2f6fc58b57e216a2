import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPoolSize, Pace, paysAnotherThread } from '../../../../workers/spectrum/page/growth';

describe('paysAnotherThread', () => {
  it('is true for long runs, and false for a plate', () => {
    // Milliseconds for each spectrum on a fast and on a slow computer.
    for (const time of [1, 4]) {
      expect(paysAnotherThread(96, time, 1)).toBe(false);
      expect(paysAnotherThread(384, time, 1)).toBe(false);
      expect(paysAnotherThread(9_600, time, 1)).toBe(true);
    }
  });

  it('is false until a spectrum was measured', () => {
    expect(paysAnotherThread(1e6, null, 1)).toBe(false);
  });

  it('requires more work with every thread, and never becomes false with more work', () => {
    const work = fc.tuple(fc.nat(50_000), fc.double({ min: 0, max: 50, noNaN: true }), fc.nat(7));
    fc.assert(
      fc.property(work, fc.nat(1_000), ([waiting, time, more], extra) => {
        if (!paysAnotherThread(waiting, time, more + 1)) return;
        expect(paysAnotherThread(waiting + extra, time, more + 1)).toBe(true);
        if (more > 0) expect(paysAnotherThread(waiting, time, more)).toBe(true);
      }),
    );
  });
});

it('Pace uses the fastest batch, once enough were measured, from when the thread was free', () => {
  const [pace, thread] = [new Pace(), {}];
  // Nothing is measured while the thread loads its model.
  pace.note(thread, 0, 1, 64);
  expect(pace.time).toBeNull();
  pace.open(thread, 100);
  pace.note(thread, 50, 900, 16);
  expect(pace.time).toBeNull();
  pace.note(thread, 60, 932, 16);
  pace.note(thread, 1_000, 1_040, 4);
  expect(pace.time).toBe(2);
  pace.note(thread, 1_000, 1_041, 0);
  expect(pace.time).toBe(2);
  pace.reset();
  expect(pace.time).toBeNull();
});

describe('defaultPoolSize', () => {
  it.each([
    [undefined, 2],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [8, 4],
  ])('is for %s cores %i', (cores, size) => {
    expect(defaultPoolSize(cores)).toBe(size);
  });
});
