import { writeZip } from './archives';

/** A cell: text as a shared string, a number with a style, or the XML of a cell without its reference. */
export type BuiltCell =
  | string
  | { readonly number: number; readonly style?: number }
  | { readonly inline: string }
  | { readonly error: string };

export interface BuiltWorkbook {
  readonly sheets: readonly (readonly (readonly (BuiltCell | null)[])[])[];
  /** Codes of number formats for the styles 1, 2 and so on; style 0 has no format. */
  readonly formats?: readonly string[];
  /** XML of the first worksheet, which replaces what its cells would give. */
  readonly worksheet?: string;
  /** Name of the entry to write first: LibreOffice and openpyxl begin with other entries than Excel. */
  readonly first?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a workbook as Excel does. */
export function writeWorkbook(book: BuiltWorkbook): Uint8Array<ArrayBuffer> {
  const strings: string[] = [];
  const sheets = book.sheets.map((rows) => worksheet(rows, strings));
  if (book.worksheet !== undefined) sheets[0] = book.worksheet;
  const numbers = sheets.map((_, i) => i + 1);
  const tabs = numbers
    .map((n) => `<sheet name="Tab ${n}" sheetId="${n}" r:id="rId${n}"/>`)
    .join('');
  const relations = numbers
    .map(
      (n) =>
        `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
    )
    .join('');
  const formats = book.formats ?? [];
  const files = [
    {
      name: '[Content_Types].xml',
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats
        .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
        .join(
          '',
        )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `${HEAD}<sst xmlns="${MAIN}">${strings
        .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
        .join('')}</sst>`,
    },
    ...sheets.map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: HEAD + data })),
  ];
  const first = files.filter(({ name }) => name === book.first);
  return writeZip([...first, ...files.filter((file) => !first.includes(file))]);
}

function worksheet(rows: BuiltWorkbook['sheets'][number], strings: string[]): string {
  const written = rows.map((cells, at) => {
    const line = cells.map((cell, column) =>
      cellXml(cell, `${LETTERS[column]!}${at + 1}`, strings),
    );
    return `<row r="${at + 1}">${line.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

const LETTERS = 'ABCDEFGHIJ';

function cellXml(cell: BuiltCell | null, at: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  if ('number' in cell) return `<c r="${at}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${escaped(cell.error)}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
