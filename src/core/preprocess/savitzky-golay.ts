interface Filter {
  /** [half + 1] weights from the centre outwards: smoothing is symmetric. */
  readonly centre: Float64Array;
  /**
   * [half][2 * half + 1]: weights of the first point, the second and so on. The last points use them
   * mirrored.
   */
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
 * Smooths by fitting a polynomial to the points around each point. The first and last `window >> 1` points
 * come from the polynomials fitted to the first and last `window` points, so a polynomial of degree `order`
 * is unchanged up to its very ends. Savitzky & Golay 1964, doi:10.1021/ac60214a047; ends: Gorry 1990,
 * doi:10.1021/ac00205a007.
 *
 * @param y [points] equally spaced in time of flight. Not changed.
 * @param window number of points in a fit: odd, at most `y.length`
 * @param order degree of the polynomial
 * @param out [points] array to write to; must not be `y`. A new array by default.
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

/**
 * Computes the weights of a Savitzky-Golay filter: with them, a weighted sum over `2 * halfWidth + 1` equally
 * spaced points is the value, at point `position`, of the polynomial of degree `order` that fits those points
 * best. `position` 0 is the centre (ordinary smoothing); -halfWidth and halfWidth are the first and the last
 * point (for the ends of a spectrum).
 *
 * It uses Gram polynomials, which need no matrix: Gorry 1990, doi:10.1021/ac00205a007. The method: Savitzky &
 * Golay 1964, doi:10.1021/ac60214a047.
 *
 * @returns [2 * halfWidth + 1] weights, first point first; they add up to 1.
 */
export function savitzkyGolayWeights(
  halfWidth: number,
  order: number,
  position: number,
): Float64Array {
  if (order > 2 * halfWidth) {
    throw new RangeError(`Degree ${order} cannot be fitted to ${2 * halfWidth + 1} points`);
  }
  const atPosition = gramPolynomials(halfWidth, order, position);
  return Float64Array.from({ length: 2 * halfWidth + 1 }, (_, j) => {
    const atPoint = gramPolynomials(halfWidth, order, j - halfWidth);
    let weight = 0;
    for (let k = 0; k <= order; k++) {
      const norm =
        ((2 * k + 1) * fallingFactorial(2 * halfWidth, k)) /
        fallingFactorial(2 * halfWidth + k + 1, k + 1);
      weight += norm * atPoint[k]! * atPosition[k]!;
    }
    return weight;
  });
}

/** Computes the Gram polynomials of degree 0 to `order` on -m..m, at point i. */
function gramPolynomials(m: number, order: number, i: number): number[] {
  const values = [1];
  for (let k = 1; k <= order; k++) {
    const scale = k * (2 * m - k + 1);
    values.push(
      ((4 * k - 2) / scale) * i * values[k - 1]! -
        (((k - 1) * (2 * m + k)) / scale) * (values[k - 2] ?? 0),
    );
  }
  return values;
}

/** Computes a (a - 1) (a - 2) ..., with `count` factors. */
function fallingFactorial(a: number, count: number): number {
  let product = 1;
  for (let j = 0; j < count; j++) product *= a - j;
  return product;
}
