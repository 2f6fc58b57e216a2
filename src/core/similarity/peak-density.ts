import { COMPARED, errorAt, type MassLine, type PeakList } from './peak-list';

/** Width of a cell of the density, ppm. */
export const CELL = 50;
const STEP = CELL * 1e-6;
const FIRST = Math.log(COMPARED.from);
/** Number of cells. */
export const CELLS = Math.ceil((Math.log(COMPARED.to) - FIRST) / STEP);

/** Returns the place of an m/z among the cells, with its fraction. Outside of the range it is no cell's. */
export function cellOf(mz: number): number {
  return (Math.log(mz) - FIRST) / STEP;
}

/** Returns the m/z at the middle of a cell; a fraction is allowed. */
export function mzOfCell(cell: number): number {
  return Math.exp(FIRST + (cell + 0.5) * STEP);
}

/** Adds the peaks of a spectrum to a density, each spectrum with the same weight. */
export function addPeaks(density: Float64Array, peaks: PeakList, line: MassLine): void {
  let sum = 0;
  for (const height of peaks.height) sum += height * height;
  if (sum === 0) return;
  const scale = 1 / Math.sqrt(sum);
  for (const [i, mz] of peaks.mz.entries()) {
    const cell = Math.floor(cellOf(mz / (1 + errorAt(line, mz) * 1e-6)));
    if (cell >= 0 && cell < CELLS) density[cell]! += peaks.height[i]! * scale;
  }
}

/**
 * Smooths a density by a triangle.
 *
 * @param reach half of the triangle's base, in cells
 */
export function smoothed(density: Float64Array, reach: number): Float64Array {
  return runningMean(runningMean(density, reach), reach);
}

/** Averages over a window of an odd number of cells, about as wide as `reach`. */
function runningMean(values: Float64Array, reach: number): Float64Array {
  const half = Math.floor(reach / 2);
  const means = new Float64Array(values.length);
  let sum = 0;
  for (let i = -half; i < values.length; i++) {
    if (i + half < values.length) sum += values[i + half]!;
    if (i - half - 1 >= 0) sum -= values[i - half - 1]!;
    // Sums that were taken up and down again may leave a trace.
    if (i >= 0) means[i] = Math.max(0, sum) / (2 * half + 1);
  }
  return means;
}
