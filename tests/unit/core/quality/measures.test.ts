import { describe, expect, it } from 'vitest';
import {
  countSaturated,
  measureMarkers,
  measureQuality,
} from '../../../../src/core/quality/measure-quality';
import { measuredValues } from '../../../../src/core/quality/measured-values';
import { peakWidth } from '../../../../src/core/quality/peak-width';
import { namingEvidence, namingManifest } from '../../../builders/naming-model';
import { markerEvidence } from '../../storage/records';
import { manifest } from '../../state/manifest';

/** Makes points 1 Da apart from m/z 1950 on: `level`, with triangles of half-width `foot` at their base. */
function triangles(
  tops: readonly { readonly mz: number; readonly height: number; readonly foot: number }[],
  level = 10,
) {
  const mz = Float64Array.from({ length: 10_000 }, (_, i) => 1950 + i);
  const intensity = mz.map((x) =>
    tops.reduce(
      (sum, top) => sum + top.height * Math.max(0, 1 - Math.abs(x - top.mz) / top.foot),
      level,
    ),
  );
  return { mz, intensity };
}

describe('peakWidth', () => {
  it('is half of the base of a triangle', () => {
    const spectrum = triangles([{ mz: 5000, height: 100, foot: 8 }]);
    expect(peakWidth(spectrum, 5000)).toBeCloseTo(8, 9);
    expect(peakWidth(spectrum, 5001.5)).toBeCloseTo(8, 9);
  });

  it('is measured above the line between the feet', () => {
    const { mz, intensity } = triangles([{ mz: 5000, height: 100, foot: 8 }]);
    const sloping = { mz, intensity: intensity.map((y, i) => y + 0.5 * i) };
    expect(peakWidth(sloping, 5000)).toBeCloseTo(8, 0);
  });

  it('is null at the end of a spectrum, or if there is no peak', () => {
    const spectrum = triangles([{ mz: 1951, height: 100, foot: 8 }]);
    expect(peakWidth(spectrum, 1951)).toBeNull();
    const rising = { ...spectrum, intensity: spectrum.mz.map((x) => x) };
    expect(peakWidth(rising, 5000)).toBeNull();
    const flat = { ...spectrum, intensity: new Float64Array(10_000).fill(3) };
    expect(peakWidth(flat, 5000)).toBeNull();
  });
});

describe('countSaturated', () => {
  it('counts the points at 255 counts a laser shot', () => {
    expect(countSaturated(Float64Array.of(10_199, 10_200, 0, 10_200), 10_200, 40)).toBe(2);
    expect(countSaturated(Float64Array.of(10_199), 10_199, 40)).toBe(0);
  });

  it('gives null if a point is higher, or the number of shots is unknown', () => {
    expect(countSaturated(Float64Array.of(10_201, 10_200), 10_201, 40)).toBeNull();
    expect(countSaturated(Float64Array.of(10_200), 10_200, null)).toBeNull();
    expect(countSaturated(Float64Array.of(10_200), 10_200, 0)).toBeNull();
  });
});

// The first of the manifest's taxa has markers at L1 (two ions) and L2.
const evidence = markerEvidence({
  scores: Float32Array.of(30, 12, -9),
  loci: Float32Array.of(4, 2, 0, -2.5, 0, 0.1, -3, 0, -4),
  ions: Float32Array.from(
    [
      [2, 5001, 20, 15],
      [3, 2501, 30, -8],
      [-1.5, 5013, 6, 240],
      [0.5, 7003, 7, 30],
      [-2, 0, 0, 0],
    ].flat(),
  ),
  shiftPpm: -130,
});

describe('measureMarkers', () => {
  const tops = [2501, 7003].map((mz) => ({ mz, height: 100, foot: 5 }));

  it('measures the best taxon, with one marker for each locus', () => {
    expect(measureMarkers(triangles(tops), evidence, manifest)).toEqual({
      found: 2,
      expected: 2,
      medianSignalToNoise: 18.5,
      resolution: null,
      shiftPpm: -130,
      tiltPpmPerKda: null,
      residualPpm: 19,
    });
  });

  it('leaves out naming loci and relatives, and gives the tilt if the model has one', () => {
    const found = [
      ['R1', 5000, 10],
      ['R2', 6000, -30],
      ['N1', 8000, 200],
    ] as const;
    const seen = namingEvidence({
      scores: { 'other-delta': 20, 'genus-alpha': 14 },
      loci: { 'genus-alpha': [4, 4, 0, 0, 4, 4], 'other-delta': [4, 4, 4, 4, 0, 0] },
      found,
      shiftPpm: 100,
      tiltPpmPerKda: -90,
    });
    const { markers } = namingManifest;
    const measured = measureMarkers(triangles([]), seen, { ...namingManifest, markers: markers! });
    expect(measured).toMatchObject({ found: 2, expected: 4, shiftPpm: 100, tiltPpmPerKda: -90 });
    expect(measured.residualPpm).toBeCloseTo(20, 0);
  });

  it('does not count an ion that was found and is inconclusive', () => {
    const open = { ...evidence, loci: evidence.loci.map((value, i) => (i === 1 ? 0.9 : value)) };
    expect(measureMarkers(triangles(tops), open, manifest)).toMatchObject({
      found: 1,
      medianSignalToNoise: 30,
      residualPpm: 8,
    });
  });

  it('gives the median resolution of three clear markers or more', () => {
    const third = { mass: 9000, fraction: 1 };
    const [first, second] = manifest.markers.alleles[0]!;
    const known = {
      ...manifest,
      markers: { ...manifest.markers, alleles: [[first!, second!, [third]]] },
    };
    const seen = {
      ...evidence,
      loci: Float32Array.of(4, 2, 3),
      ions: evidence.ions.map(
        (value, i) => [...evidence.ions.slice(0, 16), 3, 9002, 9, -20][i] ?? value,
      ),
    };
    const peaks = [
      { mz: 2501, height: 100, foot: 5 },
      { mz: 7003, height: 100, foot: 10 },
      { mz: 9002, height: 100, foot: 9 },
    ];
    const { resolution, found } = measureMarkers(triangles(peaks), seen, known);
    expect(found).toBe(3);
    // The median of 2501 / 5, 7003 / 10 and 9002 / 9.
    expect(resolution).toBeCloseTo(700.3, 6);
  });
});

describe('measureQuality', () => {
  const bins = { first: 1950, width: 1, count: 10_000 };
  const vector = new Float64Array(bins.count).fill(0.5 / bins.count);
  for (const at of [1000, 3000, 9000]) vector[at] = 20 / bins.count;
  const spectrum = triangles([]);

  it('counts peaks, and those above 10 kDa', () => {
    const answer = { evidence: null, peaks: null };
    const quality = measureQuality(
      { spectrum, maxIntensity: 10, laserShots: 1, vector, bins, answer },
      manifest,
    );
    expect(quality).toMatchObject({
      peaks: 3,
      peaksAbove10kDa: 1,
      saturatedPoints: 0,
      markers: null,
    });
    expect(quality.largestPeakMz).toBeCloseTo(10_950.5, 6);
    expect(quality.medianSignalToNoise).toBeGreaterThan(35);
    expect(quality.noiseShare).toBeCloseTo(0.5, 2);
  });

  it('uses the number of peaks that the call was made with', () => {
    const answer = { evidence: null, peaks: 4 };
    expect(
      measureQuality(
        { spectrum, maxIntensity: 10, laserShots: null, vector, bins, answer },
        manifest,
      ).peaks,
    ).toBe(4);
  });
});

describe('measuredValues', () => {
  const base = { points: 1, mzFirst: 1, mzLast: 2, maxIntensity: 5, peaks: null };

  it('leaves out what was not measured', () => {
    expect(measuredValues({ ...base, totalIntensity: 100, quality: null })).toEqual({
      totalIntensity: 100,
    });
  });

  it('gives markers as a fraction of those expected, and 0 as the largest m/z without peaks', () => {
    const quality = {
      peaks: 0,
      peaksAbove10kDa: 0,
      largestPeakMz: null,
      medianSignalToNoise: null,
      noiseShare: 1,
      saturatedPoints: null,
      markers: {
        found: 5,
        expected: 20,
        medianSignalToNoise: null,
        resolution: null,
        shiftPpm: 0,
        residualPpm: null,
      },
    };
    expect(measuredValues({ ...base, totalIntensity: 100, quality })).toEqual({
      totalIntensity: 100,
      peaks: 0,
      peaksAbove10kDa: 0,
      largestPeakMz: 0,
      noiseShare: 1,
      markersFound: 0.25,
      shiftPpm: 0,
    });
    const tilted = { ...quality, markers: { ...quality.markers, tiltPpmPerKda: -80 } };
    expect(measuredValues({ ...base, totalIntensity: 100, quality: tilted }).tiltPpmPerKda).toBe(
      -80,
    );
    const none = { ...quality, markers: { ...quality.markers, tiltPpmPerKda: null } };
    expect(measuredValues({ ...base, totalIntensity: 100, quality: none })).not.toHaveProperty(
      'tiltPpmPerKda',
    );
  });
});
