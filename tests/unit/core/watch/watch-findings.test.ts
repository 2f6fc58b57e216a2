import { describe, expect, it } from 'vitest';
import { expectedHere, type MassLine } from '../../../../src/core/marker-model/mass-line';
import { findWatched } from '../../../../src/core/watch/find-watched';
import type { WatchedPeak } from '../../../../src/core/watch/types';
import { findingsIn, watchedInSample } from '../../../../src/core/watch/watch-findings';

const peak = (name: string, mz: number, tolerancePpm = 500): WatchedPeak => ({
  name,
  mz,
  charge: 1,
  mass: null,
  tolerancePpm,
  note: '',
});

function peakList(...peaks: readonly (readonly [mz: number, overNoise: number])[]) {
  return {
    mz: Float64Array.from(peaks, ([mz]) => mz),
    height: Float64Array.from(peaks, ([, height]) => height),
    overNoise: Float64Array.from(peaks, ([, height]) => height),
  };
}

const LINE: MassLine = { shiftPpm: 800, tiltPpmPerKda: 50 };

describe('findWatched', () => {
  it('uses the highest peak within the tolerance, including both ends', () => {
    const list = peakList([9995, 4], [10_000, 5], [10_005, 9], [10_006, 20]);
    expect(findWatched(list, [peak('A', 10_000)], null)).toEqual({
      line: null,
      found: [{ peak: 0, mz: 10_005, overNoise: 9 }],
    });
    expect(findWatched(list, [peak('A', 9_991)], null).found[0]?.mz).toBe(9995);
    expect(findWatched(list, [peak('A', 9_980), peak('B', 10_020)], null).found).toEqual([]);
  });

  it('does not count peaks lower than 3 times the noise', () => {
    const list = peakList([10_000, 2.99], [10_001, 3]);
    expect(findWatched(list, [peak('A', 10_000)], null).found).toEqual([
      { peak: 0, mz: 10_001, overNoise: 3 },
    ]);
    expect(findWatched(peakList([10_000, 2.99]), [peak('A', 10_000)], null).found).toEqual([]);
  });

  it('moves the expected m/z by the spectrum’s own mass error', () => {
    const here = expectedHere(11_109, LINE);
    const list = peakList([11_109, 30], [here + 1, 6]);
    const { found } = findWatched(list, [peak('A', 11_109)], LINE);
    expect(found).toEqual([{ peak: 0, mz: here + 1, overNoise: 6 }]);
    expect(findWatched(peakList(), [peak('A', 11_109)], LINE)).toEqual({ line: LINE, found: [] });
  });
});

const PEAKS = [peak('A', 11_109), peak('B', 19_900)];
const measures = { mzFirst: 2000, mzLast: 19_000 } as never;

function row(index: number, found: readonly (readonly [number, number])[] | null, line = LINE) {
  const peaks = (found ?? []).map(([mz, overNoise]) => ({ peak: 0, mz, overNoise }));
  return { index, measures, ...(found === null ? {} : { watched: { line, found: peaks } }) };
}

describe('findingsIn', () => {
  it('gives the m/z as measured, the recalibrated one, and the remaining error', () => {
    const mz = expectedHere(11_109, LINE) * (1 + 60e-6);
    const [finding, far] = findingsIn(row(0, [[mz, 7]]), PEAKS)!;
    expect(finding).toEqual({
      expectedHere: expectedHere(11_109, LINE),
      isRecalibrated: true,
      isInRange: true,
      found: {
        mz,
        recalibratedMz: expect.closeTo(11_109 * (1 + 60e-6), 6) as number,
        errorPpm: expect.closeTo(60, 6) as number,
        overNoise: 7,
      },
    });
    expect(far).toMatchObject({ isInRange: false, found: null });
  });

  it('states that it was not recalibrated, and then measures from the table’s m/z', () => {
    const watched = { line: null, found: [{ peak: 0, mz: 11_110, overNoise: 4 }] };
    const [finding] = findingsIn({ index: 0, measures, watched }, PEAKS)!;
    expect(finding).toMatchObject({
      expectedHere: 11_109,
      isRecalibrated: false,
      found: { recalibratedMz: null, errorPpm: expect.closeTo(90.017, 2) as number },
    });
  });

  it('is null for a spectrum that was not searched', () => {
    expect(findingsIn(row(0, null), PEAKS)).toBeNull();
  });
});

describe('watchedInSample', () => {
  const here = expectedHere(11_109, LINE);

  it('counts the spectra, and keeps the one in which the peak is highest', () => {
    const rows = [row(3, [[here, 5]]), row(4, [[here + 1, 8]]), row(5, []), row(6, null)];
    expect(watchedInSample(rows, PEAKS)).toMatchObject([
      {
        looked: 3,
        found: 2,
        state: 'found',
        best: { spectrum: 4, finding: { found: { mz: here + 1 } } },
      },
      { looked: 0, found: 0, state: 'not-looked-for', best: null },
    ]);
  });

  it('says where a peak was searched for and not found', () => {
    const [first] = watchedInSample([row(1, []), row(2, [])], PEAKS);
    expect(first).toMatchObject({
      looked: 2,
      found: 0,
      state: 'not-found',
      best: { spectrum: 1, finding: { expectedHere: here, found: null } },
    });
  });

  it('reports that a peak was not searched for if there is no spectrum', () => {
    expect(watchedInSample([row(0, null)], PEAKS).map(({ state }) => state)).toEqual([
      'not-looked-for',
      'not-looked-for',
    ]);
    expect(watchedInSample([], [])).toEqual([]);
  });
});
