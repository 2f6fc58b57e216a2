import { WorkbookWriter, type WorksheetWriter } from '@cj-tech-master/excelts';
import { joinBytes } from '../../core/join-bytes';
import { withoutOrders } from '../../core/orders';
import type { ColumnKind, Piece, SheetColumn, WorkbookRow, WorkbookTarget } from './types';

/** Characters that Excel takes in a cell. */
const MOST_CELL = 32_767;
/** Of each workbook alike: the same job gives the same file but for the times that the zip has. */
const CREATED = new Date(Date.UTC(1980, 0, 1));

/** `@` is the format Text: Excel takes the cell for a text also when a person edits it. */
const TEXT = { numFmt: '@' };
const HEAD = { numFmt: '@', font: { bold: true } };
const FORMATS: Readonly<Record<ColumnKind, { numFmt: string } | null>> = {
  number: null,
  percent: { numFmt: '0.0%' },
  mz: { numFmt: '0.000' },
  date: { numFmt: ['yyyy-mm-dd', 'hh:mm:ss'].join(' ') },
};

/** A workbook that the library writes row by row, and forgets. */
export class WorkbookFile implements WorkbookTarget {
  #ready: Uint8Array[] = [];
  readonly #book: WorkbookWriter;
  #sheet: WorksheetWriter | null = null;
  #columns: readonly SheetColumn[] = [];
  #rows = 0;

  constructor() {
    const stream = new WritableStream<Uint8Array>({
      write: (bytes) => void this.#ready.push(bytes),
    });
    this.#book = new WorkbookWriter({
      stream,
      useStyles: true,
      creator: 'ktyper',
      lastModifiedBy: 'ktyper',
      created: CREATED,
      modified: CREATED,
    });
  }

  begin(name: string, columns: readonly SheetColumn[]): Promise<Piece> {
    this.#endSheet();
    // The head stays in view.
    const sheet = this.#book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ head, width = Math.max(10, head.length + 4) }) => ({ width }));
    const row = sheet.addRow([]);
    for (const [i, { head }] of columns.entries()) {
      const cell = row.getCell(i + 1);
      cell.value = textValue(head);
      cell.style = HEAD;
    }
    row.commit();
    this.#sheet = sheet;
    this.#columns = columns;
    this.#rows = 1;
    return this.#take();
  }

  add(rows: readonly WorkbookRow[]): Promise<Piece> {
    const sheet = this.#sheet!;
    for (const cells of rows) {
      const row = sheet.addRow([]);
      for (const [i, value] of cells.entries()) {
        if (value === null || value === '') continue;
        if (typeof value === 'number' && !Number.isFinite(value)) continue;
        const cell = row.getCell(i + 1);
        cell.value = typeof value === 'string' ? textValue(value) : value;
        const style =
          typeof value === 'string' ? TEXT : FORMATS[this.#columns[i]?.kind ?? 'number'];
        if (style !== null) cell.style = style;
      }
      row.commit();
      this.#rows += 1;
    }
    return this.#take();
  }

  async end(): Promise<Piece> {
    this.#endSheet();
    await this.#book.commit();
    return this.#take();
  }

  close(): void {
    this.#ready = [];
  }

  /** Ends a worksheet: each column can be filtered, and `007` in it is not marked as a mistake. */
  #endSheet(): void {
    if (this.#sheet === null) return;
    const last = this.#sheet.getColumn(this.#columns.length).letter;
    const all = `A1:${last}${this.#rows}`;
    this.#sheet.autoFilter = all;
    this.#sheet.ignoredErrors = [{ ref: all, numberStoredAsText: true }];
    this.#sheet.commit();
    this.#sheet = null;
  }

  /** Returns what is ready, and forgets it. */
  async #take(): Promise<Piece> {
    // A browser compresses in promises: after a task all that was handed in is compressed.
    await new Promise((resolve) => setTimeout(resolve));
    const ready = this.#ready;
    this.#ready = [];
    return joinBytes(ready);
  }
}

/**
 * A text of one run stands in the cell itself (`inlineStr`): it is never a formula, a number or a date, whatever
 * it looks like. As a plain value the library gives it the type of a formula's result. Characters that a program
 * obeys are left out, as in every export, and of a text that Excel has no room for the end.
 */
function textValue(text: string): { richText: { text: string }[] } {
  let plain = withoutOrders(text).replace(/[\ufffe\uffff]/g, '');
  if (plain.length > MOST_CELL) {
    plain = `${plain.slice(0, MOST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }
  return { richText: [{ text: plain }] };
}
