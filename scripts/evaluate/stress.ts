import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { createRandom } from '../../src/simulate/random';

/** Degrades a spectrum to a worse measurement; the same name always leads to the same random numbers. */
export type Stress = (raw: { readonly name: string; readonly spectrum: Spectrum }) => Spectrum;

/** Variance of the counts by intensity, as in the simulator. */
const countingVariance = (intensity: number): number => 1.7 * intensity + 9;

/** Shifts the whole mass axis by N(0, sd) ppm. */
export function shiftMasses(sdPpm: number): Stress {
  return ({ name, spectrum }) => {
    const ppm = createRandom(name, 'shift').normal(0, sdPpm);
    return { ...spectrum, mz: spectrum.mz.map((mz) => mz * (1 + ppm * 1e-6)) };
  };
}

/** Tilts the mass axis: by N(0, sd) ppm for each kDa away from 6 kDa. */
export function tiltMasses(sdPpmPerKda: number): Stress {
  return ({ name, spectrum }) => {
    const slope = createRandom(name, 'slope').normal(0, sdPpmPerKda);
    return {
      ...spectrum,
      mz: spectrum.mz.map((mz) => mz * (1 + slope * (mz / 1000 - 6) * 1e-6)),
    };
  };
}

/** Keeps a part of the ions: scales the counts down, and adds the counting noise of fewer ions. */
export function cutSignal(part: number): Stress {
  return ({ name, spectrum }) => {
    const random = createRandom(name, 'cut', part);
    return {
      ...spectrum,
      intensity: spectrum.intensity.map((count) => {
        const left = count * part;
        // Scaling also reduces the noise of the measured counts; this adds the difference.
        const missing = countingVariance(left) - part ** 2 * countingVariance(count);
        const noise = random.normal(0, Math.sqrt(Math.max(0, missing)));
        return Math.max(0, Math.round(left + noise));
      }),
    };
  };
}

/** Adds white noise of `times` the spectrum's own median count. */
export function addNoise(times: number): Stress {
  return ({ name, spectrum }) => {
    const random = createRandom(name, 'noise', times);
    const sorted = spectrum.intensity.toSorted();
    const sd = times * (sorted[sorted.length >> 1] ?? 0);
    return {
      ...spectrum,
      intensity: spectrum.intensity.map((count) =>
        Math.max(0, Math.round(count + random.normal(0, sd))),
      ),
    };
  };
}
