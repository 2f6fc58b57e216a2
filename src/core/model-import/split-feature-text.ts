import { takeSeparatorLine } from '../sample-sheet/find-header';
import { parseDelimited } from '../sample-sheet/parse-delimited';
import { err, ok, type Result } from '../result';
import { flattenJson } from './flatten-json';
import type { FeatureRow } from './feature-cells';
import { type Sentence, sentence } from '../../words/told/sentence';

/** What Python and R print around the numbers of a list. */
const WRAPPERS =
  /\b(?:np\.|numpy\.|pd\.|pandas\.)?(?:array|asarray|Index|Int64Index|Float64Index|RangeIndex|list|tuple|c|float16|float32|float64|int16|int32|int64|uint16|uint32|str_|Interval)\s*(?=\()/g;
/**
 * What they print behind the numbers: `dtype='object', name='mz'`. It begins where blanks begin, since a file of
 * nothing else would otherwise be searched in the square of its length.
 */
const ARGUMENTS =
  /(?:,|(?<!\s))\s*\b(?:dtype|name|length|closed)\s*=\s*(?:'[^']*'|"[^"]*"|[\w.<>]+)/g;
/** What is taken off both ends of a cell, beside blanks: quotes, and blanks around these. */
const AROUND: ReadonlySet<number> = new Set([...'\'" '].map((one) => one.charCodeAt(0)));
/** An assignment before a list: `features = [`, `mz <- c(`. */
const ASSIGNMENT = /^\s*[A-Za-z_][\w.]*\s*(?:=|<-|:)\s*(?=[[(]|c\()/;
/** A bin by both of its edges, on a line of its own: `[4365, 4375)`. */
const INTERVAL = /^\(?[[(]\s*[\d.eE+]+\s*[,;]\s*[\d.eE+]+\s*[\])]$/;
/** What R prints before a line of numbers: ` [13]`. */
const R_PLACE = /^\s*\[\d+\]\s+/;

/**
 * Splits the text of a features list into rows of cells, without quotes, brackets, comments and empty cells
 * at the ends.
 *
 * @returns an error says what is wrong
 */
export function splitFeatureText(whole: string): Result<readonly FeatureRow[], Sentence> {
  const { text, lines: taken } = takeSeparatorLine(whole.replace(/^\ufeff/, ''));
  if (/\.\.\.|…/.test(text)) {
    return err(sentence('modelFile.featuresShortened'));
  }
  if (/^\s*[[{]/.test(text)) {
    const json = flattenJson(text);
    if (json !== null) return json;
  }
  const lines = text.split(/\r\n|\n|\r/);
  const told = lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  if (told.length > 0 && told.every((line) => INTERVAL.test(line.trim()))) {
    return ok(rowsOf(lines, (line) => [line.trim()], taken));
  }
  const isR = told.length > 0 && told.every((line) => R_PLACE.test(line));
  const plain = isR
    ? lines.map((line) => line.replace(R_PLACE, '')).join('\n')
    : isWrapped(text)
      ? unwrap(text)
      : text;
  return ok(splitTable(plain, taken));
}

function rowsOf(
  lines: readonly string[],
  cellsOf: (line: string) => readonly string[],
  taken: number,
): FeatureRow[] {
  return lines.flatMap((line, i) =>
    line.trim() === '' || line.trim().startsWith('#')
      ? []
      : [{ line: i + 1 + taken, cells: cellsOf(line) }],
  );
}

/** Whether the text is a list as a program would write it in its own language. */
function isWrapped(text: string): boolean {
  return /^\s*(?:[A-Za-z_][\w.]*\s*(?:=|<-|:)\s*)?(?:[\w.]+\s*)?[[(]/.test(text);
}

/** Removes brackets, quotes and names of functions; line ends stay, so that lines keep their numbers. */
function unwrap(text: string): string {
  return text
    .replace(ASSIGNMENT, '')
    .replace(ARGUMENTS, '')
    .replace(WRAPPERS, '')
    .replace(/[[\](){}'"]/g, ' ');
}

/** Splits by what separates in the whole text: a tab, a semicolon, a bar, a comma or blanks. */
function splitTable(text: string, taken: number): readonly FeatureRow[] {
  const bare = text.replace(/^[ \t]*#.*$/gm, '');
  const delimiter =
    ['\t', ';', '|'].find((one) => bare.includes(one)) ??
    (separatesByComma(bare) ? ',' : hasBlanks(bare) ? ' ' : ',');
  const whole = delimiter === ',' && !separatesByComma(bare);
  return parseDelimited(bare, whole ? '\u0000' : delimiter).flatMap(({ line, fields }) => {
    const trimmed = fields.map(bareCell);
    const cells = delimiter === ' ' ? trimmed.filter((cell) => cell !== '') : trimmed;
    while (cells.length > 1 && cells.at(-1) === '') cells.pop();
    return cells.every((cell) => cell === '') ? [] : [{ line: line + taken, cells }];
  });
}

/** A cell without quotes and blanks around it. A pattern would search a long run of them in the square of its length. */
function bareCell(field: string): string {
  const cell = field.trim();
  let [from, to] = [0, cell.length];
  while (from < to && AROUND.has(cell.charCodeAt(from))) from += 1;
  while (to > from && AROUND.has(cell.charCodeAt(to - 1))) to -= 1;
  return from === 0 && to === cell.length ? cell : cell.slice(from, to).trim();
}

/**
 * Whether commas stand between features: not within one number a line, as marks of its thousands (4,365) or
 * before its decimals (4365,0).
 */
function separatesByComma(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.includes(','));
  if (lines.length === 0) return false;
  const isIn = (pattern: RegExp) =>
    lines.filter((line) => pattern.test(line.trim().replace(/^"|"$/g, ''))).length;
  const needed = Math.max(1, lines.length - 1);
  const asDecimals = isIn(/^\d{4,5},(?:0+|50*)$/);
  const asThousands = isIn(/^\d{1,2},\d{3}(?:\.\d*)?$/);
  return asDecimals < needed && asThousands < needed;
}

/** Whether blanks stand between numbers, or between names in quotes. */
function hasBlanks(text: string): boolean {
  return /\d\.?["']?[ \u00a0]+["']?\w*\d/.test(text);
}
