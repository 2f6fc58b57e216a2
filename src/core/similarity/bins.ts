import { COMPARED, errorAt, type MassLine, type PeakList } from './peak-list';

/**
 * Lowest m/z that has bins. Below are few ribosomal proteins, and more of what a medium or a matrix leaves; the
 * alignment uses it all the same, since these peaks have the same mass error.
 */
export const BINNED_FROM = 4_000;
/** Width of a bin, ppm. */
export const BIN = 500;
const STEP = BIN * 1e-6;
const FIRST = Math.log(BINNED_FROM);
/** Number of bins. */
export const BINS = Math.ceil((Math.log(COMPARED.to) - FIRST) / STEP);

/** A spectrum's bins that are not empty, centred and of length 1 as a whole vector. */
export interface BinnedPeaks {
  /** In ascending order. */
  readonly bins: Uint16Array<ArrayBuffer>;
  readonly values: Float32Array<ArrayBuffer>;
  /** The mean of the whole vector of `BINS`, in the same unit as the values. */
  readonly mean: number;
}

/**
 * Puts peaks into bins of 500 ppm on the common axis. A peak is shared between the two bins whose middles are next to
 * it: at the edge of hard bins, an error of 1 ppm would make two peaks of one. Of its height the square root is taken
 * once more, so that the few highest peaks, which relatives share, do not hide the others.
 */
export function binPeaks(peaks: PeakList, line: MassLine | null): BinnedPeaks {
  const sums = new Map<number, number>();
  const add = (bin: number, value: number) => {
    if (bin >= 0 && bin < BINS && value > 0) sums.set(bin, (sums.get(bin) ?? 0) + value);
  };
  for (const [i, mz] of peaks.mz.entries()) {
    const moved = line === null ? mz : mz / (1 + errorAt(line, mz) * 1e-6);
    const place = (Math.log(moved) - FIRST) / STEP - 0.5;
    const bin = Math.floor(place);
    const height = Math.sqrt(peaks.height[i]!);
    add(bin, height * (1 - (place - bin)));
    add(bin + 1, height * (place - bin));
  }
  const bins = Uint16Array.from([...sums.keys()].sort((a, b) => a - b));
  let [sum, squares] = [0, 0];
  for (const bin of bins) {
    const value = sums.get(bin)!;
    sum += value;
    squares += value * value;
  }
  const length = Math.sqrt(Math.max(0, squares - (sum * sum) / BINS));
  const scale = length > 0 ? 1 / length : 0;
  return {
    bins,
    values: Float32Array.from(bins, (bin) => sums.get(bin)! * scale),
    mean: (sum / BINS) * scale,
  };
}
