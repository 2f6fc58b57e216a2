/**
 * The kernel's exports: one function for each step of reading, preprocessing and finding peaks. Each computes
 * the same as its counterpart in `src/core`. Their sources are in `assembly/`. Addresses are offsets in
 * `memory`, in bytes; `y` is the address of [points] float64.
 */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  /**
   * @param counts address of [points] int32
   * @param out address of [points] float64; not `counts`
   * @param summary address of [3] float64: the sum, the largest, and how many were negative
   */
  decodeCounts(counts: number, points: number, out: number, summary: number): void;
  /** Changes `y` in place. */
  squareRoot(y: number, points: number): void;
  /**
   * @param out address of [points] float64; not `y`
   * @param half points on each side of a fit's centre; `points` is 2 * half + 1 at least
   * @param weights address of [half + 1 + half * (2 * half + 1)] float64: those of the middle, from
   *   the centre outwards, then those of the first point, the second ...
   */
  smoothSavitzkyGolay(y: number, out: number, points: number, half: number, weights: number): void;
  /** @returns the address of the baseline: `y` (which is not changed), `first` or `second` */
  estimateSnipBaseline(
    y: number,
    first: number,
    second: number,
    points: number,
    iterations: number,
  ): number;
  /** In place. */
  subtract(y: number, baseline: number, points: number): void;
  /** @param mz address of [points] float64 */
  totalIonCurrent(mz: number, y: number, points: number): number;
  /** In place. */
  normalise(y: number, current: number, points: number): void;
  /** In place. */
  clipNegative(y: number, points: number): void;
  /**
   * @param starts address of [bins + 1] uint32
   * @param out address of [bins] float64
   */
  binMeans(y: number, starts: number, out: number, bins: number): void;
  /**
   * @param vector address of [bins] float64
   * @param out address of [length] float64; not `vector`
   */
  fillEmptyBins(vector: number, bins: number, out: number, length: number): void;
  /**
   * @param filled address of [blocks * 28] float64
   * @param noise address of [blocks] float64: the result
   * @param means address of [blocks] float64, work space
   * @param sums address of [blocks + 1] float64, work space
   */
  estimateLocalNoise(
    filled: number,
    blocks: number,
    noise: number,
    means: number,
    sums: number,
  ): void;
  /**
   * @param out address of room for [blocks * 7] uint32
   * @returns how many peaks there are
   */
  strongPeaks(
    filled: number,
    noise: number,
    blocks: number,
    minOverNoise: number,
    out: number,
  ): number;
}
