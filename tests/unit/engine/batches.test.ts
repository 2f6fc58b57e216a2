import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/core/problem';
import { type Batch, Batches, type Settled } from '../../../src/engine/batches';

const REASON = problem('test', '', '');
const item = (index: number) => ({ kind: 'unread', index, reason: REASON, skipped: true }) as const;
const settledOf = (batch: Batch) => batch.items as readonly Settled[];

describe('Batches', () => {
  it('begins with small batches, and gives each worker two at a time', () => {
    const batches = new Batches(() => 2);
    for (let i = 0; i < 100; i++) batches.add(item(i));
    const taken = Array.from({ length: 5 }, () => batches.take(true));
    expect(taken.map((batch) => batch?.items.length)).toEqual([4, 4, 4, 4, undefined]);
    batches.finish(taken[0]!, settledOf(taken[0]!));
    expect(batches.take(true)?.items).toHaveLength(16);
  });

  it('sends a batch that is not full when a worker has nothing to do', () => {
    const batches = new Batches(() => 1);
    batches.add(item(0));
    const first = batches.take(true)!;
    expect(first.items).toHaveLength(1);
    batches.add(item(1));
    expect(batches.take(true)).toBeNull();
    expect(batches.take(false)?.items).toHaveLength(1);
  });

  it('returns the results of one batch at a time, though others have waited for it', () => {
    const batches = new Batches(() => 2);
    for (let i = 0; i < 12; i++) batches.add(item(i));
    const [first, second, third] = Array.from({ length: 3 }, () => batches.take(false)!);
    for (const batch of [third!, second!]) {
      batches.finish(batch, settledOf(batch));
      expect(batches.hasNext).toBe(false);
    }
    batches.finish(first!, settledOf(first!));
    const sizes = Array.from({ length: 4 }, () => [batches.hasNext, batches.next().length]);
    expect(sizes).toEqual([
      [true, 4],
      [true, 4],
      [true, 4],
      [false, 0],
    ]);
  });

  it('distributes the last items evenly', () => {
    const batches = new Batches(() => 2);
    for (let i = 0; i < 4 * 4 + 20; i++) batches.add(item(i));
    const first = Array.from({ length: 4 }, () => batches.take(false)!);
    for (const batch of first) batches.finish(batch, settledOf(batch));
    const sizes = Array.from({ length: 4 }, () => batches.take(false)?.items.length);
    expect(sizes).toEqual([10, 5, 4, 1]);
  });

  it('yields results in order of discovery and each one once, in whatever order they arrive', () => {
    const order = fc.integer({ min: 1, max: 120 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        picks: fc.array(fc.nat(), { minLength: count, maxLength: count }),
        workers: fc.integer({ min: 1, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(order, ({ count, picks, workers }) => {
        const batches = new Batches(() => workers);
        for (let i = 0; i < count; i++) batches.add(item(i));
        const inFlight: Batch[] = [];
        const seen: number[] = [];
        for (const pick of picks) {
          for (let batch; (batch = batches.take(false));) inFlight.push(batch);
          const [done] = inFlight.splice(pick % Math.max(1, inFlight.length), 1);
          if (done === undefined) break;
          batches.finish(done, settledOf(done));
          expect(batches.isIdle).toBe(false);
          while (batches.hasNext) {
            for (const settled of batches.next()) {
              if (settled.kind === 'unread') seen.push(settled.index);
            }
          }
          expect(batches.next()).toEqual([]);
        }
        expect(seen).toEqual(Array.from({ length: count }, (_, i) => i));
        expect(batches.isIdle).toBe(true);
      }),
    );
  });
});
