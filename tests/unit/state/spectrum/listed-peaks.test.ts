import { describe, expect, it } from 'vitest';
import type { MarkerEvidence } from '../../../../src/core/job/types';
import type { SpectrumView } from '../../../../src/core/spectrum/spectrum-view';
import {
  listPeaks,
  nearestPeak,
  nextPeak,
  peakTable,
} from '../../../../src/state/spectrum/listed-peaks';
import {
  expectedMarkers,
  markerLabel,
  plotMarkers,
  rivalMarkers,
} from '../../../../src/state/spectrum/plot-markers';
import { readPeak, readPoint } from '../../../../src/state/spectrum/read-out';
import { manifest } from '../manifest';

const { markers } = manifest;

/** The ions of the manifest: L1 5000 1+, L1 5000 2+, L1 5014 1+, L2 7000 1+, L3 9000 1+. */
const evidence: MarkerEvidence = {
  scores: Float32Array.of(20, 5, -30),
  // The loci L1, L2, L3 for each taxon.
  loci: Float32Array.of(3, 0.5, 0, -1, 0, 0, 0, 0, -2),
  ions: Float32Array.of(
    ...[3, 5000.76, 40, 12],
    ...[-0.4, 0, 0, 0],
    ...[-1, 0, 0, 0],
    ...[0.5, 7000.59, 6, -30],
    ...[-2, 0, 0, 0],
  ),
  shiftPpm: 100,
  tiltPpmPerKda: 0,
  sensitivity: 1,
  lociSupported: 2,
  lociContradicted: 0,
};

describe('the markers of a taxon in a spectrum', () => {
  it('are expected with the tilt as well, which is 0 at m/z 6,500', () => {
    const tilted = { ...evidence, tiltPpmPerKda: -100 };
    const [, double] = plotMarkers(markers, tilted, 0, 1);
    // The shift is 100 ppm, and the tilt adds -100 ppm for each of the -3.9994 kDa from 6,500.
    expect(double?.mz).toBeCloseTo(2500.6 * (1 + 499.94e-6), 6);
    expect(expectedMarkers(markers, tilted, 2)[0]?.mz).toBeCloseTo(9000 * (1 - 150e-6), 6);
  });

  it('are placed where they were found, or where they are expected after the shift', () => {
    const found = plotMarkers(markers, evidence, 0, 1);
    expect(found.map((marker) => [markerLabel(marker), marker.found !== null])).toEqual([
      ['L1', true],
      ['L1 2+', false],
      ['L2', true],
    ]);
    expect(found[0]?.mz).toBeCloseTo(5000.76, 2);
    expect(found[1]?.mz).toBeCloseTo(2500.6 * 1.0001, 6);
  });

  it('begin with those that distinguish the taxon from its rival', () => {
    const telling = { ...evidence, loci: Float32Array.of(3, 9, 0, 3, -9, 0, 0, 0, 0) };
    expect(plotMarkers(markers, telling, 0, 1)[0]?.locus).toBe('L2');
    expect(plotMarkers(markers, telling, 0, null)[0]?.locus).toBe('L1');
  });

  it('have the most frequent allele for a missing locus, and the found one otherwise', () => {
    const nothing = { ...evidence, ions: new Float32Array(20) };
    const [single] = plotMarkers(markers, nothing, 1, 0).filter(({ charge }) => charge === 1);
    expect(single).toMatchObject({ found: null });
    expect(single?.expectedHere).toBeCloseTo(5014.2 * 1.0001, 6);
    const [seen] = plotMarkers(markers, evidence, 1, 0).filter(({ charge }) => charge === 1);
    expect(seen).toMatchObject({ fraction: 0.2 });
    expect(seen?.expectedHere).toBeCloseTo(5000.2 * 1.0001, 6);
    expect(seen?.found?.mz).toBeCloseTo(5000.76, 2);
  });

  it('of the rival are those that differ visibly from the taxon’s own', () => {
    const nothing = { ...evidence, ions: new Float32Array(20) };
    const [only, ...others] = rivalMarkers(markers, nothing, 0, 1);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ locus: 'L1', charge: 1, found: null });
    expect(only?.expectedHere).toBeCloseTo(5014.2 * 1.0001, 6);
    // Here the rival's found allele is the taxon's own.
    expect(rivalMarkers(markers, evidence, 0, 1)).toEqual([]);
  });

  it('are sticks at their expected m/z, the most frequent first', () => {
    const sticks = expectedMarkers(markers, evidence, 1);
    expect(sticks.map(({ fraction }) => fraction)).toEqual([0.8, 0.2, 0.2]);
    expect(sticks[0]?.mz).toBeCloseTo(5014.2 * 1.0001, 6);
    // The same holds if the taxon's ion was found beside its expected m/z.
    expect(sticks[1]?.mz).toBeCloseTo(5000.2 * 1.0001, 6);
    expect(expectedMarkers(markers, null, 1)[0]?.mz).toBe(5014.2);
  });
});

const view = {
  peaks: {
    mz: Float64Array.of(3_000, 4_999.9, 5_000.9, 7_000.5, 8_000),
    counts: Float64Array.of(200, 10, 5_200, 130, 60),
    height: Float64Array.of(0.002, 0.0001, 0.004, 0.0012, 0.0005),
    overNoise: Float64Array.of(20, 3.2, 41, 12, 5),
  },
} as unknown as SpectrumView;

describe('the list of peaks', () => {
  const peaks = listPeaks(view, plotMarkers(markers, evidence, 0, 1));

  it('names each found marker at the closest peak, and no missing marker', () => {
    expect(peaks.map(({ marker }) => marker?.locus ?? null)).toEqual([
      null,
      null,
      'L1',
      'L2',
      null,
    ]);
  });

  it('names no peak for a marker without a close one', () => {
    const far = { ...evidence, ions: evidence.ions.slice() };
    far.ions[1] = 5_006;
    const markersOfTaxon = plotMarkers(markers, far, 0, 1);
    expect(listPeaks(view, markersOfTaxon).filter(({ marker }) => marker !== null)).toHaveLength(1);
  });

  it('can be stepped through to the left and to the right, and ends', () => {
    expect(nextPeak(peaks, 3_000, 1)?.mz).toBe(4_999.9);
    expect(nextPeak(peaks, 5_000.9, -1)?.mz).toBe(4_999.9);
    expect(nextPeak(peaks, 8_000, 1)).toBeNull();
    expect(nextPeak(peaks, 2_000, -1)).toBeNull();
    expect(nearestPeak(peaks, 5_000.6, 5)?.mz).toBe(5_000.9);
    expect(nearestPeak(peaks, 6_000, 5)).toBeNull();
  });

  it('as a table has the highest peaks and all found markers, in order of m/z', () => {
    expect(peakTable(peaks, 2).map(({ mz }) => mz)).toEqual([3_000, 5_000.9, 7_000.5]);
    expect(peakTable([], 2)).toEqual([]);
  });

  it('describes a peak with what the model found there', () => {
    expect(readPeak(peaks[2]!)).toBe(
      'm/z 5000.76 · 5,200 counts · 41 × noise · L1, expected here 5000.70, off by +0.06 (+12 ppm)',
    );
    expect(readPeak(peaks[0]!)).toBe('m/z 3000.00 · 200 counts · 20 × noise');
  });
});

describe('an m/z without a peak', () => {
  it('is described with the value of the nearest point, or of its bin', () => {
    const line = { mz: [10, 11, 12], y: [5, 6, 7], binWidth: null };
    expect(readPoint(line, 11.4, 'counts')).toBe('m/z 11.4 · 6 counts');
    expect(readPoint(line, 99, 'counts')).toBe('m/z 99.0 · 7 counts');
    const steps = { mz: [10, 20], y: [0.001, 0.002], binWidth: 10 };
    expect(readPoint(steps, 19, 'share')).toBe(
      'm/z 19.0 · 1.0000 ‰ of the total ion current per Da',
    );
  });

  it('has no value in a spectrum without points', () => {
    expect(readPoint({ mz: [], y: [], binWidth: null }, 5, 'counts')).toBe('m/z 5.0');
  });
});
