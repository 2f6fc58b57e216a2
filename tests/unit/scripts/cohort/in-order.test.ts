import { expect, it } from 'vitest';
import { inOrder } from '../../../../scripts/cohort/in-order';

const wait = (turns: number) => new Promise((resolve) => setTimeout(resolve, turns));

it.each([1, 2, 5])('hands over in order what %i lanes do, each item once', async (lanes) => {
  const items = Array.from({ length: 40 }, (_, i) => i);
  const taken: number[] = [];
  let atOnce = 0;
  let most = 0;
  await inOrder(
    items,
    lanes,
    async (item) => {
      most = Math.max(most, ++atOnce);
      await wait((item * 7) % 5);
      atOnce--;
      return item * 2;
    },
    async (done, item) => {
      await wait(item % 2);
      taken.push(done);
    },
  );
  expect(taken).toEqual(items.map((item) => item * 2));
  expect(most).toBe(lanes);
});

it('lets no lane run far ahead of an item that takes long', async () => {
  let started = 0;
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  const all = inOrder(
    Array.from({ length: 50 }, (_, i) => i),
    2,
    async (item) => {
      started++;
      if (item === 0) await slow;
    },
    () => Promise.resolve(),
  );
  await wait(20);
  expect(started).toBe(4);
  release();
  await all;
  expect(started).toBe(50);
});

it('starts nothing more after a fault, and takes nothing after the item that has it', async () => {
  const taken: number[] = [];
  let started = 0;
  const running = inOrder(
    Array.from({ length: 50 }, (_, i) => i),
    3,
    async (item) => {
      started++;
      await wait(1);
      if (item === 4) throw new Error('five');
      return item;
    },
    (done) => Promise.resolve(void taken.push(done)),
  );
  await expect(running).rejects.toThrow('five');
  expect(taken).toEqual([0, 1, 2, 3].slice(0, taken.length));
  expect(started).toBeLessThan(11);
});

it('ends with nothing to do', async () => {
  await inOrder(
    [],
    0,
    () => Promise.resolve(),
    () => Promise.reject(new Error('none')),
  );
});
