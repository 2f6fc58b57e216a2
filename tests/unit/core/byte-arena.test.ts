import { describe, expect, it } from 'vitest';
import { ByteArena } from '../../../src/core/byte-arena';

describe('ByteArena', () => {
  it('returns ranges of the requested sizes, which do not overlap and are aligned for numbers', () => {
    const arena = new ByteArena();
    const sizes = [0, 1, 85_696, 7, 300_000, 85_696, 12, 1_000_000];
    const given = sizes.map((size, i) => arena.take(size).fill(i + 1));
    given.forEach((bytes, i) => {
      expect(bytes.length).toBe(sizes[i]);
      expect(bytes.byteOffset % 8).toBe(0);
      expect(bytes.every((byte) => byte === i + 1)).toBe(true);
    });
  });

  it('returns the same memory again once it is cleared', () => {
    const arena = new ByteArena();
    const first = arena.take(100_000);
    arena.clear();
    const again = arena.take(90_000);
    expect(again.buffer).toBe(first.buffer);
    expect(again.byteOffset).toBe(first.byteOffset);
  });

  it('keeps no more than a usual batch needs', () => {
    const arena = new ByteArena();
    const large = arena.take(20_000_000);
    arena.clear();
    expect(arena.take(1000).buffer).not.toBe(large.buffer);
  });
});
