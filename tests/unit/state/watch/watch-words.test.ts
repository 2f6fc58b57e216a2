import { describe, expect, it } from 'vitest';
import type { WatchedInSample } from '../../../../src/core/watch/watch-findings';
import { filterSamples } from '../../../../src/state/results/filter-samples';
import { sortSamples } from '../../../../src/state/results/sort-samples';
import { emptyQuery } from '../../../../src/state/results/table-query';
import { plotWatch } from '../../../../src/state/spectrum/plot-watch';
import { watchLine, watchLines } from '../../../../src/state/watch/words';
import { sampleRow, spectrumRow } from '../../storage/records';

const peak = (name: string, mz = 11_109) =>
  ({ name, mz, charge: 1, mass: null, tolerancePpm: 500, note: '' }) as const;

function watched(
  name: string,
  state: WatchedInSample['state'],
  [found, looked]: readonly [number, number] = [state === 'found' ? 1 : 0, 1],
  recalibratedMz: number | null = 11_109.62,
): WatchedInSample {
  const seen = { mz: 11_111, recalibratedMz, errorPpm: 56, overNoise: 7 };
  return {
    peak: peak(name),
    state,
    looked,
    found,
    best: {
      spectrum: 0,
      finding: {
        expectedHere: 11_110,
        isRecalibrated: recalibratedMz !== null,
        isInRange: true,
        found: state === 'found' ? seen : null,
      },
    },
  };
}

describe('the column of watched peaks', () => {
  it('names one peak, and states its m/z after recalibration', () => {
    expect(watchLine([watched('p019', 'found')])).toBe('p019: found at 11109.6');
    expect(watchLine([watched('p019', 'found', [2, 3])])).toBe('p019: found in 2 of 3 at 11109.6');
    expect(watchLine([watched('p019', 'found', [1, 1], null)])).toBe('p019: found at 11111.0');
    expect(watchLine([watched('p019', 'not-found')])).toBe('p019: not found');
    expect(watchLine([watched('p019', 'not-looked-for')])).toBe('p019: not looked for');
    expect(watchLine([])).toBe('');
  });

  it('counts several peaks, among those that were searched for', () => {
    const three = [
      watched('a', 'found'),
      watched('b', 'not-found'),
      watched('c', 'not-looked-for'),
    ];
    expect(watchLine(three)).toBe('1 of 2 found');
    expect(watchLines(three)).toBe('a: found at 11109.6\nb: not found\nc: not looked for');
    expect(watchLine([watched('a', 'not-looked-for'), watched('b', 'not-looked-for')])).toBe(
      'not looked for',
    );
  });
});

describe('the table of samples', () => {
  const rows = [sampleRow(0), sampleRow(1), sampleRow(2), sampleRow(3)];
  const found = [1, null, 0, 2];
  const foundIn = ({ index }: { readonly index: number }) => found[index]!;
  const stateOf = (sample: { readonly index: number }) => {
    const count = foundIn(sample);
    return count === null ? 'not-looked-for' : count > 0 ? 'found' : 'not-found';
  };

  it.each([
    ['found', [0, 3]],
    ['not-found', [2]],
    ['not-looked-for', [1]],
    [null, [0, 1, 2, 3]],
  ] as const)('is filtered by %s', (state, indices) => {
    const query = { ...emptyQuery, watched: state };
    const shown = filterSamples(rows, query, { watched: stateOf });
    expect(shown.map(({ index }) => index)).toEqual(indices);
  });

  it('is sorted by how many were found, and rows without a search come last', () => {
    const order = (descending: boolean) =>
      sortSamples(rows, { column: 'watched', descending }, { watched: foundIn }).map(
        ({ index }) => index,
      );
    expect(order(false)).toEqual([2, 0, 3, 1]);
    expect(order(true)).toEqual([3, 0, 2, 1]);
  });
});

describe('the plot of a spectrum', () => {
  it('marks found peaks where they were found, and others where they were expected', () => {
    const line = { shiftPpm: 100, tiltPpmPerKda: 0 };
    const watching = { line, found: [{ peak: 1, mz: 9001, overNoise: 5 }] };
    const row = { ...spectrumRow(0), measures: null, watched: watching };
    expect(plotWatch(row, [peak('a', 5000), peak('b', 9000)])).toEqual([
      { name: 'b', mz: 9001, isFound: true },
      { name: 'a', mz: 5000.5, isFound: false },
    ]);
    expect(plotWatch(spectrumRow(0), [peak('a', 5000)])).toEqual([]);
  });
});
