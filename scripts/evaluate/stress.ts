import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { createRandom } from '../../src/simulate/random';

/** Spoils a spectrum as a worse measurement would have; the same name gives the same draws. */
export type Stress = (raw: { readonly name: string; readonly spectrum: Spectrum }) => Spectrum;

/** Variance of the counts by intensity, as the simulator has it. */
const countingVariance = (intensity: number): number => 1.7 * intensity + 9;

/** The whole mass axis is off by N(0, sd) ppm. */
export function shiftMasses(sdPpm: number): Stress {
  return ({ name, spectrum }) => {
    const ppm = createRandom(name, 'shift').normal(0, sdPpm);
    return { ...spectrum, mz: spectrum.mz.map((mz) => mz * (1 + ppm * 1e-6)) };
  };
}

/** The mass axis is bent: off by N(0, sd) ppm for each kDa away from 6 kDa. */
export function tiltMasses(sdPpmPerKda: number): Stress {
  return ({ name, spectrum }) => {
    const slope = createRandom(name, 'slope').normal(0, sdPpmPerKda);
    return {
      ...spectrum,
      mz: spectrum.mz.map((mz) => mz * (1 + slope * (mz / 1000 - 6) * 1e-6)),
    };
  };
}

/** A part of the ions: the counts are cut, and the counting noise of what is left is added. */
export function cutSignal(part: number): Stress {
  return ({ name, spectrum }) => {
    const random = createRandom(name, 'cut', part);
    return {
      ...spectrum,
      intensity: spectrum.intensity.map((count) => {
        const left = count * part;
        // The noise of the measured counts is scaled down with them; this adds what is missing.
        const missing = countingVariance(left) - part ** 2 * countingVariance(count);
        const noise = random.normal(0, Math.sqrt(Math.max(0, missing)));
        return Math.max(0, Math.round(left + noise));
      }),
    };
  };
}

/** White noise of `times` the spectrum's own median count is added. */
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
