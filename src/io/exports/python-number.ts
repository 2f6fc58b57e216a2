/**
 * Writes a number as CPython prints `round(value, 2)`: rounded from its exact binary value, with halves to
 * even, and always with a decimal point: `86.0`, `99.37`, `100.0`.
 *
 * @param value from 0 to 1e6
 */
export function roundedAsPython(value: number): string {
  // toFixed is exact too, but rounds halves up. Only odd eighths are exactly between two hundredths.
  const isHalf = Math.abs((value * 8) % 2) === 1;
  const hundredths = Math.floor(value * 100);
  const rounded = isHalf ? (hundredths + (hundredths % 2)) / 100 : Number(value.toFixed(2));
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}
