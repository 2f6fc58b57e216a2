import type { DecodeCounts } from '../core/bruker/parse-fid';
import { describePeaks, peakRoom, type PickedPeaks } from '../core/peaks/find-peaks';
import { NOISE_BLOCK } from '../core/peaks/local-noise';
import type { BinAxis } from '../core/model-pack/types';
import { binStarts } from '../core/preprocess/bin';
import type { Recipe } from '../core/preprocess/recipe';
import { savitzkyGolayWeights } from '../core/preprocess/savitzky-golay';
import { unreachable } from '../core/result';
import type { Spectrum } from '../core/spectrum/spectrum';
import type { KernelExports } from './kernel-exports';
import { KernelMemory } from './kernel-memory';
import { PlainPreprocessor } from './plain-preprocessor';
import type { Preprocessor, Profile } from './preprocessor';

/** Most points or bins that the kernel's memory grows for: twelve times the usual number. */
const MAX_LENGTH = 2 ** 18;

/** Least number of float64 that finding peaks needs, however few bins there are. */
const WORK_SPACE = 64;

/**
 * Most iterations of the baseline: the kernel counts the lag of its last pass, which grows with their square,
 * in 32 bits.
 */
const MAX_ITERATIONS = 10_000;

/** Runs the steps in WebAssembly SIMD. Whatever the kernel is not made for goes through the plain steps. */
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

  run(
    recipe: Recipe,
    spectrum: Spectrum,
    bins: BinAxis,
    room: (length: number) => Float64Array<ArrayBuffer> = (length) => new Float64Array(length),
  ): Float64Array<ArrayBuffer> {
    if (!isFor(recipe, spectrum.mz.length, bins)) return this.#plain.run(recipe, spectrum, bins);
    const { binned } = this.#process(recipe, spectrum, bins);
    const vector = room(bins.count);
    vector.set(this.#memory.float64(binned, bins.count));
    return vector;
  }

  profile(recipe: Recipe, spectrum: Spectrum, bins: BinAxis): Profile {
    const points = spectrum.mz.length;
    if (!isFor(recipe, points, bins)) return this.#plain.profile(recipe, spectrum, bins);
    const { y, binned } = this.#process(recipe, spectrum, bins);
    const memory = this.#memory;
    return {
      points: memory.float64(y, points).slice(),
      binned: memory.float64(binned, bins.count).slice(),
    };
  }

  /** Runs all steps, and returns the addresses of the profile and of its bins, until another spectrum begins. */
  #process(
    recipe: Recipe,
    { mz, intensity }: Spectrum,
    bins: BinAxis,
  ): { readonly y: number; readonly binned: number } {
    const points = mz.length;
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
    return { y, binned: spare };
  }

  readonly decodeCounts: DecodeCounts = (bytes, points, littleEndian, intensity) => {
    // WebAssembly reads little-endian numbers; the other order is rare.
    if (!littleEndian || points > MAX_LENGTH) {
      return this.#plain.decodeCounts(bytes, points, littleEndian, intensity);
    }
    const memory = this.#memory;
    const [out, counts, summary] = memory.begin(Math.max(points, WORK_SPACE));
    memory.bytes(counts, 4 * points).set(bytes.subarray(0, 4 * points));
    this.#kernel.decodeCounts(counts, points, out, summary);
    intensity.set(memory.float64(out, points));
    const [total = 0, largest = 0, negative = 0] = memory.float64(summary, 3);
    return { total, largest, negative };
  };

  findPeaks(vector: Float64Array, bins: BinAxis, minOverNoise: number): PickedPeaks {
    const room = peakRoom(bins);
    if (room > MAX_LENGTH) return this.#plain.findPeaks(vector, bins, minOverNoise);
    const kernel = this.#kernel;
    const memory = this.#memory;
    const blocks = room / NOISE_BLOCK;
    // Peaks, noise and its work space take less than a third of the room for the bins.
    const [given, filled, noise] = memory.begin(Math.max(room, WORK_SPACE));
    const means = noise + 8 * blocks;
    const sums = means + 8 * blocks;
    const found = sums + 8 * (blocks + 1);
    memory.float64(given, bins.count).set(vector);
    kernel.fillEmptyBins(given, bins.count, filled, room);
    kernel.estimateLocalNoise(filled, blocks, noise, means, sums);
    const count = kernel.strongPeaks(filled, noise, blocks, minOverNoise, found);
    return describePeaks(
      memory.float64(filled, room),
      memory.float64(noise, blocks),
      memory.uint32(found, count),
      bins,
    );
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

/** Arranges the weights as the kernel reads them; see `kernel-exports.ts`. */
function smoothingWeights(half: number, order: number): Float64Array {
  const window = 2 * half + 1;
  const weights = new Float64Array(half + 1 + half * window);
  weights.set(savitzkyGolayWeights(half, order, 0).subarray(half));
  for (let i = 0; i < half; i++) {
    weights.set(savitzkyGolayWeights(half, order, i - half), half + 1 + i * window);
  }
  return weights;
}
