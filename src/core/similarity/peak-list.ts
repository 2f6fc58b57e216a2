/** Lowest and highest m/z that spectra are compared over: below is matrix, above are few peaks. */
export const COMPARED = { from: 2_000, to: 20_000 } as const;

/** The m/z at which a line has its shift, as everywhere in ktyper. */
export const PIVOT = 6_500;

/** The peaks of one spectrum, in order of m/z; the arrays have the same length. */
export interface PeakList {
  readonly mz: Float64Array<ArrayBuffer>;
  /** Heights in the processed profile, which are square roots of counts. */
  readonly height: Float64Array<ArrayBuffer>;
}

/** How far the masses of a spectrum are off: shift + tilt (m/z - 6,500) / 1,000, in ppm. */
export interface MassLine {
  readonly shift: number;
  readonly tilt: number;
}

export function errorAt({ shift, tilt }: MassLine, mz: number): number {
  return shift + (tilt * (mz - PIVOT)) / 1_000;
}

/** Most peaks that are kept of a spectrum: the highest ones. */
export const MOST_PEAKS = 250;

/** Returns the highest peaks in the compared range, in order of m/z. */
export function highestPeaks({ mz, height }: PeakList, most = MOST_PEAKS): PeakList {
  const inside = [...mz.keys()].filter((i) => mz[i]! >= COMPARED.from && mz[i]! < COMPARED.to);
  const kept = inside
    .sort((a, b) => height[b]! - height[a]! || mz[a]! - mz[b]!)
    .slice(0, most)
    .sort((a, b) => mz[a]! - mz[b]!);
  return {
    mz: Float64Array.from(kept, (i) => mz[i]!),
    height: Float64Array.from(kept, (i) => height[i]!),
  };
}
