import type { Separator } from './dialect';

const CODE = {
  tab: 9,
  blank: 32,
  comma: 44,
  point: 46,
  zero: 48,
  nine: 57,
  semicolon: 59,
} as const;

/** Powers of ten that a float64 holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Digits of a whole number that a float64 holds exactly, whatever they are. */
const EXACT_DIGITS = 15;

/**
 * The two numbers of a plain line, such as `2000.345678	431.000000`, a tenth of the time that its cells
 * take: a file has 25,000 such lines. Exact: digits below 2^53 divided by an exact power of ten are
 * rounded once, as IEEE 754 has it (Clinger 1990, doi:10.1145/93542.93557).
 *
 * @param line trimmed
 * @param pair the numbers go here
 * @returns whether it was such a line; any other may still be two numbers
 */
export function readPlainPair(line: string, separator: Separator, pair: [number, number]): boolean {
  const isDecimalComma = separator !== 'comma';
  const { length } = line;
  let at = 0;
  for (let column = 0; column < 2; column++) {
    let value = 0;
    let digits = 0;
    let decimals = -1;
    for (; at < length; at++) {
      const code = line.charCodeAt(at);
      if (code >= CODE.zero && code <= CODE.nine) {
        value = 10 * value + (code - CODE.zero);
        digits++;
        if (decimals >= 0) decimals++;
      } else if (code === CODE.point || (code === CODE.comma && isDecimalComma)) {
        if (decimals >= 0) return false;
        decimals = 0;
      } else break;
    }
    if (digits === 0 || digits > EXACT_DIGITS) return false;
    pair[column] = decimals > 0 ? value / POWERS[decimals]! : value;
    if (column === 0) {
      const next = afterSeparator(line, at, separator);
      if (next === at) return false;
      at = next;
    }
  }
  return at === length;
}

/** Where the second number begins; the same place when no separator stands there. */
function afterSeparator(line: string, start: number, separator: Separator): number {
  let at = start;
  let found = separator === 'blank' || separator === 'tab';
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === CODE.blank || code === CODE.tab) continue;
    if (!found && code === (separator === 'comma' ? CODE.comma : CODE.semicolon)) found = true;
    else break;
  }
  return found ? at : start;
}
