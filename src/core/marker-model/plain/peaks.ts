/** A peak of a binned spectrum, as the marker graph picks it. */
export interface Peak {
  readonly mz: number;
  /** Height over the local noise. */
  readonly ratio: number;
}

const BLOCK = 28;
const REACH = 11;

/**
 * Finds the peaks of a spectrum in the 19,049 bins of `spectracl-1`, in order of m/z. This plain float64
 * TypeScript was written from docs/marker-model.md to verify the graph's own peaks.
 */
export function findPeaks(spectrum: ArrayLike<number>): Peak[] {
  const blocks = Math.ceil(spectrum.length / BLOCK);
  const value = (i: number): number => spectrum[i] ?? 0;
  const filled = Array.from({ length: blocks * BLOCK }, (_, i) =>
    value(i) === 0 ? (value(i - 1) + value(i + 1)) / 2 : value(i),
  );
  let cap: number[] = Array.from({ length: blocks }, () => Infinity);
  let noise: number[] = [];
  for (const next of [1.5, 2, NaN]) {
    const means = cap.map((limit, b) => {
      const block = filled.slice(b * BLOCK, (b + 1) * BLOCK);
      return block.reduce((sum, v) => sum + Math.min(v, limit), 0) / BLOCK;
    });
    noise = means.map((_, b) => {
      const near = means.slice(Math.max(0, b - REACH), b + REACH + 1);
      return near.reduce((sum, v) => sum + v, 0) / near.length;
    });
    cap = noise.map((level) => level * next);
  }
  const peaks: Peak[] = [];
  for (let block = 0; block * 4 < filled.length; block += 1) {
    const largest = largestOf(filled, block);
    const height = filled[largest] ?? 0;
    const before = filled[largest - 1] ?? 0;
    const after = filled[largest + 1] ?? 0;
    const hidden = [block - 1, block + 1].some((other) => {
      const rival = largestOf(filled, other);
      return Math.abs(rival - largest) <= 3 && (filled[rival] ?? 0) > height;
    });
    if (!(height > 0) || before > height || after > height || hidden) continue;
    const bend = Math.min(before + after - 2 * height, -1e-12);
    const offset = Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend));
    const level = Math.max(noise[Math.floor(largest / BLOCK)] ?? 0, 1e-12);
    peaks.push({ mz: 1950.5 + largest + offset, ratio: height / level });
  }
  return peaks;
}

function largestOf(values: readonly number[], block: number): number {
  let best = block * 4;
  for (let i = best; i < block * 4 + 4; i += 1) {
    if ((values[i] ?? -1) > (values[best] ?? -1)) best = i;
  }
  return best;
}
