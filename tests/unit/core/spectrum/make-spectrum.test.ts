import { describe, expect, it } from 'vitest';
import { makeSpectrum } from '../../../../src/core/spectrum/make-spectrum';
import { spoken } from '../../../builders/spoken';

const make = (mz: number[], intensity: number[]) =>
  makeSpectrum(Float64Array.from(mz), Float64Array.from(intensity));

describe('a spectrum', () => {
  it('is made from ascending m/z and an equal number of counts', () => {
    const made = make([2000, 2000.5, 2001], [0, 5, 1]);
    expect(made.ok && made.value.intensity[1]).toBe(5);
    expect(make([], []).ok).toBe(true);
  });

  it.each([
    ['spectrum-lengths', [1, 2], [1], '2 m/z values but 1 intensities'],
    ['spectrum-mz', [1, 1], [1, 1], 'point 2 is 1, the one before it 1'],
    ['spectrum-mz', [2, 1], [1, 1], 'point 2 is 1, the one before it 2'],
    ['spectrum-mz', [0, 1], [1, 1], 'point 1 is 0'],
    ['spectrum-mz', [1, NaN], [1, 1], 'point 2 is NaN'],
    ['spectrum-mz', [1, Infinity], [1, 1], 'point 2 is Infinity'],
    ['spectrum-intensity', [1, 2], [1, -1], 'The intensity at m/z 2.0 is -1'],
    ['spectrum-intensity', [1, 2], [NaN, 1], 'The intensity at m/z 1.0 is NaN'],
    ['spectrum-intensity', [1, 2], [Infinity, 1], 'is Infinity'],
  ])('is refused as %s: %j and %j', (kind, mz, intensity, part) => {
    const made = make(mz, intensity);
    if (made.ok) throw new Error('taken');
    expect(made.error.kind).toBe(kind);
    expect(spoken(made.error.message)).toContain(part);
  });
});
