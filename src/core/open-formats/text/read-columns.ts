import type { Problem } from '../../problem';
import { problem } from '../../problem';
import type { Result } from '../../result';
import { err, ok } from '../../result';
import { MAX_POINTS } from '../check-profile';
import { LEAST_POINTS, peakListProblem, RAW_CURE } from '../form';
import { readPlainPair } from './quick-pair';
import { cellsOf, isNumbers, numberOf, type Separator, separatorOf } from './dialect';
import { sentence } from '../../../words/told/sentence';

/** Two columns of numbers, in the order of the file. */
export interface Columns {
  /** Whatever stands before the numbers: titles, comments. */
  readonly head: readonly string[];
  /** Lines that are no numbers, those of the head with them. Empty lines do not count. */
  readonly skipped: number;
  readonly first: Float64Array<ArrayBuffer>;
  readonly second: Float64Array<ArrayBuffer>;
}

/** Lines before the first numbers, at most: peak lists have some seven. */
const LONGEST_HEAD = 200;
const COMMENT = /^[#%]/;
/** More lines of several columns than this are no peak list any more. */
const MOST_PEAKS = LEAST_POINTS;

/**
 * The two columns of a text. Lines that repeat the one before them, and a head that comes again, are left
 * out; a line that is something else ends the reading.
 */
export function readColumns(text: string): Result<Columns, Problem> {
  const lines = new Lines(text);
  const head: string[] = [];
  let line = lines.next();
  while (line !== null && !isNumbers(line)) {
    head.push(line);
    line = head.length <= LONGEST_HEAD ? lines.next() : null;
  }
  if (line === null) return err(NO_NUMBERS);
  const separator = separatorOf(line);
  const fault = columnsFault(line, separator, head, lines.remaining);
  if (fault !== null) return err(fault);
  const indexed = cellsOf(line, separator).length === 3;

  const repeated = new Set(head);
  let skipped = head.length;
  let points = 0;
  let first = new Float64Array(32_768);
  let second = new Float64Array(32_768);
  const pair: [number, number] = [0, 0];
  for (; line !== null; line = lines.next()) {
    if (!readPlainPair(line, separator, pair) && !readPair(line, separator, indexed, pair)) {
      if (!COMMENT.test(line) && !repeated.has(line)) return err(lineFault(lines.number, line));
      skipped++;
      continue;
    }
    if (points === MAX_POINTS) return err(TOO_LONG);
    if (points === first.length) {
      first = grown(first);
      second = grown(second);
    }
    [first[points], second[points]] = pair;
    points++;
  }
  return ok({ head, skipped, first: first.slice(0, points), second: second.slice(0, points) });
}

/** The lines of a text that are not empty, trimmed. */
class Lines {
  /** Of the line that was given last, from 1. */
  number = 0;
  readonly #text: string;
  readonly #end: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#end = text.includes('\n') ? '\n' : '\r';
  }

  get remaining(): number {
    let lines = 0;
    for (let at = this.#at; at >= 0 && at < this.#text.length; lines++) {
      at = this.#text.indexOf(this.#end, at) + 1 || this.#text.length;
    }
    return lines;
  }

  next(): string | null {
    while (this.#at < this.#text.length) {
      const found = this.#text.indexOf(this.#end, this.#at);
      const end = found < 0 ? this.#text.length : found;
      const line = this.#text.slice(this.#at, end).trim();
      this.#at = end + 1;
      this.number++;
      if (line !== '') return line;
    }
    return null;
  }
}

/** @returns whether the line is two numbers, which go to `pair` */
function readPair(
  line: string,
  separator: Separator,
  indexed: boolean,
  pair: [number, number],
): boolean {
  const cells = cellsOf(line, separator);
  if (indexed) cells.shift();
  if (cells.length !== 2) return false;
  pair[0] = numberOf(cells[0]!);
  pair[1] = numberOf(cells[1]!);
  return !Number.isNaN(pair[0]) && !Number.isNaN(pair[1]);
}

/**
 * Why a table cannot be a spectrum: it has more columns than two. Three are taken where the first counts
 * the rows, as R writes them: its title is empty, or there is none for it.
 *
 * @param line the first line of numbers
 * @param more lines behind it
 */
function columnsFault(
  line: string,
  separator: Separator,
  head: readonly string[],
  more: number,
): Problem | null {
  const cells = cellsOf(line, separator);
  if (cells.length === 2) return null;
  const titles = cellsOf(head.at(-1) ?? '', separator);
  const countsRows = titles.length === 2 || (titles.length === 3 && titles[0] === '');
  if (cells.length === 3 && cells[0] === '1' && countsRows) return null;
  if (separator === 'comma' && cells.length === 4 && !line.includes('.')) return COMMAS;
  if (more < MOST_PEAKS) return peakListProblem(more + 1);
  return problem(
    'text-many-columns',
    sentence('openFormat.columns', { columns: cells.length }),
    sentence('openFormat.columnsCure'),
  );
}

function lineFault(number: number, line: string): Problem<'text-line'> {
  const shown = line.length > 40 ? `${line.slice(0, 40)}...` : line;
  return problem(
    'text-line',
    sentence('openFormat.line', { line: number, shown }),
    sentence('openFormat.lineCure'),
  );
}

const NO_NUMBERS = problem(
  'text-no-numbers',
  sentence('openFormat.noNumbers', { lines: LONGEST_HEAD }),
  sentence('openFormat.noNumbersCure'),
);

const COMMAS = problem(
  'text-commas',
  sentence('openFormat.commas'),
  sentence('openFormat.commasCure'),
);

const TOO_LONG = problem(
  'spectrum-size',
  sentence('openFormat.tooManyLines', { most: MAX_POINTS }),
  RAW_CURE,
);

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * array.length);
  larger.set(array);
  return larger;
}
