import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallTally, tallyCalls } from '../../../../src/state/jobs/count-calls';
import { findRow, RowsByIndex } from '../../../../src/state/jobs/rows-by-index';
import { sampleRow } from '../../storage/records';

const taxa = ['taxon-a', 'taxon-b', null];

/** Rows that are added, replaced and removed. */
const changes = fc.array(
  fc.record({ index: fc.nat(30), taxon: fc.constantFrom(...taxa), goes: fc.boolean() }),
);

function sampleOf(index: number, taxon: string | null) {
  const { call } = sampleRow(index);
  return sampleRow(index, { call: { ...call, taxon } });
}

describe('rows by their index, and the tally of their calls', () => {
  it('equal at any time what a map of them contains', () => {
    fc.assert(
      fc.property(changes, (steps) => {
        const rows = new RowsByIndex<ReturnType<typeof sampleRow>>();
        const tally = new CallTally();
        const expected = new Map<number, ReturnType<typeof sampleRow>>();
        for (const { index, taxon, goes } of steps) {
          const row = sampleOf(index, taxon);
          const before = goes ? rows.remove(index) : rows.put(row);
          expect(before).toBe(expected.get(index) ?? null);
          if (before !== null) tally.remove(before);
          if (goes) expected.delete(index);
          else {
            tally.add(row);
            expected.set(index, row);
          }
          const list = [...expected.values()].sort((a, b) => a.index - b.index);
          expect(rows.list()).toEqual(list);
          expect(rows.size).toBe(list.length);
          expect(tally.counts).toEqual(tallyCalls(list));
          for (let wanted = -1; wanted < 32; wanted++) {
            expect(findRow(rows.list(), wanted)).toBe(expected.get(wanted) ?? null);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are listed in a new array each time, so that what is shown does not change', () => {
    const rows = new RowsByIndex<ReturnType<typeof sampleRow>>();
    rows.put(sampleRow(0));
    const shown = rows.list();
    rows.put(sampleRow(1));
    expect(shown).toHaveLength(1);
  });
});
