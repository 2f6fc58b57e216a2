import { ok, type Result } from '../../result';
import type { SheetLine } from '../read-sheet-rows';
import type { NumberFormat } from './number-formats';
import { MOST_CELL } from './shared-strings';
import { type Attributes, readXmlPart, type WorkbookProblem, type XmlHandler } from './xml-part';

/** What the cells of a worksheet refer to. */
export interface WorkbookTables {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

/** Columns that are looked at: a cell may claim to stand in column 16,384 of a row of its own. */
const MOST_COLUMNS = 200;

/**
 * Reads the rows of a worksheet that have something in them. What is between them takes no memory, however
 * far apart they say that they are.
 *
 * @param mostRows what follows these rows is not kept
 */
export function readWorksheet(
  xml: string,
  tables: WorkbookTables,
  mostRows: number,
): Result<readonly SheetLine[], WorkbookProblem> {
  const reading = new WorksheetReading(tables, mostRows);
  const read = readXmlPart(xml, reading);
  return read.ok ? ok(reading.rows) : read;
}

class WorksheetReading implements XmlHandler {
  readonly rows: SheetLine[] = [];
  readonly #tables: WorkbookTables;
  readonly #mostRows: number;
  #line = 0;
  #column = -1;
  #fields: (string | null)[] = [];
  #cell: Attributes | null = null;
  #value = '';
  #isValue = false;
  #phonetic = 0;

  constructor(tables: WorkbookTables, mostRows: number) {
    this.#tables = tables;
    this.#mostRows = mostRows;
  }

  open(name: string, attributes: Attributes): void {
    this.#isValue = false;
    switch (name) {
      case 'row':
        this.#line = placeOf(attributes.get('r')) ?? this.#line + 1;
        this.#column = -1;
        this.#fields = [];
        break;
      case 'c':
        this.#column = columnOf(attributes.get('r')) ?? this.#column + 1;
        this.#cell = attributes;
        this.#value = '';
        break;
      case 'rPh':
        this.#phonetic += 1;
        break;
      case 'v':
      case 't':
        this.#isValue = this.#cell !== null && this.#phonetic === 0;
        break;
    }
  }

  text(piece: string): void {
    if (this.#isValue && this.#value.length < MOST_CELL) this.#value += piece;
  }

  close(name: string): void {
    this.#isValue = false;
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c' && this.#cell !== null) {
      this.#take(this.#cell);
      this.#cell = null;
    } else if (name === 'row') this.#endRow();
  }

  #take(cell: Attributes): void {
    if (this.#column >= MOST_COLUMNS) return;
    while (this.#fields.length < this.#column) this.#fields.push('');
    this.#fields[this.#column] = this.#textOf(cell);
  }

  /** @returns null for a date or a fault, which is no name that anybody typed */
  #textOf(cell: Attributes): string | null {
    const value = this.#value;
    switch (cell.get('t')) {
      case 's':
        return this.#tables.strings[Number(value)] ?? '';
      case 'e':
      case 'd':
        return null;
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'str':
      case 'inlineStr':
        return value;
      default:
        return value === '' ? '' : this.#numberOf(value, Number(cell.get('s') ?? 0));
    }
  }

  #numberOf(value: string, style: number): string | null {
    const format = this.#tables.formats[style];
    if (format?.kind === 'date') return null;
    const number = Number(value);
    // 0.1 is stored as 0.10000000000000001.
    const text = Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
    return format?.kind === 'padded' ? text.padStart(format.digits, '0') : text;
  }

  #endRow(): void {
    const isEmpty = this.#fields.every((field) => field?.trim() === '');
    if (isEmpty || this.rows.length >= this.#mostRows) return;
    this.rows.push({ line: this.#line, fields: this.#fields });
  }
}

/** @returns the number of a row; null where it is not told */
function placeOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : null;
}

/** @returns the place of `C7`, from 0; null where it is not told */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((place, letter) => 26 * place + letter.charCodeAt(0) - 64, 0) - 1;
}
