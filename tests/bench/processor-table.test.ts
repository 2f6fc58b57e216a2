import { describe, expect, it } from 'vitest';
import { processorTable } from './processor-table';

describe('processorTable', () => {
  it('has a column for each job of either revision, in milliseconds a spectrum', () => {
    const medians = new Map([
      ['ours run-cpu', 300],
      ['ours run-cpu compute', 250],
      ['theirs run-cpu', 500],
      ['theirs run-cpu compute', 100],
      ['ours warm-cpu', 96],
    ]);
    const text = processorTable(medians, { run: 100, large: null, against: 'abc' });
    const cells = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    expect(cells[0]?.slice(2, -1)).toEqual(['this: 96, warm', 'this: 100', 'abc: 100']);
    expect(cells[2]?.slice(1, -1)).toEqual(['Compute threads', '0.00', '2.50', '1.00']);
    expect(cells.at(-1)?.slice(1, -1)).toEqual(['All', '1.00', '3.00', '5.00']);
  });
});
