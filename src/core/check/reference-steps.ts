import type { BinAxis } from '../model-pack/types';
import type { PickedPeaks } from '../peaks/find-peaks';
import { ONE_DALTON_BINS, TEN_DALTON_BINS } from '../preprocess/bin';
import { type Recipe, SPECTRACL_1 } from '../preprocess/recipe';
import type { Spectrum } from '../spectrum/spectrum';

/** The steps from a spectrum's files to a model's input, in order. */
export const STEP_IDS = [
  'counts',
  'mz',
  'square-root',
  'smooth',
  'subtract-baseline',
  'normalise',
  'clip',
  'ten-dalton-bins',
  'peaks',
] as const;

export type StepId = (typeof STEP_IDS)[number];

/** The result of a step: [points]; [bins] from the square root on; for the peaks, as in `listPeaks`. */
export interface StepValues {
  readonly id: StepId;
  readonly values: Float64Array<ArrayBuffer>;
}

/** The steps of `core`, or their counterparts in the kernel. */
export interface StepRunner {
  /** `runRecipe` of `core/preprocess` */
  run(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Float64Array<ArrayBuffer>;
  /** `findPeaks` of `core/peaks` */
  findPeaks(vector: Float64Array, bins: BinAxis, minOverNoise: number): PickedPeaks;
}

/** Least height over noise of the peaks that are compared, which is also the marker model's. */
const MIN_OVER_NOISE = 5;

/**
 * Computes the values after each step of the recipe. Each step is binned to 1 Da, which makes about as many
 * values as a spectrum has points, since every preprocessor returns bins. So binning is checked with each
 * step, and the last one in bins of 1 Da is the models' input.
 *
 * @param spectrum as measured. Not changed, and nothing of it is kept.
 */
export function runSteps(spectrum: Spectrum, runner: StepRunner): readonly StepValues[] {
  const { id, steps } = SPECTRACL_1;
  const upTo = (count: number): Recipe => ({ id, steps: steps.slice(0, count) });
  const binned = steps.map(({ kind }, i): StepValues => {
    return { id: kind, values: runner.run(upTo(i + 1), spectrum, ONE_DALTON_BINS) };
  });
  const vector = binned[binned.length - 1]!.values;
  return [
    { id: 'counts', values: Float64Array.from(spectrum.intensity) },
    { id: 'mz', values: Float64Array.from(spectrum.mz) },
    ...binned,
    { id: 'ten-dalton-bins', values: runner.run(SPECTRACL_1, spectrum, TEN_DALTON_BINS) },
    { id: 'peaks', values: listPeaks(runner.findPeaks(vector, ONE_DALTON_BINS, MIN_OVER_NOISE)) },
  ];
}

/** @returns [3 x peaks + 1]: the m/z of all, their heights, their heights over noise, and the mean noise */
function listPeaks({ peaks, meanNoise }: PickedPeaks): Float64Array<ArrayBuffer> {
  const { mz, height, overNoise } = peaks;
  return Float64Array.of(...mz, ...height, ...overNoise, meanNoise);
}
