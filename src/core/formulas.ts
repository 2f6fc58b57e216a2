import { withoutOrders } from './orders';

/**
 * What can stand before a sign without hiding it from a spreadsheet: blanks, marks without width, fillers,
 * accents, and quotes, which a spreadsheet takes away.
 */
const HIDING = String.raw`[\s\p{Cc}\p{Cf}\p{M}\p{DI}\p{Pi}\p{Pf}\p{Sk}\u2800\u201a\u201e"']*`;
/** `=`, `+`, `-` and `@`, also as wide, small, raised and lowered letters, and the minus sign. */
const SIGN = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212\u207a-\u207c\u208a-\u208c]`;
/** Behind a semicolon, too, where half of Europe's spreadsheets begin a new cell. */
const FORMULA = new RegExp(`(^|;)(?=${HIDING}${SIGN})`, 'gu');
/** A tab or a break at the start, behind which a spreadsheet may begin a cell. */
const BREAK = /^[\t\r\n]/;

/**
 * Makes text from any source safe for a spreadsheet's cell: it removes what a program would obey, and puts an
 * apostrophe before text that a spreadsheet would run as a formula, also if other characters hide the sign.
 * Source: OWASP, "CSV Injection".
 */
export function withoutFormulas(text: string): string {
  const plain = withoutOrders(text);
  const safe = plain.replace(FORMULA, "$1'");
  return safe === plain && BREAK.test(text) ? `'${plain}` : safe;
}
