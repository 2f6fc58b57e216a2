/**
 * Newton's method needs three or four steps from point to point; halving a bracket needs some fifty at worst.
 */
const MOST_STEPS = 100;

/**
 * Solves cubic x^3 + a x^2 + b x + c0 = t for x >= 0, as the public readers do: t is a time of flight, x the
 * square root of m/z before the offset. readBrukerFlexData, `.ctof2calibration`,
 * https://github.com/sgibb/readBrukerFlexData/issues/3; Bruker does not publish it.
 *
 * The root lies on the branch that begins at mass zero and ascends: beyond the first place where the
 * polynomial turns, no time belongs to a mass. Newton's method starts at the previous root and is kept
 * between that root and the turn, so that it can neither leave the branch nor run in a circle.
 *
 * @param b above 0
 * @returns a function that computes x of a time and of the root of an earlier time; NaN where the branch has
 * none
 */
export function cubicRoot(
  cubic: number,
  a: number,
  b: number,
  c0: number,
): (time: number, previous: number) => number {
  const turn = firstTurn(cubic, a, b);
  const valueAt = (x: number) => ((cubic * x + a) * x + b) * x;
  const most = turn === Infinity ? Infinity : valueAt(turn);
  return (time, previous) => {
    const wanted = time - c0;
    if (!(wanted >= 0 && wanted <= most)) return NaN;
    let low = previous;
    let high = turn;
    let x = previous > 0 ? previous : Math.min(wanted / b, turn);
    for (let step = 0; step < MOST_STEPS; step++) {
      const excess = valueAt(x) - wanted;
      if (excess > 0) high = x;
      else low = x;
      let next = x - excess / ((3 * cubic * x + 2 * a) * x + b);
      if (!(next >= low && next <= high)) next = high === Infinity ? 2 * x + 1 : (low + high) / 2;
      if (Math.abs(next - x) <= Number.EPSILON * x) return next;
      x = next;
    }
    return x;
  };
}

/**
 * Finds the smallest x above 0 where the polynomial turns, which is a root of its derivative.
 *
 * @returns Infinity if it never turns
 */
function firstTurn(cubic: number, a: number, b: number): number {
  const square = a * a - 3 * cubic * b;
  if (square < 0) return Infinity;
  // Computes both roots from their sum, which avoids cancellation.
  const q = -(a + (a < 0 ? -1 : 1) * Math.sqrt(square));
  const turns = [q / (3 * cubic), b / q].filter((turn) => turn > 0);
  return Math.min(...turns);
}
