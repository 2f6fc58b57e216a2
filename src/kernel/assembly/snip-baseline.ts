/**
 * Number of points in a tile, which all passes take in turn: two arrays of this size fit into 32 kB of cache.
 */
const TILE = 1536;

/** Number of neighbouring points that `clipColumns` takes through a pass: four vectors. */
const COLUMNS = 8;

/**
 * `src/core/preprocess/snip-baseline.ts` for the kernel: the same values to the last bit, in another
 * order. There each pass goes over the whole spectrum; here all passes go over one tile of it after
 * the other. A pass lags behind the one before it by that one's half-window p, so that
 * - the points to its right that it needs have been through the pass before it, and
 * - the points to its left that it needs are not yet overwritten by the pass after it, which writes
 *   to the array it reads from.
 *
 * @param y address of [points] finite float64. Not changed.
 * @param first address of [points] float64, work space
 * @param second address of [points] float64, work space
 * @returns address of the baseline: one of the three
 */
export function estimateSnipBaseline(
  y: usize,
  first: usize,
  second: usize,
  points: i32,
  iterations: i32,
): usize {
  const widest = max(0, min(iterations, (points - 1) >> 1));
  copyEnds(y, first, points, widest);
  copyEnds(y, second, points, widest);
  let baseline = y;
  const lastLag = (widest * (widest + 1)) >> 1;
  for (let tile = 0; tile < points + lastLag; tile += TILE) {
    let before = y;
    let after = first;
    let spare = second;
    let lag = 0;
    for (let p = widest; p >= 1; p--) {
      const from = max(tile - lag, p);
      const to = min(tile - lag + TILE, points - p);
      if (from < to) clipPass(before, after, from, to, p);
      lag += p;
      before = after;
      after = spare;
      spare = before;
    }
    baseline = before;
  }
  return baseline;
}

/**
 * Copies the points near the ends: no pass writes those that are nearer to an end than its half-window, but
 * the next pass reads them.
 */
function copyEnds(from: usize, to: usize, points: i32, count: i32): void {
  const bytes = (<usize>count) << 3;
  const tail = (<usize>(points - count)) << 3;
  memory.copy(to, from, bytes);
  memory.copy(to + tail, from + tail, bytes);
}

/** Runs one pass over the points from `from` up to `to`, all of which have neighbours `p` points away. */
function clipPass(before: usize, after: usize, from: i32, to: i32, p: i32): void {
  const reach = (<usize>p) << 3;
  const shift = after - before;
  const end = before + ((<usize>to) << 3);
  let i = before + ((<usize>from) << 3);
  // The points are arranged in rows of p: a point's neighbours are above and below it. Going down a column
  // loads each point once instead of three times.
  const rows = p < COLUMNS ? 0 : (to - from) / p;
  if (rows > 0) {
    const height = <usize>rows * reach;
    const rowEnd = i + reach;
    for (; i + 8 * COLUMNS <= rowEnd; i += 8 * COLUMNS) clipColumns(i, i + height, reach, shift);
    // The last columns overlap those before them, and write the same values again.
    const left = rowEnd - i;
    if (left > 32) {
      i = rowEnd - 8 * COLUMNS;
      clipColumns(i, i + height, reach, shift);
    } else {
      for (; i < rowEnd; i += 16) {
        const column = min(i, rowEnd - 16);
        clipTwoColumns(column, column + height, reach, shift);
      }
    }
    i = rowEnd - reach + height;
  }
  clipRow(i, end, reach, shift);
}

/** Goes down eight neighbouring columns, two rows a turn. */
function clipColumns(i: usize, end: usize, reach: usize, shift: usize): void {
  let above0 = v128.load(i - reach);
  let above1 = v128.load(i - reach, 16);
  let above2 = v128.load(i - reach, 32);
  let above3 = v128.load(i - reach, 48);
  let here0 = v128.load(i);
  let here1 = v128.load(i, 16);
  let here2 = v128.load(i, 32);
  let here3 = v128.load(i, 48);
  for (;;) {
    let out = i + shift;
    i += reach;
    // The current row is the upper one for the next row, so the two variables change roles and nothing is
    // moved.
    let below = v128.load(i);
    v128.store(out, lesser(here0, above0, below));
    above0 = below;
    below = v128.load(i, 16);
    v128.store(out, lesser(here1, above1, below), 16);
    above1 = below;
    below = v128.load(i, 32);
    v128.store(out, lesser(here2, above2, below), 32);
    above2 = below;
    below = v128.load(i, 48);
    v128.store(out, lesser(here3, above3, below), 48);
    above3 = below;
    if (i >= end) return;
    out = i + shift;
    i += reach;
    below = v128.load(i);
    v128.store(out, lesser(above0, here0, below));
    here0 = below;
    below = v128.load(i, 16);
    v128.store(out, lesser(above1, here1, below), 16);
    here1 = below;
    below = v128.load(i, 32);
    v128.store(out, lesser(above2, here2, below), 32);
    here2 = below;
    below = v128.load(i, 48);
    v128.store(out, lesser(above3, here3, below), 48);
    here3 = below;
    if (i >= end) return;
  }
}

/** Does the same for two columns. */
function clipTwoColumns(i: usize, end: usize, reach: usize, shift: usize): void {
  let above = v128.load(i - reach);
  let here = v128.load(i);
  while (i < end) {
    const out = i + shift;
    i += reach;
    const below = v128.load(i);
    v128.store(out, lesser(here, above, below));
    above = here;
    here = below;
  }
}

/** Runs a pass from left to right, where rows would be too short and for the rest of the last row. */
function clipRow(i: usize, end: usize, reach: usize, shift: usize): void {
  for (; i + 32 <= end; i += 32) {
    const left = i - reach;
    const right = i + reach;
    const out = i + shift;
    v128.store(out, lesser(v128.load(i), v128.load(left), v128.load(right)));
    v128.store(out, lesser(v128.load(i, 16), v128.load(left, 16), v128.load(right, 16)), 16);
  }
  for (; i < end; i += 8) {
    const here = f64.load(i);
    const mean = (f64.load(i - reach) + f64.load(i + reach)) * 0.5;
    f64.store(i + shift, mean < here ? mean : here);
  }
}

/** Returns the smaller of a point and its two neighbours' mean. Exact for finite values. */
function lesser(here: v128, left: v128, right: v128): v128 {
  return f64x2.pmin(here, f64x2.mul(f64x2.add(left, right), f64x2.splat(0.5)));
}
