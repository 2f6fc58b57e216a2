import { describe, expect, it } from 'vitest';
import { splitMarkers } from '../../../../src/state/results/marker-places';

describe('the markers in a sentence', () => {
  it('are separate parts with their m/z, and nothing is lost', () => {
    const sentence =
      'Named by S22 at 5280.67 (2+) and YbjJ at 8310.02, which tell it from G. beta.';
    const parts = splitMarkers(sentence);
    expect(parts.filter(({ mz }) => mz !== null)).toEqual([
      { text: 'S22 at 5280.67', mz: 5280.67 },
      { text: 'YbjJ at 8310.02', mz: 8310.02 },
    ]);
    expect(parts.map(({ text }) => text).join('')).toBe(sentence);
    expect(splitMarkers('')).toEqual([]);
  });
});
