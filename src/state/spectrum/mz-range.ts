/** A range of the mass axis, Da per charge. */
export interface MzRange {
  readonly from: number;
  readonly to: number;
}

/** Least shown range, Da: about the width of a peak at m/z 2,000. */
export const NARROWEST = 4;

export function widthOf({ from, to }: MzRange): number {
  return to - from;
}

/** Returns a range within `whole`, by moving instead of cutting it, and not below the least width. */
export function fitRange(range: MzRange, whole: MzRange): MzRange {
  const width = Math.min(Math.max(widthOf(range), NARROWEST), widthOf(whole));
  const centre = (range.from + range.to) / 2;
  const from = Math.min(Math.max(centre - width / 2, whole.from), whole.to - width);
  return { from, to: from + width };
}

/**
 * Zooms so that the m/z `at` stays at its place on the screen.
 *
 * @param factor below 1 to zoom in, above 1 to zoom out
 */
export function zoomRange(range: MzRange, whole: MzRange, factor: number, at: number): MzRange {
  const width = Math.min(Math.max(widthOf(range) * factor, NARROWEST), widthOf(whole));
  const share = (at - range.from) / widthOf(range);
  const from = at - share * width;
  return fitRange({ from, to: from + width }, whole);
}

export function panRange(range: MzRange, whole: MzRange, by: number): MzRange {
  return fitRange({ from: range.from + by, to: range.to + by }, whole);
}

/** Returns the index of the first value that is not below `mz`; the length when all are. */
export function firstAtOrAbove(values: ArrayLike<number>, mz: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < mz) low = middle + 1;
    else high = middle;
  }
  return low;
}
