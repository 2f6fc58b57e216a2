import { describe, expect, it } from 'vitest';
import { figureLines, median, summariseFigures } from './figures';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[100, 20, 3], 20],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of nothing is a mistake', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('summariseFigures', () => {
  const figures = [
    { key: 'reference', label: 'Reference', times: [1000, 3000, 2000] },
    { key: 'ours', label: 'Ours', times: [500, 400, 600] },
  ];

  it('compares medians with the reference', () => {
    expect(summariseFigures(figures, 'reference').map(({ ratio }) => ratio)).toEqual([1, 4]);
    expect(figureLines(summariseFigures(figures, 'reference'))).toEqual([
      'Reference    2000 ms    1.00 x   (1000 to 3000)',
      'Ours          500 ms    4.00 x   (400 to 600)',
    ]);
  });

  it('tells hundredths of what is short', () => {
    const short = summariseFigures([{ key: 'a', label: 'A', times: [0.5, 12.4, 1.5] }], 'none');
    expect(figureLines(short)).toEqual(['A    1.50 ms   (0.50 to 12)']);
  });

  it('gives no ratio without one', () => {
    expect(summariseFigures(figures.slice(1), 'reference')[0]?.ratio).toBeNull();
  });
});
