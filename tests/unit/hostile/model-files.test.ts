import { describe, expect, it } from 'vitest';
import { readLabels } from '../../../src/core/pickle/numpy/labels';

/** An array of texts of single bytes, as NumPy pads them. */
function labelsOf(bytes: Uint8Array, size: number) {
  const length = bytes.length / size;
  return readLabels({
    dtype: { kind: 'text', unit: 1, size, littleEndian: true },
    shape: [length],
    length,
    order: 'C',
    data: bytes,
  });
}

describe('names of classes in a pickle', () => {
  it('are told from the zeros that fill them up', () => {
    expect(labelsOf(Uint8Array.of(0x61, 0, 0, 0x62, 0, 0x63, 0, 0, 0), 3)).toEqual({
      ok: true,
      value: ['a', 'b\u0000c', ''],
    });
  });

  it('of half a million zeros and one letter are read in one go', () => {
    const bytes = new Uint8Array(500_000);
    bytes[bytes.length - 1] = 0x61;
    const labels = labelsOf(bytes, bytes.length);
    expect(labels.ok && labels.value[0]?.length).toBe(500_000);
  });
});
