import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { noSentences } from '../../../scripts/eslint/sentences';

function refusals(code: string): number {
  return new Linter().verify(code, [
    { plugins: { house: { rules: { 'no-sentences': noSentences } } } },
    { rules: { 'house/no-sentences': 'error' } },
  ]).length;
}

describe('sentences in code', () => {
  it.each(['f("No sample was read.")', 'f(`The file ${name} of this run`)', 'f("Add model")'])(
    'are refused: %s',
    (code) => expect(refusals(code)).toBe(1),
  );

  it.each([
    'f("results.none")',
    'f("sample-row")',
    'throw new Error("No such row here.")',
    'f(`${a} ${b}`)',
  ])('are not refused: %s', (code) => expect(refusals(code)).toBe(0));
});
