import { expect, it } from 'vitest';
import { ExpectedWork } from '../../../src/engine/expected-work';

it('counts the announced entries of a directory until they are listed', () => {
  const work = new ExpectedWork();
  work.announce(100);
  work.list(40);
  expect(work.waiting(30, true)).toBe(90);
  work.list(60);
  expect(work.waiting(50, false)).toBe(50);
  work.list(1);
  expect(work.waiting(0, false)).toBe(0);
});

it('expects of a stream as many entries as it has brought so far, while it is ahead of the threads', () => {
  const work = new ExpectedWork();
  work.list(500);
  work.finish(460);
  expect(work.waiting(40, true)).toBe(500);
  expect(work.waiting(10, false)).toBe(10);
});
