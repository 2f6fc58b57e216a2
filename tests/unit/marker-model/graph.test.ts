import { beforeAll, describe, expect, it } from 'vitest';
import { buildMarkerGraph } from '../../../src/core/marker-model/build-graph';
import { encodeOnnx } from '../../../src/core/onnx/encode';
import { ONE_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { binnedSpectrum, markerPeaks } from '../../builders/binned-spectrum';
import { bundledModel } from '../../builders/bundled-model';
import { findPeaks, scoreAt } from '../../../src/core/marker-model/plain-score';
import { openGraph } from '../../builders/onnx-session';

const model = bundledModel();
const { taxa, loci, ions, parameters } = model;
let run: Awaited<ReturnType<typeof openGraph>>;

const graph = buildMarkerGraph({
  name: 'test',
  description: '',
  bins: ONE_DALTON_BINS,
  ...model,
});

beforeAll(async () => {
  run = await openGraph(encodeOnnx(graph));
});

/** A generator good enough to roughen a floor: Park and Miller, 1988. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('the marker graph', () => {
  // docs/decisions/0002-marker-graph.md says what one costs.
  it('has no operator that a browser compiles for a second', () => {
    expect(new Set(graph.nodes.map(({ operator }) => operator))).not.toContain('Cast');
  });

  const shifts = [0, -1300, 475, 1900];
  const cases = taxa.flatMap((taxon, t) => shifts.map((shift) => ({ taxon, t, shift })));

  it('names every taxon from its own markers, whatever the shift', async () => {
    for (const { taxon, t, shift } of cases) {
      const input = binnedSpectrum(markerPeaks(taxon, ions, shift), seeded(t + 1));
      const { probabilities, shift: found } = await run(input, 1);
      const best = probabilities!.indexOf(Math.max(...probabilities!));
      expect(taxa[best]?.id).toBe(taxon.id);
      expect(Math.abs(found![0]! - shift)).toBeLessThanOrEqual(60);
    }
  });

  it('agrees with the plain score, locus by locus, at the shift that it chose', async () => {
    for (const { taxon, t, shift } of cases.filter((_, i) => i % 5 === 0)) {
      const random = seeded(100 + t);
      const others = Array.from({ length: 60 }, () => ({
        mz: 2000 + 12_000 * random(),
        height: 30 * random() ** 2,
      }));
      const peaks = [...markerPeaks(taxon, ions, shift, 8 + 10 * random()), ...others];
      const input = binnedSpectrum(peaks, random);
      const answer = await run(input, 1);
      const plain = scoreAt(findPeaks(input), answer.shift![0]!, model);
      plain.scores.forEach((score, i) => expect(answer.scores![i]).toBeCloseTo(score, 2));
      plain.loci.forEach((row, i) =>
        row.forEach((value, l) =>
          expect(answer.loci_evidence![i * loci.length + l]).toBeCloseTo(value, 2),
        ),
      );
    }
  });

  it('finds a shift as good as a search of every 25 ppm', async () => {
    const taxon = taxa[3]!;
    const input = binnedSpectrum(markerPeaks(taxon, ions, -640, 12), seeded(9));
    const { scores } = await run(input, 1);
    const peaks = findPeaks(input);
    let best = -Infinity;
    for (let shift = -2500; shift <= 2500; shift += 25) {
      best = Math.max(best, ...scoreAt(peaks, shift, model).scores);
    }
    expect(Math.max(...scores!)).toBeGreaterThan(best - 0.5);
  });

  it('tells where each marker was found, how high and how far off', async () => {
    const taxon = taxa[0]!;
    const input = binnedSpectrum(markerPeaks(taxon, ions, 300), seeded(4));
    const { ions: marks, summary } = await run(input, 1);
    const s22 = ions.findIndex(({ locus, mass }) => locus === 'S22' && mass === 5280);
    const [logRatio, mz, height, error] = marks!.slice(s22 * 4, s22 * 4 + 4);
    expect(logRatio).toBeGreaterThan(2);
    expect(mz).toBeCloseTo(ions[s22]!.expectedMz * 1.0003, 0);
    expect(height).toBeGreaterThan(5);
    expect(Math.abs(error!)).toBeLessThan(60);
    const absent = ions.findIndex(({ locus, mass }) => locus === 'L31' && mass === 7904.1);
    expect(Array.from(marks!.slice(absent * 4 + 1, absent * 4 + 4))).toEqual([0, 0, 0]);
    expect(marks![absent * 4]).toBeLessThan(0);
    expect(summary![0]).toBeGreaterThan(20);
  });

  it('answers each row of a batch as if it stood alone', async () => {
    const inputs = [0, 3, 7].map((t) =>
      binnedSpectrum(markerPeaks(taxa[t]!, ions, 100 * t), seeded(t + 20)),
    );
    const together = new Float32Array(inputs.length * ONE_DALTON_BINS.count);
    inputs.forEach((input, i) => together.set(input, i * ONE_DALTON_BINS.count));
    const batch = await run(together, inputs.length);
    for (const [i, input] of inputs.entries()) {
      const single = await run(input, 1);
      for (const [name, values] of Object.entries(single)) {
        const part = batch[name]!.slice(i * values.length, (i + 1) * values.length);
        expect(Array.from(part)).toEqual(Array.from(values));
      }
    }
  });

  it('gives finite numbers and no peak for an empty vector', async () => {
    const answer = await run(new Float32Array(ONE_DALTON_BINS.count), 1);
    for (const values of Object.values(answer)) expect(values.every(Number.isFinite)).toBe(true);
    expect(answer.summary![0]).toBe(0);
    expect(Math.max(...answer.scores!)).toBeLessThan(0);
  });

  it('fills the bins that an instrument leaves empty above 11 kDa', async () => {
    const taxon = taxa[3]!;
    const input = binnedSpectrum(markerPeaks(taxon, ions, 0), seeded(2));
    const full = await run(input, 1);
    for (let i = 9500; i < input.length; i += 3) input[i] = 0;
    const gaps = await run(input, 1);
    expect(gaps.probabilities![3]).toBeGreaterThan(0.99);
    expect(Math.abs(gaps.scores![3]! - full.scores![3]!)).toBeLessThan(5);
  });
});

describe('the model parts', () => {
  it('pools members by their genomes', () => {
    const pooled = taxa.find(({ id }) => id === 'klebsiella-michiganensis-grimontii')!;
    expect(pooled.genomes).toBe(145);
    const s22 = pooled.loci.get('S22')!.find(({ mass }) => mass === 5189.9)!;
    expect(s22.fraction).toBeCloseTo((94 * 1 + 51 * 0.9412) / 145, 6);
  });

  it('expects an ion of charge 2 at half the mass of the twice protonated protein', () => {
    const single = ions.find(
      ({ locus, mass, charge }) => locus === 'L29' && mass === 7244.5 && charge === 1,
    )!;
    const double = ions.find(
      ({ locus, mass, charge }) => locus === 'L29' && mass === 7244.5 && charge === 2,
    )!;
    const offsets = parameters.ions.L29!;
    expect(single.expectedMz / (1 + offsets['1']!.offsetPpm * 1e-6)).toBeCloseTo(7244.5, 6);
    expect(double.expectedMz / (1 + offsets['2']!.offsetPpm * 1e-6)).toBeCloseTo(3622.7536, 3);
  });
});
