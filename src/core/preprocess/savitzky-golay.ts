import { savitzkyGolayWeights } from './savitzky-golay-weights';

interface Filter {
  /** [half + 1] weights from the centre outwards: smoothing is symmetric. */
  readonly centre: Float64Array;
  /** [half][2 * half + 1]: weights of the first point, the second ... The last ones are mirrored. */
  readonly ends: readonly Float64Array[];
}

const filters = new Map<string, Filter>();

function filterFor(half: number, order: number): Filter {
  const key = `${half}/${order}`;
  let filter = filters.get(key);
  if (!filter) {
    filter = {
      centre: savitzkyGolayWeights(half, order, 0).slice(half),
      ends: Array.from({ length: half }, (_, i) => savitzkyGolayWeights(half, order, i - half)),
    };
    filters.set(key, filter);
  }
  return filter;
}

/**
 * Smooths by fitting a polynomial to the points around each point. The first and last `window >> 1`
 * points come from the polynomials fitted to the first and last `window` points, so a polynomial of
 * degree `order` passes through unchanged to its very ends.
 * Savitzky & Golay 1964, doi:10.1021/ac60214a047; ends: Gorry 1990, doi:10.1021/ac00205a007.
 *
 * @param y [points] equally spaced in time of flight. Not changed.
 * @param window number of points in a fit: odd, at most `y.length`
 * @param order degree of the polynomial
 * @param out [points] where to write; must not be `y`. A new array by default.
 * @returns `out`
 */
export function smoothSavitzkyGolay(
  y: Float64Array,
  window: number,
  order: number,
  out: Float64Array = new Float64Array(y.length),
): Float64Array {
  if (window % 2 !== 1 || window > y.length) {
    throw new RangeError(`A window of ${window} points does not fit ${y.length} points`);
  }
  const half = window >> 1;
  const n = y.length;
  const { centre, ends } = filterFor(half, order);

  const middle = centre[0]!;
  for (let i = half; i < n - half; i++) {
    let sum = middle * y[i]!;
    for (let k = half; k > 0; k--) sum += centre[k]! * (y[i - k]! + y[i + k]!);
    out[i] = sum;
  }

  ends.forEach((weights, i) => {
    let first = 0;
    let last = 0;
    for (let k = 0; k < window; k++) {
      first += weights[k]! * y[k]!;
      last += weights[k]! * y[n - 1 - k]!;
    }
    out[i] = first;
    out[n - 1 - i] = last;
  });
  return out;
}
