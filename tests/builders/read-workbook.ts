import { unzipSync } from 'fflate';
import { type Attributes, readXmlPart } from '../../src/core/sample-sheet/workbook/xml-part';

/** A cell as a spreadsheet takes it: a text, or a number with its format. */
export type ReadCell = string | number | null;

export interface ReadSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReadCell[])[];
  /** XML of the worksheet. */
  readonly xml: string;
}

/** Reads a workbook as Excel does: what stands in a cell decides whether it is text, and not what it looks like. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzipSync(bytes);
  const text = (path: string) => new TextDecoder().decode(files[path]);
  const names: string[] = [];
  const read = readXmlPart(text('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') names.push(attributes.get('name')!);
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (!read.ok) throw new Error(read.error.kind);
  return names.map((name, i) => {
    const xml = text(`xl/worksheets/sheet${i + 1}.xml`);
    const [head = [], ...rows] = readRows(xml);
    return { name, head: head.map(String), rows, xml };
  });
}

/** Returns a workbook without the times that its zip has of each file: two of the same job differ in no more. */
export function withoutTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const timeless = bytes.slice();
  // The end of the zip says where its list of files is, and how long.
  const end = bytes.length - 22;
  expectSignature(view, end, 0x06054b50);
  const files = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < files; i++) {
    expectSignature(view, at, 0x02014b50);
    const head = view.getUint32(at + 42, true);
    expectSignature(view, head, 0x04034b50);
    timeless.fill(0, at + 12, at + 16);
    timeless.fill(0, head + 10, head + 14);
    const extra = head + 30 + view.getUint16(head + 26, true);
    const listed = at + 46 + view.getUint16(at + 28, true);
    timeless.fill(0, extra, extra + view.getUint16(head + 28, true));
    timeless.fill(0, listed, listed + view.getUint16(at + 30, true));
    at = listed + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return timeless;
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error('No zip as a workbook has it');
}

/** Returns the rows of a sheet as objects, by the heads of their columns. */
export function recordsOf({ head, rows }: ReadSheet): readonly Record<string, ReadCell>[] {
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? null])));
}

function readRows(xml: string): ReadCell[][] {
  const rows: ReadCell[][] = [];
  let cell: Attributes | null = null;
  let value = '';
  const read = readXmlPart(xml, {
    open(name, attributes) {
      if (name === 'row') rows[Number(attributes.get('r')) - 1] = [];
      else if (name === 'c') [cell, value] = [attributes, ''];
      else if (name === 'f') throw new Error('A formula');
    },
    text(piece) {
      value += piece;
    },
    close(name) {
      if (name !== 'c' || cell === null) return;
      const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell.get('r')!)!;
      const at = [...letters!].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
      rows[Number(row) - 1]![at] = cell.get('t') === 'inlineStr' ? unescaped(value) : Number(value);
      cell = null;
    },
  });
  if (!read.ok) throw new Error(read.error.kind);
  return rows;
}

/** ECMA-376, 22.9.2.19. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
