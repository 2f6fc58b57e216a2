import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showMz } from '../../../../src/core/classify/shown-mz';
import { listMarkers } from '../../../../src/state/results/all-markers';
import { offBy, viewMarkers } from '../../../../src/state/results/marker-view';
import { expectedMarkers, plotMarkers } from '../../../../src/state/spectrum/plot-markers';
import { listPeaks, toldMz } from '../../../../src/state/spectrum/listed-peaks';
import type { SpectrumView } from '../../../../src/core/spectrum/spectrum-view';
import { sampleRow } from '../../../unit/storage/records';
import {
  namingEvidence,
  namingManifest as manifest,
  namingProbabilities,
} from '../../../builders/naming-model';

const ions = manifest.markers!.ions.filter(({ charge }) => charge === 1);
/** Spectra with mass errors as large as the model searches, and with all kinds of remaining errors. */
const spectrum = fc
  .record({
    shiftPpm: fc.double({ min: -2500, max: 2500, noNaN: true }),
    tiltPpmPerKda: fc.double({ min: -240, max: 240, noNaN: true }),
    errors: fc.array(fc.option(fc.double({ min: -700, max: 700, noNaN: true }), { nil: null }), {
      minLength: ions.length,
      maxLength: ions.length,
    }),
  })
  .map(({ errors, ...line }) =>
    namingEvidence({
      ...line,
      scores: { 'genus-alpha': 14, 'genus-beta': 12 },
      loci: { 'genus-alpha': [4, 4, 4, 4, 4, 4], 'genus-beta': [-1, 4, 4, 4, -3, -3] },
      found: ions.flatMap(({ locus, mass }, i) => {
        const errorPpm = errors[i] ?? null;
        return errorPpm === null ? [] : [[locus, mass, errorPpm] as const];
      }),
    }),
  );

const sample = {
  call: {
    ...sampleRow(0).call,
    taxon: 'genus-alpha',
    runnerUp: { taxon: 'genus-beta', probability: 0.03 },
  },
  probabilities: namingProbabilities({ 'genus-alpha': 0.97, 'genus-beta': 0.03 }),
};

/** Checks the shown numbers: found minus expected is the difference, and the difference fits the ppm. */
function addUp(mz: number, expected: number, shown: string): void {
  const [, difference, ppm] = /^([+−]?[\d.]+) \(([+−]?\d+) ppm\)$/
    .exec(shown)!
    .map((text) => Number(text.replace('−', '-')));
  expect(Number(showMz(expected)) + difference!).toBeCloseTo(Number(showMz(mz)), 6);
  // Rounding removes up to half a hundredth of each m/z, and up to half a ppm.
  const rounding = (0.011 / expected) * 1e6 + 0.5 + Math.abs(ppm!) * 0.005;
  expect(Math.abs((difference! / expected) * 1e6 - ppm!)).toBeLessThanOrEqual(rounding);
}

describe('the numbers of an ion', () => {
  it('add up in every row of the table of markers', () => {
    fc.assert(
      fc.property(spectrum, (evidence) => {
        for (const { findings } of viewMarkers(manifest, sample, evidence)!.telling) {
          for (const { ion } of findings) {
            if (ion?.found)
              addUp(ion.found.mz, ion.expectedHere, offBy(ion.found, ion.expectedHere));
          }
        }
      }),
    );
  });

  it('are the same in the table, among all markers, in the plot and among the peaks', () => {
    fc.assert(
      fc.property(spectrum, (evidence) => {
        const all = listMarkers(manifest, evidence);
        const plotted = plotMarkers(manifest.markers!, evidence, 0, 1);
        const sticks = expectedMarkers(manifest.markers!, evidence, 0);
        const { telling } = viewMarkers(manifest, sample, evidence)!;
        for (const { locus, findings } of telling) {
          const [ion] = findings.map((finding) => finding.ion);
          if (!ion) continue;
          const isIt = (other: { locus: string; charge: number }) =>
            other.locus === locus && other.charge === ion.charge;
          const listed = all.find((line) => isIt(line.ion) && line.ion.mass === ion.mass)!;
          const drawn = plotted.find(isIt)!;
          const places = [listed.expectedHere, drawn.expectedHere, sticks.find(isIt)!.mz];
          expect(new Set([ion.expectedHere, ...places]).size).toBe(1);
          expect(listed.found).toEqual(ion.found);
          expect(drawn.found).toEqual(ion.found);
          if (ion.found === null) continue;
          // The profile's top may lie beside the peak. The shown m/z is where the model found it.
          const peaks = { ...EMPTY, mz: Float64Array.of(ion.found.mz + 0.4) };
          const [peak] = listPeaks({ peaks } as unknown as SpectrumView, [drawn]);
          expect(toldMz(peak!)).toBe(ion.found.mz);
        }
      }),
    );
  });
});

const EMPTY = {
  counts: Float64Array.of(1),
  height: Float64Array.of(1),
  overNoise: Float64Array.of(1),
};
