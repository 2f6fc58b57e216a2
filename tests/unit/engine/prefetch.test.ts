import { describe, expect, it } from 'vitest';
import { prefetch } from '../../../src/engine/prefetch';

/** Counts from 0, and records how far it has come and whether it was ended. */
function counter(last: number, fail = false) {
  const state = { made: 0, isEnded: false };
  async function* count(): AsyncGenerator<number, void, void> {
    try {
      for (let i = 0; i < last; i++) {
        state.made = i + 1;
        yield await Promise.resolve(i);
      }
      if (fail) throw new Error('No more.');
    } finally {
      state.isEnded = true;
    }
  }
  return { source: count(), state };
}

/** Waits until everything that is ready has run. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function all(values: AsyncIterable<number>): Promise<number[]> {
  const taken: number[] = [];
  for await (const value of values) taken.push(value);
  return taken;
}

describe('prefetch', () => {
  it('requests as many items ahead as allowed, and no more', async () => {
    const { source, state } = counter(10);
    const ahead = prefetch(source, 3);
    await settled();
    expect(state.made).toBe(3);
    expect(await ahead.next()).toEqual({ done: false, value: 0 });
    await settled();
    expect(state.made).toBe(4);
  });

  it.each([1, 3, 50])(
    'yields all items in their order and then ends, with %i ahead',
    async (most) => {
      const { source, state } = counter(10);
      expect(await all(prefetch(source, most))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(state.isEnded).toBe(true);
    },
  );

  it('throws the error of its source, after the items before it', async () => {
    const taken: number[] = [];
    const run = async () => {
      for await (const value of prefetch(counter(2, true).source, 5)) taken.push(value);
    };
    await expect(run()).rejects.toThrow('No more.');
    expect(taken).toEqual([0, 1]);
  });

  it('ends its source when the consumer stops, whether it took any items or none', async () => {
    for (const taken of [0, 1]) {
      const { source, state } = counter(1_000);
      const ahead = prefetch(source, 2);
      if (taken > 0) await ahead.next();
      await ahead.return?.();
      expect(state.isEnded).toBe(true);
      expect(state.made).toBeLessThan(5);
    }
  });
});
