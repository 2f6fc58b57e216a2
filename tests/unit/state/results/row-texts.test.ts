import { describe, expect, it, vi } from 'vitest';
import { RowTexts } from '../../../../src/state/results/row-texts';
import { sampleRow } from '../../storage/records';

const samples = Array.from({ length: 500 }, (_, index) => sampleRow(index));

describe('the words of rows', () => {
  it('are put together once for each row, in lower case', () => {
    const textOf = vi.fn(({ index }: { index: number }) => `Row ${index} É`);
    const texts = new RowTexts(textOf);
    expect([texts.of(samples[3]!), texts.of(samples[3]!)]).toEqual(['row 3 é', 'row 3 é']);
    expect(textOf).toHaveBeenCalledOnce();
    // A row that changed is another one.
    texts.of({ ...samples[3]! });
    expect(textOf).toHaveBeenCalledTimes(2);
  });

  it('are all there before they are asked for', async () => {
    const textOf = vi.fn(({ index }: { index: number }) => `row ${index}`);
    const texts = new RowTexts(textOf);
    await texts.prepare(samples, new AbortController().signal);
    expect(textOf).toHaveBeenCalledTimes(500);
    samples.forEach((sample) => texts.of(sample));
    expect(textOf).toHaveBeenCalledTimes(500);
  });
});
