import type { BinAxis } from '../model-pack/types';
import { binMeans, binStarts } from '../preprocess/bin';
import { alignSpectra } from '../similarity/align';
import { errorAt, highestPeaks, type MassLine, type PeakList } from '../similarity/peak-list';
import type { AxisCurve, MeanCurve } from './mean-curve';

/**
 * Finds how far the masses of a spectrum are off against those of another one, by the peaks that both have.
 *
 * @returns null where too few peaks are common
 */
export function lineAgainst(reference: PeakList, other: PeakList): MassLine | null {
  if (reference === other) return { shift: 0, tilt: 0 };
  const [own, off] = alignSpectra([highestPeaks(reference), highestPeaks(other)]).lines;
  return own && off ? { shift: off.shift - own.shift, tilt: off.tilt - own.tilt } : null;
}

/** Takes a line off masses. */
export function movedMz(mz: Float64Array<ArrayBuffer>, line: MassLine): Float64Array<ArrayBuffer> {
  return mz.map((one) => one / (1 + errorAt(line, one) * 1e-6));
}

/** Takes a line off a peak's list. */
export function movedPeaks({ mz, height }: PeakList, line: MassLine): PeakList {
  return { mz: movedMz(mz, line), height };
}

/** Takes a line off a processed spectrum: moves its points, and puts them into bins again. */
export function movedSpectrum(
  { mz, processed }: { readonly mz: Float64Array<ArrayBuffer>; readonly processed: Float64Array },
  line: MassLine,
  bins: BinAxis,
): { readonly mz: Float64Array<ArrayBuffer>; readonly binned: AxisCurve } {
  const moved = movedMz(mz, line);
  return { mz: moved, binned: { bins, values: binMeans(processed, binStarts(moved, bins)) } };
}

/** Takes a line off a mean, which has bins only: a value between the middles of two is on the line between them. */
export function movedMean(mean: MeanCurve, line: MassLine): MeanCurve {
  const { bins, values, spread } = mean;
  return { ...mean, values: movedBins(values, bins, line), spread: movedBins(spread, bins, line) };
}

function movedBins(
  values: Float64Array,
  { first, width, count }: BinAxis,
  line: MassLine,
): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const middle = first + (i + 0.5) * width;
    const from = (middle * (1 + errorAt(line, middle) * 1e-6) - first) / width - 0.5;
    const below = Math.floor(from);
    const at = (bin: number) => values[bin] ?? 0;
    return at(below) + (from - below) * (at(below + 1) - at(below));
  });
}
