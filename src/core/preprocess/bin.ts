import type { BinAxis } from '../model-pack/types';

/** 1950, 1951 ... 20998: the reference's bins. The last one ends at 20999, which it includes. */
export const ONE_DALTON_BINS: BinAxis = { first: 1950, width: 1, count: 19_049 };

/** 1950, 1960 ... 20980: the bins of historic models. The last one ends at 20990. */
export const TEN_DALTON_BINS: BinAxis = { first: 1950, width: 10, count: 1_904 };

/** The widths that a model's bins may have, and the masses between which they may lie, Da. */
export const BIN_LIMITS = { narrowest: 1, widest: 40, from: 1_000, to: 30_000 } as const;

/** Largest difference of numbers that mean one edge, in widths: edges of 2.5 Da are written with few digits. */
const SAME_EDGE = 1e-6;

/** @returns the index of the bin with this left edge; -1 when none has it */
export function binOf(edge: number, { first, width, count }: BinAxis): number {
  const place = (edge - first) / width;
  const bin = Math.round(place);
  return bin >= 0 && bin < count && Math.abs(place - bin) < SAME_EDGE ? bin : -1;
}

/** Whether a recipe makes vectors of such bins: 1 Da wide only on the reference's own axis. */
export function areKnownBins({ first, width, count }: BinAxis): boolean {
  if (width === 1) return first === ONE_DALTON_BINS.first && count === ONE_DALTON_BINS.count;
  const { narrowest, widest, from, to } = BIN_LIMITS;
  return width > narrowest && width <= widest && first >= from && first + count * width <= to;
}

/**
 * Finds where each bin's points begin. Bin b holds the points `starts[b]` up to `starts[b + 1]`, which are
 * those in [edge, edge + width); the last bin is closed on the right.
 *
 * @param mz [points] ascending. Not changed.
 * @returns [bins + 1] indices of points
 */
export function binStarts(mz: Float64Array, bins: BinAxis): Uint32Array {
  const starts = new Uint32Array(bins.count + 1);
  let point = 0;
  for (let b = 0; b < bins.count; b++) {
    const edge = bins.first + b * bins.width;
    while (point < mz.length && mz[point]! < edge) point++;
    starts[b] = point;
  }
  const end = bins.first + bins.count * bins.width;
  while (point < mz.length && mz[point]! <= end) point++;
  starts[bins.count] = point;
  return starts;
}

/**
 * Computes the mean of each bin's points. Points that are NaN do not count; a bin without points is 0.
 *
 * @param y [points]. Not changed.
 * @param starts [bins + 1] of the same m/z axis; see `binStarts`. Not changed.
 * @param out [bins] array to write to. A new array by default.
 * @returns `out`
 */
export function binMeans(
  y: Float64Array,
  starts: Uint32Array,
  out: Float64Array<ArrayBuffer> = new Float64Array(starts.length - 1),
): Float64Array<ArrayBuffer> {
  let point = starts[0]!;
  for (let b = 0; b < out.length; b++) {
    const end = starts[b + 1]!;
    let sum = 0;
    let count = 0;
    for (; point < end; point++) {
      const value = y[point]!;
      if (!Number.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    out[b] = count === 0 ? 0 : sum / count;
  }
  return out;
}
