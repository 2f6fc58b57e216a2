import { describe, expect, it } from 'vitest';
import { BlobWindow } from '../../../src/io/blob-bytes';

describe('BlobWindow', () => {
  it('frees what it read before, once something else is asked for', async () => {
    const window = new BlobWindow(new Blob([Uint8Array.from({ length: 100 }, (_, i) => i)]), 10);
    const first = await window.bytes(0, 4);
    expect([...first]).toEqual([0, 1, 2, 3]);
    const same = await window.bytes(4, 4);
    expect([...same]).toEqual([4, 5, 6, 7]);
    expect(first).toHaveLength(4);
    const far = await window.bytes(50, 2);
    expect([...far]).toEqual([50, 51]);
    expect([first.length, same.length]).toEqual([0, 0]);
  });
});
