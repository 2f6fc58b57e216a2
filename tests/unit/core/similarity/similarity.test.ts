import { describe, expect, it } from 'vitest';
import { alignSpectra } from '../../../../src/core/similarity/align';
import { BINS, binPeaks } from '../../../../src/core/similarity/bins';
import { chainCluster } from '../../../../src/core/similarity/chain';
import { libraryCluster } from '../../../../src/core/similarity/cluster';
import { cosineMatrix, pairAt, pairsOf } from '../../../../src/core/similarity/cosine';
import {
  cutAt,
  leafOrder,
  type Merge,
  placeMerges,
} from '../../../../src/core/similarity/dendrogram';
import { newick } from '../../../../src/core/similarity/newick';
import { errorAt, highestPeaks, type PeakList } from '../../../../src/core/similarity/peak-list';

const peaksAt = (mz: readonly number[], height = mz.map(() => 1)): PeakList => ({
  mz: Float64Array.from(mz),
  height: Float64Array.from(height),
});

describe('pairs of a condensed matrix', () => {
  it('follow one another row by row, whichever is named first', () => {
    const places = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ].map(([a, b]) => [pairAt(4, a!, b!), pairAt(4, b!, a!)]);
    expect(places).toEqual([0, 1, 2, 3, 4, 5].map((at) => [at, at]));
    expect(pairsOf(4)).toBe(6);
  });
});

describe('the highest peaks', () => {
  it('are kept in order of m/z, and only those of the compared range', () => {
    const { mz } = highestPeaks(peaksAt([1_999, 2_000, 3_000, 4_000, 20_000], [9, 3, 1, 2, 9]), 2);
    expect([...mz]).toEqual([2_000, 4_000]);
  });
});

describe('the centred cosine', () => {
  it('is that of the whole vectors, empty bins too', () => {
    const lists = [
      peaksAt([4_500, 5_000, 7_000], [1, 2, 3]),
      peaksAt([4_500, 5_000, 8_000], [2, 2, 1]),
      peaksAt([9_000, 10_000], [1, 1]),
    ];
    const binned = lists.map((peaks) => binPeaks(peaks, null));
    const whole = binned.map(({ bins, values }) => {
      const vector = new Float64Array(BINS);
      for (const [i, bin] of bins.entries()) vector[bin] = values[i]!;
      const mean = vector.reduce((sum, value) => sum + value, 0) / BINS;
      return vector.map((value) => value - mean);
    });
    const cosines = cosineMatrix(binned);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, v, i) => sum + v * y[i]!, 0);
      const [x, y] = [whole[a]!, whole[b]!];
      const expected = dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
      expect(cosines[pairAt(3, a, b)]).toBeCloseTo(expected, 5);
    }
  });

  it('is 1 for the same peaks at any height, and 0 where there are none', () => {
    const lists = [peaksAt([4_500, 5_000], [1, 2]), peaksAt([4_500, 5_000], [10, 20]), peaksAt([])];
    const cosines = cosineMatrix(lists.map((peaks) => binPeaks(peaks, null)));
    expect(cosines[0]).toBeCloseTo(1, 6);
    expect(cosines[1]).toBe(0);
  });

  it('leaves out what lies below m/z 4,000, and takes the square root of a height', () => {
    const [low, even, uneven] = [
      peaksAt([3_000, 5_000, 6_000], [50, 1, 1]),
      peaksAt([5_000, 6_000]),
      peaksAt([5_000, 6_000], [16, 9]),
    ].map((peaks) => binPeaks(peaks, null));
    expect(low).toEqual(even);
    const sumNear = (from: number, to: number) =>
      uneven!.values.subarray(from, to).reduce((sum, value) => sum + value, 0);
    expect(sumNear(0, 2) / sumNear(2, 4)).toBeCloseTo(4 / 3, 5);
  });

  it('hardly changes with an error of a tenth of a bin', () => {
    const mz = Array.from({ length: 40 }, (_, i) => 3_000 + 213.7 * i);
    const moved = mz.map((one) => one * (1 + 50e-6));
    const [cosine] = cosineMatrix([peaksAt(mz), peaksAt(moved)].map((one) => binPeaks(one, null)));
    expect(cosine).toBeGreaterThan(0.95);
  });
});

describe('the alignment', () => {
  const mz = Array.from({ length: 60 }, (_, i) => 2_500 + 140.3 * i + 37 * Math.sin(i * i));
  const line = { shift: 900, tilt: -60 };
  const moved = (by: { shift: number; tilt: number }) =>
    peaksAt(mz.map((one) => one * (1 + errorAt(by, one) * 1e-6)));

  it('recovers a line that was put into a spectrum', () => {
    const { lines } = alignSpectra([moved({ shift: 0, tilt: 0 }), moved(line)]);
    for (const at of [3_000, 6_500, 10_000]) {
      const between = errorAt(lines[1]!, at) - errorAt(lines[0]!, at);
      expect(Math.abs(between - errorAt(line, at))).toBeLessThan(20);
    }
  });

  it('gives no line to a spectrum with nothing in common, or with no peak', () => {
    const strange = peaksAt([2_100, 15_000, 19_000]);
    const { lines } = alignSpectra([moved(line), moved(line), strange, peaksAt([])]);
    expect(lines.map((one) => one === null)).toEqual([false, false, true, true]);
    expect(alignSpectra([])).toEqual({ lines: [], common: [] });
  });
});

describe('clusters', () => {
  // 0 and 1 are 1 apart, 2 and 3 are 2 apart; between the pairs (4 + 6 + 6 + 8) / 4 = 6.
  const distances = () => Float32Array.from([1, 4, 6, 6, 8, 2]);
  const expected: Merge[] = [
    { left: 0, right: 1, height: 1 },
    { left: 2, right: 3, height: 2 },
    { left: 4, right: 5, height: 6 },
  ];
  const sorted = (merges: readonly Merge[]) =>
    merges.map(({ left, right, height }) => ({
      left: Math.min(left, right),
      right: Math.max(left, right),
      height,
    }));

  it('have the average distance, by the chain and by the library', () => {
    expect(sorted(chainCluster(4, distances()))).toEqual(expected);
    expect(sorted(libraryCluster(4, distances()))).toEqual(expected);
  });

  it('are none for none and one', () => {
    for (const n of [0, 1]) {
      expect(chainCluster(n, new Float32Array(0))).toEqual([]);
      expect(libraryCluster(n, new Float32Array(0))).toEqual([]);
    }
  });

  it('are ordered so that the most similar leaves touch', () => {
    const alike = distances();
    const order = leafOrder(4, expected, (a, b) => -alike[pairAt(4, a, b)]!);
    expect([...order]).toEqual([1, 0, 2, 3]);
  });

  it('are cut at a height, and numbered along the order', () => {
    const order = Uint32Array.from([3, 2, 0, 1]);
    expect([...cutAt(order, expected, 1.5)]).toEqual([3, 3, 2, 1]);
    expect([...cutAt(order, expected, 3)]).toEqual([2, 2, 1, 1]);
    expect([...cutAt(order, expected, 9)]).toEqual([1, 1, 1, 1]);
  });

  it('have their places along the order', () => {
    const { middles, firsts, lasts } = placeMerges(Uint32Array.from([3, 2, 0, 1]), expected);
    expect([...middles]).toEqual([2.5, 3.5, 1.5, 0.5, 3, 1, 2]);
    expect([...firsts]).toEqual([2, 0, 0]);
    expect([...lasts]).toEqual([3, 1, 3]);
  });

  it('are written in the format of Newick, with names of any kind', () => {
    const written = (names: readonly string[], merges: readonly Merge[]) =>
      [...newick(names.length, (leaf) => names[leaf]!, merges)].join('');
    expect(written(['a', "b'c", 'd (e)', 'f,g'], expected)).toBe(
      "(('a':0.5,'b''c':0.5):2.5,('d (e)':1,'f,g':1):2);\n",
    );
    expect(written(['a'], [])).toBe("'a';\n");
    expect(written([], [])).toBe(';\n');
  });

  it('are written in the format of Newick, however deep the tree is', () => {
    const n = 10_000;
    const merges = Array.from({ length: n - 1 }, (_, i) => ({
      left: i === 0 ? 0 : n + i - 1,
      right: i + 1,
      height: i + 1,
    }));
    const text = [...newick(n, String, merges)].join('');
    expect(text.startsWith(`${'('.repeat(n - 1)}'0':0.5,'1':0.5):0.5,'2':1):0.5,`)).toBe(true);
    expect(text.endsWith(`:0.5,'${n - 1}':${(n - 1) / 2});\n`)).toBe(true);
  });
});
