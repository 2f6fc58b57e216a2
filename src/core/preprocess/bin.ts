import type { BinAxis } from '../model-pack/types';

/** 1950, 1951 ... 20998: the reference's bins. The last one ends at 20999, which it includes. */
export const ONE_DALTON_BINS: BinAxis = { first: 1950, width: 1, count: 19_049 };

/** 1950, 1960 ... 20980: the bins of historic models. The last one ends at 20990. */
export const TEN_DALTON_BINS: BinAxis = { first: 1950, width: 10, count: 1_904 };

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
