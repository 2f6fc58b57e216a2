/** A product this close to a half may have been rounded to the wrong side of it. */
const CLOSE = 1e-5;
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * Rounds to nine significant digits, which a 32-bit float has at most: `Number(value.toPrecision(9))`. Of a long
 * run there are many, and their texts took most of the time of its export.
 */
export function nineDigits(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return value;
  // 1 has nine digits as 1e8.
  let tens = 8;
  for (let rest = size; rest >= 10; rest /= 10) tens -= 1;
  while (size * POWERS[tens]! < 1e8) tens += 1;
  const power = POWERS[tens];
  if (power !== undefined) {
    const scaled = size * power;
    const digits = Math.round(scaled);
    const isPlain = Math.abs(scaled - Math.floor(scaled) - 0.5) > CLOSE;
    // Both are whole numbers below 2^53, or a power of ten that is exact, so the quotient is the nearest number.
    if (isPlain && digits >= 1e8 && digits < 1e9) {
      return value < 0 ? -(digits / power) : digits / power;
    }
  }
  return Number(value.toPrecision(9));
}
