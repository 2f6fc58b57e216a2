import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSimulatorFacts } from '../../../models/ribosomal-klebsiella/read-simulator-facts';
import { LINEAR_AXIS, linearMz, positionOf } from '../../../src/simulate/axis';
import { drawIsolate } from '../../../src/simulate/isolate';
import { drawMassError, measuredMz } from '../../../src/simulate/mass-error';
import { simulateSpectrum, type SpectrumOptions } from '../../../src/simulate/simulate-spectrum';

const facts = readSimulatorFacts();
const mz = linearMz();
const [taxon] = facts.alleles.keys();
const organism = { kind: 'taxon', taxon: taxon! } as const;
const simulate = (options: Partial<SpectrumOptions> = {}) =>
  simulateSpectrum(facts, { organism, seed: 1, ...options });
const sha256 = (counts: Int32Array) =>
  createHash('sha256').update(new Uint8Array(counts.buffer)).digest('hex');

describe('simulateSpectrum', () => {
  it('makes exactly these counts from this seed, on every machine', () => {
    expect(sha256(simulate())).toBe(
      '8167cb42a3b105c62e80455944f6f012b5c652ef3f340d346fefda968a3ae101',
    );
  });

  it('makes other counts from another seed', () => {
    expect(sha256(simulate({ seed: 2 }))).not.toBe(sha256(simulate()));
  });

  it('makes integer counts, one for each point, none negative, none above 255 a shot', () => {
    const counts = simulate({ laserShots: 40 });
    expect(counts.length).toBe(LINEAR_AXIS.points);
    expect(counts.every((count) => count >= 0 && count <= 40 * 255)).toBe(true);
  });

  it('has its strongest markers at the m/z that the mass error gives', () => {
    const errors: number[] = [];
    for (let seed = 0; seed < 30; seed++) {
      const counts = simulate({ seed, run: 'plate' });
      const error = drawMassError('plate', seed);
      for (const ion of drawIsolate(facts, organism, seed)) {
        if (!ion.satellites || ion.logHeight < 0) continue;
        const expected = measuredMz(ion.mz, error);
        const found = apexNear(counts, expected);
        errors.push((found / expected - 1) * 1e6);
      }
    }
    const mean = errors.reduce((sum, x) => sum + x, 0) / errors.length;
    const median = errors.map(Math.abs).sort((a, b) => a - b)[Math.floor(errors.length / 2)]!;
    expect(errors.length).toBeGreaterThan(100);
    // The limit covers 35 ppm of jitter, the sampling (60 ppm a half point) and the noise on a broad apex.
    expect(median).toBeLessThan(80);
    expect(Math.abs(mean)).toBeLessThan(60);
  });

  it('draws the same peaks for replicates, at other heights', () => {
    const first = simulate({ seed: 'a', isolate: 'i', run: 'r' });
    const second = simulate({ seed: 'b', isolate: 'i', run: 'r' });
    expect(sha256(second)).not.toBe(sha256(first));
    expect(correlation(first, second)).toBeGreaterThan(0.5);
  });

  it('makes peaks lower if there is less on the spot', () => {
    const max = (counts: Int32Array) => counts.reduce((most, count) => Math.max(most, count), 0);
    expect(max(simulate({ signal: 0.1 }))).toBeLessThan(0.3 * max(simulate()));
  });

  it('is all zero when nothing was acquired', () => {
    const counts = simulate({ organism: { kind: 'nothing' } });
    expect(counts.length).toBe(LINEAR_AXIS.points);
    expect(counts.some((count) => count !== 0)).toBe(false);
  });
});

/** Returns the m/z of the highest point within 6 Da, with a five-point mean to reduce the noise. */
function apexNear(counts: Int32Array, centre: number): number {
  const from = Math.ceil(positionOf(centre - 6, LINEAR_AXIS));
  const to = Math.floor(positionOf(centre + 6, LINEAR_AXIS));
  let best = from;
  const smooth = (i: number) => [-2, -1, 0, 1, 2].reduce((sum, d) => sum + counts[i + d]!, 0);
  for (let i = from; i <= to; i++) if (smooth(i) > smooth(best)) best = i;
  return mz[best]!;
}

function correlation(a: Int32Array, b: Int32Array): number {
  const mean = (x: Int32Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! - meanA;
    const y = b[i]! - meanB;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}
