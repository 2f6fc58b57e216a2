import { describe, expect, it } from 'vitest';
import { readLabels } from '../../../src/core/pickle/numpy/labels';

/** Makes an array of single-byte texts, padded as in NumPy. */
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
  it('are separated from the zeros that pad them', () => {
    expect(labelsOf(Uint8Array.of(0x61, 0, 0, 0x62, 0, 0x63, 0, 0, 0), 3)).toEqual({
      ok: true,
      value: ['a', 'b\u0000c', ''],
    });
  });

  it('with half a million zeros and one letter are read in linear time', () => {
    const bytes = new Uint8Array(500_000);
    bytes[bytes.length - 1] = 0x61;
    const labels = labelsOf(bytes, bytes.length);
    expect(labels.ok && labels.value[0]?.length).toBe(500_000);
  });
});
