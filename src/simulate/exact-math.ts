/**
 * exp and ln that use only + - * /, so that every engine computes the same bits. ECMAScript leaves
 * `Math.exp`, `Math.log` and `**` to the implementation, and they do differ in the last digit.
 */

const LN2_HIGH = 6.93147180369123816e-1;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;
const HALF_ROOT_2 = 0.7071067811865476;

const LARGEST_POWER = 200;
const powersOfTwo = new Float64Array(2 * LARGEST_POWER + 1);
powersOfTwo[LARGEST_POWER] = 1;
for (let k = 1; k <= LARGEST_POWER; k++) {
  powersOfTwo[LARGEST_POWER + k] = powersOfTwo[LARGEST_POWER + k - 1]! * 2;
  powersOfTwo[LARGEST_POWER - k] = powersOfTwo[LARGEST_POWER - k + 1]! / 2;
}

/** 1 / k! for k from 0 to 13: enough for exp on |x| <= ln 2 / 2. */
const EXP_TERMS = new Float64Array(14).fill(1);
for (let k = 1; k < EXP_TERMS.length; k++) EXP_TERMS[k] = EXP_TERMS[k - 1]! / k;

/** 1, 1 / 3, 1 / 5 ... 1 / 21: the coefficients of artanh's series. */
const LN_TERMS = Float64Array.from({ length: 11 }, (_, k) => 1 / (2 * k + 1));

/** Computes e^x to about 1 part in 1e15. Below -138 it returns 0; above 138 it throws. */
export function exp(x: number): number {
  const power = Math.round(x * LOG2_E);
  if (power < -LARGEST_POWER) return 0;
  if (power > LARGEST_POWER) throw new RangeError(`exp(${x}) is out of range.`);
  const rest = x - power * LN2_HIGH - power * LN2_LOW;
  let sum = 0;
  for (let k = EXP_TERMS.length - 1; k >= 0; k--) sum = sum * rest + EXP_TERMS[k]!;
  return sum * powersOfTwo[LARGEST_POWER + power]!;
}

/** Computes the natural logarithm of a positive finite number, to about 1e-15. */
export function ln(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`ln(${x}) is not defined.`);
  let mantissa = x;
  let power = 0;
  for (; mantissa < HALF_ROOT_2; power--) mantissa *= 2;
  for (; mantissa > 2 * HALF_ROOT_2; power++) mantissa /= 2;
  // ln m = 2 artanh f, with f = (m - 1) / (m + 1), at most 0.172 from zero
  const f = (mantissa - 1) / (mantissa + 1);
  const square = f * f;
  let sum = 0;
  for (let k = LN_TERMS.length - 1; k >= 0; k--) sum = sum * square + LN_TERMS[k]!;
  return power * LN2_HIGH + (power * LN2_LOW + 2 * f * sum);
}
