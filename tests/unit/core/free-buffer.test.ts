import { expect, it } from 'vitest';
import { freeSeenBuffer } from '../../../src/core/free-buffer';

it('empties buffers that the platform made, and views of them', async () => {
  const blob = new Blob([new Uint8Array(1_000).fill(7)]);
  const [one, two] = await Promise.all([blob.arrayBuffer(), blob.arrayBuffer()]);
  const bytes = new Uint8Array(one);
  expect(bytes[999]).toBe(7);
  freeSeenBuffer(one, two);
  expect([one.byteLength, two.byteLength, bytes.length]).toEqual([0, 0, 0]);
});
