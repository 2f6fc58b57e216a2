/**
 * The weights of a Savitzky-Golay filter: with them, a weighted sum over `2 * halfWidth + 1` equally
 * spaced points is the value, at point `position`, of the polynomial of degree `order` that fits
 * those points best. `position` 0 is the centre (ordinary smoothing); -halfWidth and halfWidth are
 * the first and the last point (for the ends of a spectrum).
 *
 * By Gram polynomials, which need no matrix: Gorry 1990, doi:10.1021/ac00205a007. The method:
 * Savitzky & Golay 1964, doi:10.1021/ac60214a047.
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

/** Gram polynomials of degree 0 to `order` on -m..m, at point i. */
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

/** a (a - 1) (a - 2) ..., `count` factors. */
function fallingFactorial(a: number, count: number): number {
  let product = 1;
  for (let j = 0; j < count; j++) product *= a - j;
  return product;
}
