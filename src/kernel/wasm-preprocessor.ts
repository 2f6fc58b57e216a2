import type { BinAxis } from '../core/model-pack/types';
import { binStarts } from '../core/preprocess/bin';
import type { Recipe } from '../core/preprocess/recipe';
import { savitzkyGolayWeights } from '../core/preprocess/savitzky-golay-weights';
import { unreachable } from '../core/result';
import type { Spectrum } from '../core/spectrum/spectrum';
import type { KernelExports } from './kernel-exports';
import { KernelMemory } from './kernel-memory';
import { PlainPreprocessor } from './plain-preprocessor';
import type { Preprocessor } from './preprocessor';

/** Points, or bins, beyond which the kernel's memory is not made to grow: twelve times the usual. */
const MAX_LENGTH = 2 ** 18;

/** The kernel counts the lag of its last pass, which grows with their square, in 32 bits. */
const MAX_ITERATIONS = 10_000;

/** The steps in WebAssembly SIMD; what the kernel is not made for goes through the plain ones. */
export class WasmPreprocessor implements Preprocessor {
  readonly kind = 'wasm-simd';
  readonly #kernel: KernelExports;
  readonly #memory: KernelMemory;
  readonly #plain = new PlainPreprocessor();

  /**
   * @param module compiled from `assembly/`
   * @throws WebAssembly.LinkError, RangeError (no memory left)
   */
  constructor(module: WebAssembly.Module) {
    const instance = new WebAssembly.Instance(module);
    this.#kernel = instance.exports as unknown as KernelExports;
    this.#memory = new KernelMemory(this.#kernel.memory);
  }

  run(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Float64Array<ArrayBuffer> {
    const { mz, intensity } = spectrum;
    const points = mz.length;
    if (!isFor(recipe, points, bins)) return this.#plain.run(recipe, spectrum, bins);

    const kernel = this.#kernel;
    const memory = this.#memory;
    const buffers = memory.begin(Math.max(points, bins.count));
    let [y, spare] = buffers;
    const workSpace = buffers[2];
    memory.float64(y, points).set(intensity);
    for (const step of recipe.steps) {
      switch (step.kind) {
        case 'square-root':
          kernel.squareRoot(y, points);
          break;
        case 'smooth': {
          const { window, order } = step;
          const half = window >> 1;
          const weights = memory.keep(step, 'weights', () => smoothingWeights(half, order));
          kernel.smoothSavitzkyGolay(y, spare, points, half, weights);
          [y, spare] = [spare, y];
          break;
        }
        case 'subtract-baseline': {
          const { iterations } = step;
          const baseline = kernel.estimateSnipBaseline(y, spare, workSpace, points, iterations);
          kernel.subtract(y, baseline, points);
          break;
        }
        case 'normalise': {
          const axis = memory.keep(mz, 'mz', () => mz);
          kernel.normalise(y, kernel.totalIonCurrent(axis, y, points), points);
          break;
        }
        case 'clip':
          kernel.clipNegative(y, points);
          break;
        default:
          return unreachable(step);
      }
    }
    const name = `${bins.first}/${bins.width}/${bins.count}`;
    const starts = memory.keep(mz, name, () => binStarts(mz, bins));
    kernel.binMeans(y, starts, spare, bins.count);
    return memory.float64(spare, bins.count).slice();
  }
}

function isFor(recipe: Recipe, points: number, bins: BinAxis): boolean {
  return (
    Math.max(points, bins.count) <= MAX_LENGTH &&
    recipe.steps.every((step) => {
      switch (step.kind) {
        case 'smooth':
          return step.window % 2 === 1 && step.window <= points;
        case 'subtract-baseline':
          return step.iterations <= MAX_ITERATIONS;
        default:
          return true;
      }
    })
  );
}

/** As the kernel takes them; see `kernel-exports.ts`. */
function smoothingWeights(half: number, order: number): Float64Array {
  const window = 2 * half + 1;
  const weights = new Float64Array(half + 1 + half * window);
  weights.set(savitzkyGolayWeights(half, order, 0).subarray(half));
  for (let i = 0; i < half; i++) {
    weights.set(savitzkyGolayWeights(half, order, i - half), half + 1 + i * window);
  }
  return weights;
}
