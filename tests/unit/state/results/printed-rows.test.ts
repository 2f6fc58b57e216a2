import { describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../../src/core/job/types';
import {
  PRINTED_ROWS,
  printedRows,
  printedWords,
} from '../../../../src/state/results/printed-rows';
import { sample } from '../../io/exports/sample-job';

const unreviewed = () => '';
const many = (count: number): SampleRow[] => Array.from({ length: count }, (_, i) => sample(i));

describe('the printed rows of a run', () => {
  it('are all rows up to the limit, in their order', () => {
    const rows = printedRows(many(96).reverse(), null, () => [], unreviewed);
    expect(rows).toHaveLength(96);
    expect(rows[0]?.index).toBe(95);
    expect(printedRows(many(PRINTED_ROWS + 1), null, () => [], unreviewed)).toHaveLength(
      PRINTED_ROWS,
    );
  });

  it('state which samples they are', () => {
    expect(printedWords(96, 96)).toBe('All 96 samples.');
    expect(printedWords(1, 1)).toBe('All 1 sample.');
    expect(printedWords(12, 96)).toBe('12 of 96 samples. The filter of the table hides 84.');
    expect(printedWords(20_000, 20_000)).toBe(
      'The first 2,000 of 20,000 samples: an exported file has all of them.',
    );
    expect(printedWords(5_000, 20_000)).toBe(
      'The first 2,000 of 5,000 samples: an exported file has all of them. The filter of the table hides 15,000.',
    );
  });

  it('have what to do in a column, and not a second time in the note', () => {
    const failure = { kind: 'no-spectrum', message: 'Nothing was measured.', cure: 'Spot again.' };
    const [row] = printedRows([sample(0, { failure })], null, () => [], unreviewed);
    expect(row?.step).toBe('re-spot and measure again');
    expect(row?.note).toBe('Nothing was measured.');
    const [named] = printedRows([sample(1)], null, () => [], unreviewed);
    expect(named?.step).toBe('');
    expect(named?.confidence).not.toBe('');
    expect(named?.probability).toMatch(/%$/);
  });

  it('have what a person decided beside the machine’s call', () => {
    const [row] = printedRows(
      [sample(1)],
      null,
      () => [],
      () => 'Overridden by AB: K. oxytoca',
    );
    expect(row?.species).toBe('alpha');
    expect(row?.review).toBe('Overridden by AB: K. oxytoca');
  });
});
