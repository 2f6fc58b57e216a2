import { FORMATS } from './cell-styles';
import { columnName, xmlText } from './cell-xml';
import type { SheetColumn } from './sheet';

/** The parts of a workbook beside its rows: ECMA-376, part 1, "Office Open XML". */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** A part of the package that does not grow with the job. */
interface Part {
  readonly path: string;
  readonly xml: string;
}

export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** @param names of the sheets, in their order */
export function packageParts(names: readonly string[]): readonly Part[] {
  const numbers = names.map((_, i) => i + 1);
  return [
    {
      path: 'xl/styles.xml',
      xml:
        `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/>` +
        '<numFmt numFmtId="165" formatCode="0.000"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
        `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>' +
        `<cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs>` +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    },
    {
      path: 'xl/workbook.xml',
      xml: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbers
        .map((n) => `<sheet name="${xmlText(names[n - 1]!)}" sheetId="${n}" r:id="rId${n}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([
        ...numbers.map((n) => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
        ['rIdStyles', 'styles', 'styles.xml'],
      ]),
    },
    { path: '_rels/.rels', xml: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      path: '[Content_Types].xml',
      xml:
        `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${contentType(
          'xl/workbook.xml',
          `${SHEET_TYPE}.sheet.main+xml`,
        )}${contentType(
          'xl/styles.xml',
          `${SHEET_TYPE}.styles+xml`,
        )}${numbers.map((n) => contentType(sheetPath(n), `${SHEET_TYPE}.worksheet+xml`)).join('')}</Types>`,
    },
  ];
}

/** Begins a worksheet: its first row stays in view, and its columns have widths. */
export function openWorksheet(columns: readonly SheetColumn[], isFirst: boolean): string {
  const widths = columns.map(
    ({ head, width = Math.max(10, head.length + 4) }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`
  );
}

/** Ends a worksheet: each column can be filtered, and `007` in it is not marked as a mistake. */
export function closeWorksheet(columns: readonly SheetColumn[], rows: number): string {
  const all = `A1:${columnName(columns.length - 1)}${rows}`;
  return (
    `</sheetData><autoFilter ref="${all}"/>` +
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function contentType(path: string, type: string): string {
  return `<Override PartName="/${path}" ContentType="${type}"/>`;
}
