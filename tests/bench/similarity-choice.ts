import { alignSpectra } from '../../src/core/similarity/align';
import { COMPARED, errorAt, type PeakList } from '../../src/core/similarity/peak-list';
import { areaUnderCurve } from './similarity-study';
import type { StudySpectrum } from './similarity-spectra';

/** What of a spectrum's peaks is compared. */
export interface Binning {
  /** Lowest m/z. */
  readonly from: number;
  /** Width of a bin, ppm. */
  readonly bin: number;
  /** The power that heights, which are square roots of counts, are raised to. */
  readonly power: number;
}

/** The plainest first: of two that tell species as well, the earlier one is chosen. */
export const BINNINGS: readonly Binning[] = [1, 0.75, 0.5, 0.33].flatMap((power) =>
  [2_000, 3_000, 4_000, 5_000, 6_000].flatMap((from) =>
    [500, 250, 1_000].map((bin) => ({ from, bin, power })),
  ),
);

/** Similarities of the pairs of one species, and of those of two. */
export interface Pairs {
  readonly same: readonly number[];
  readonly other: readonly number[];
}

/** Aligns spectra as in the app, whatever is compared of them then. */
export function aligned(spectra: readonly StudySpectrum[]): readonly StudySpectrum[] {
  const { lines } = alignSpectra(spectra.map(({ peaks }) => peaks));
  return spectra.map((one, i) => {
    const line = lines[i] ?? null;
    if (line === null) return one;
    const mz = one.peaks.mz.map((measured) => measured / (1 + errorAt(line, measured) * 1e-6));
    return { ...one, peaks: { ...one.peaks, mz } };
  });
}

/** Compares all pairs of spectra that are aligned. */
export function comparePairs(spectra: readonly StudySpectrum[], binning: Binning): Pairs {
  const vectors = spectra.map(({ peaks }) => vectorOf(peaks, binning));
  const [same, other]: [number[], number[]] = [[], []];
  for (const [a, one] of spectra.entries()) {
    for (const [b, two] of spectra.entries()) {
      if (b > a)
        (one.species === two.species ? same : other).push(product(vectors[a]!, vectors[b]!));
    }
  }
  return { same, other };
}

interface Choice {
  readonly binning: Binning;
  readonly auc: number;
  /** Number of binnings, itself too, that are at most 0.001 behind it. */
  readonly asGood: number;
}

/** Returns the binning that tells the species of these spectra, which are aligned, best. */
export function choose(spectra: readonly StudySpectrum[]): Choice {
  const areas = BINNINGS.map((binning) => {
    const { same, other } = comparePairs(spectra, binning);
    return areaUnderCurve(same, other) ?? 0;
  });
  const auc = Math.max(...areas);
  const asGood = areas.filter((area) => area >= auc - 0.001).length;
  return { binning: BINNINGS[areas.indexOf(auc)]!, auc, asGood };
}

/** Bins as `core/similarity/bins.ts` has them, whole and with any width; centred and of length 1. */
function vectorOf({ mz, height }: PeakList, binning: Binning): Float64Array {
  const step = binning.bin * 1e-6;
  const first = Math.log(binning.from);
  const vector = new Float64Array(Math.ceil((Math.log(COMPARED.to) - first) / step));
  for (const [i, one] of mz.entries()) {
    const place = (Math.log(one) - first) / step - 0.5;
    const bin = Math.floor(place);
    const value = height[i]! ** binning.power;
    if (bin >= 0 && bin < vector.length) vector[bin]! += value * (1 - (place - bin));
    if (bin + 1 >= 0 && bin + 1 < vector.length) vector[bin + 1]! += value * (place - bin);
  }
  const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
  const length = Math.hypot(...vector.map((value) => value - mean));
  return vector.map((value) => (length > 0 ? (value - mean) / length : 0));
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
