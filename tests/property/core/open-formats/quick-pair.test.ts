import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellsOf, numberOf, separatorOf } from '../../../../src/core/open-formats/text/dialect';
import { readPlainPair } from '../../../../src/core/open-formats/text/quick-pair';

const digits = (max: number) => fc.stringMatching(new RegExp(`^\\d{0,${max}}$`));
const number = fc
  .tuple(fc.constantFrom('', '', '', '-', '+'), digits(9), fc.constantFrom('', '.', ','), digits(9))
  .map((parts) => parts.join(''));
const line = fc
  .tuple(number, fc.constantFrom('\t', ' ', '  ', ';', ',', ' , ', '; ', ''), number)
  .map((parts) => parts.join('').trim());

it('reads a line the quick way as the cells read it, to the last bit', () => {
  let quick = 0;
  fc.assert(
    fc.property(line, (written) => {
      const separator = separatorOf(written);
      const pair: [number, number] = [NaN, NaN];
      if (!readPlainPair(written, separator, pair)) return;
      quick++;
      expect(cellsOf(written, separator).map(numberOf)).toEqual(pair);
    }),
    { numRuns: 3000 },
  );
  expect(quick).toBeGreaterThan(300);
});

it.each([
  ['2000.345678  \t431.000000', 'tab', [2000.345678, 431]],
  ['2000,5;12,25', 'semicolon', [2000.5, 12.25]],
  ['1,6', 'comma', [1, 6]],
] as const)('%s', (written, separator, expected) => {
  const pair: [number, number] = [NaN, NaN];
  expect(readPlainPair(written, separator, pair)).toBe(true);
  expect(pair).toEqual(expected);
});

it.each([
  ['1 2 3', 'blank'],
  ['1', 'blank'],
  ['1,2', 'blank'],
  ['1;;2', 'semicolon'],
  ['-1 2', 'blank'],
  ['1e3 2', 'blank'],
  ['1234567890123456 2', 'blank'],
] as const)('leaves "%s" to the cells', (written, separator) => {
  expect(readPlainPair(written, separator, [0, 0])).toBe(false);
});
