import { BINS, type BinnedPeaks } from './bins';

/** Place of a pair in a condensed matrix: row by row above the diagonal. */
export function pairAt(n: number, a: number, b: number): number {
  const [i, j] = a < b ? [a, b] : [b, a];
  return i * n - (i * (i + 1)) / 2 + j - i - 1;
}

/** Number of pairs of n things. */
export function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

/**
 * Computes the centred cosine of all pairs, from the last spectrum to the first. What a bin holds of the spectra
 * behind is listed by bin, so that only bins which both have are multiplied.
 *
 * @returns condensed; 0 for a spectrum without peaks
 */
export function cosineMatrix(spectra: readonly BinnedPeaks[]): Float32Array<ArrayBuffer> {
  const n = spectra.length;
  const cosines = new Float32Array(pairsOf(n));
  const lists = listByBin(spectra);
  const products = new Float64Array(n);
  const means = Float64Array.from(spectra, ({ mean }) => mean);
  for (let i = n - 1; i >= 0; i--) {
    products.fill(0, i + 1);
    const { bins, values } = spectra[i]!;
    for (let k = 0; k < bins.length; k++) {
      const bin = bins[k]!;
      const value = values[k]!;
      const end = lists.start[bin + 1]!;
      for (let at = lists.free[bin]!; at < end; at++) {
        products[lists.spectrum[at]!]! += value * lists.value[at]!;
      }
      const at = --lists.free[bin]!;
      lists.spectrum[at] = i;
      lists.value[at] = value;
    }
    const first = pairAt(n, i, i + 1);
    const centre = BINS * means[i]!;
    for (let j = i + 1; j < n; j++) cosines[first + j - i - 1] = products[j]! - centre * means[j]!;
  }
  return cosines;
}

interface BinLists {
  /** [BINS + 1] where a bin's list begins. */
  readonly start: Uint32Array;
  /** [BINS] where what is entered of it begins: it grows from its end. */
  readonly free: Uint32Array;
  readonly spectrum: Uint32Array;
  readonly value: Float32Array;
}

function listByBin(spectra: readonly BinnedPeaks[]): BinLists {
  const start = new Uint32Array(BINS + 1);
  for (const { bins } of spectra) for (const bin of bins) start[bin + 1]! += 1;
  for (let bin = 0; bin < BINS; bin++) start[bin + 1]! += start[bin]!;
  const entries = start[BINS]!;
  return {
    start,
    free: start.slice(1),
    spectrum: new Uint32Array(entries),
    value: new Float32Array(entries),
  };
}
