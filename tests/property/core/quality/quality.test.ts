import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConsensus } from '../../../../src/core/classify/consensus';
import type { CallRule, SpectrumCall } from '../../../../src/core/job/types';
import { findPeaks as findPlainPeaks } from '../../../../src/core/marker-model/plain/peaks';
import { findPeaks } from '../../../../src/core/peaks/find-peaks';
import { findFences } from '../../../../src/core/quality/statistics';
import { VERDICTS } from '../../../../src/core/quality/judge';
import { peakWidth } from '../../../../src/core/quality/peak-width';
import { rateSample } from '../../../../src/core/quality/rate-sample';
import { measures, ratedRow } from '../../../unit/core/quality/rated';
import { manifest } from '../../../unit/state/manifest';

const bins = { first: 1950, width: 1, count: 1200 };
/** Bins of which some are empty, some equal and some steep. */
const vector = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 4 }),
    fc.double({ min: 0, max: 100, noNaN: true }),
  ),
  { minLength: bins.count, maxLength: bins.count },
);

describe('findPeaks', () => {
  it('finds the same peaks as the marker model’s plain score', () => {
    fc.assert(
      fc.property(vector, fc.double({ min: 0.5, max: 8, noNaN: true }), (values, least) => {
        const { peaks } = findPeaks(values, bins, least);
        const plain = findPlainPeaks(values).filter(({ ratio }) => ratio >= least);
        // At the limit itself, two ways to divide may give different results.
        const isClose = plain.some(({ ratio }) => Math.abs(ratio - least) < 1e-9);
        fc.pre(!isClose);
        expect(peaks.mz.length).toBe(plain.length);
        for (const [i, { mz, ratio }] of plain.entries()) {
          expect(peaks.mz[i]).toBeCloseTo(mz, 9);
          expect(peaks.overNoise[i]).toBeCloseTo(ratio, 9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('peakWidth', () => {
  it('is positive and no wider than the range that it searches, for any intensities', () => {
    const mz = Float64Array.from({ length: 200 }, (_, i) => 5000 + i);
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 200, maxLength: 200 }),
        fc.double({ min: 4990, max: 5210, noNaN: true }),
        (counts, at) => {
          const width = peakWidth({ mz, intensity: Float64Array.from(counts) }, at);
          if (width === null) return;
          expect(width).toBeGreaterThan(0);
          expect(width).toBeLessThanOrEqual(2 * 0.003 * at);
        },
      ),
    );
  });
});

describe('findFences', () => {
  it('places the fences around the middle half, the outer ones around the inner ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 4, maxLength: 80 }),
        (values) => {
          const { inner, outer } = findFences(Float64Array.from(values).sort());
          const tiny = 1e-6 * Math.max(1, ...values);
          const within = values.filter((v) => v >= inner[0] - tiny && v <= inner[1] + tiny);
          expect(within.length).toBeGreaterThanOrEqual(values.length / 2 - 1);
          expect(outer[0]).toBeLessThanOrEqual(inner[0] + tiny);
          expect(outer[1]).toBeGreaterThanOrEqual(inner[1] - tiny);
        },
      ),
    );
  });
});

describe('rateSample', () => {
  const row = fc
    .record({
      peaks: fc.nat(60),
      noiseShare: fc.double({ min: 0, max: 1, noNaN: true }),
      saturatedPoints: fc.option(fc.nat(3), { nil: null }),
    })
    .map((quality) => ratedRow(0, { measures: measures(quality) }));

  it('gives the verdict of the worst measure, whatever the order of the spectra', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const quality = rateSample(rows, null);
        const ranks = quality!.measures.map(({ verdict }) => VERDICTS.indexOf(verdict));
        expect(VERDICTS.indexOf(quality!.verdict)).toBe(Math.max(...ranks));
        expect(rateSample([...rows].reverse(), null)).toEqual(quality);
      }),
    );
  });
});

describe('findConsensus', () => {
  const rules: readonly CallRule[] = [
    'species',
    'weak-species',
    'group-unresolved',
    'no-pattern',
    'outgroup',
    'poor-spectrum',
    'below-threshold',
    'outside-scope',
  ];
  const call = fc
    .record({
      rule: fc.constantFrom(...rules),
      name: fc.constantFrom('genus-alpha', 'genus-beta-minor', 'other-gamma'),
    })
    .map(({ rule, name }): SpectrumCall => {
      const taxon =
        rule === 'group-unresolved' ? 'alpha-complex' : rule.endsWith('species') ? name : null;
      const kind = taxon === null ? 'none' : taxon === name ? 'species' : 'group';
      const label = taxon ?? rule;
      return { kind, taxon, label, confidence: 'none', probability: null, rule };
    });

  it('counts every spectrum once, whatever their order', () => {
    fc.assert(
      fc.property(call, fc.array(call, { minLength: 1, maxLength: 8 }), (sample, calls) => {
        const spectra = calls.map((one, index) => ({ index, call: one }));
        const found = findConsensus(sample, spectra, manifest);
        const others = Object.values(found.others).flat();
        expect(found.agreeing + others.length).toBe(calls.length);
        expect(new Set(others).size).toBe(others.length);
        const turned = findConsensus(sample, [...spectra].reverse(), manifest);
        expect(turned.contradictory).toBe(found.contradictory);
        expect(turned.majority).toEqual(found.majority);
      }),
    );
  });

  it('finds no contradiction between spectra that all have the same call', () => {
    fc.assert(
      fc.property(call, fc.integer({ min: 1, max: 5 }), (one, count) => {
        const spectra = Array.from({ length: count }, (_, index) => ({ index, call: one }));
        expect(findConsensus(one, spectra, manifest)).toMatchObject({
          agreeing: count,
          others: {},
          contradictory: false,
        });
      }),
    );
  });
});
