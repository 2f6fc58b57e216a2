import { describe, expect, it } from 'vitest';
import { readSheet } from '../../../src/io/read-sheet';
import { writeZip } from '../../builders/archives';
import { type BuiltWorkbook, writeWorkbook } from '../../builders/workbook';
import { inEnglish } from '../../../src/words/in-words';

const HEADER = ['spectrum_id', 'sample_id'];
const read = (bytes: Uint8Array<ArrayBuffer>) => readSheet(bytes, 'sheet.xlsx');

async function sheetOf(book: BuiltWorkbook) {
  const sheet = await read(writeWorkbook(book));
  if (!sheet.ok) throw new Error(inEnglish(sheet.error.message));
  return sheet.value;
}
const rowsOf = async (...rows: BuiltWorkbook['sheets'][number]) =>
  (await sheetOf({ sheets: [rows] })).rows.map(({ spectrumId, sampleId }) => [
    spectrumId,
    sampleId,
  ]);

describe('a sample sheet in a workbook', () => {
  it('is read with texts, numbers, gaps and a title above the header', async () => {
    expect(
      await rowsOf(
        ['Plate 7, measured on Monday'],
        [],
        ['note', 'Sample ID', null, 'Spectrum ID'],
        ['', 'iso\u00a01', null, 'KPN289'],
        [null, { number: 17 }, 'x', { inline: 'A7 & <B>' }],
        [null, { number: 0.1 + 0.2 }, null, { number: 2025001 }],
      ),
    ).toEqual([
      ['KPN289', 'iso 1'],
      ['A7 & <B>', '17'],
      ['2025001', '0.3'],
    ]);
  });

  it('is the first tab with the two columns', async () => {
    const { rows } = await sheetOf({ sheets: [[['Read me']], [HEADER, ['A1', 'x']]] });
    expect(rows).toEqual([{ spectrumId: 'A1', sampleId: 'x' }]);
  });

  it.each(['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml'])(
    'is recognised whatever its first entry is: %s',
    async (first) => {
      expect((await sheetOf({ sheets: [[HEADER, ['A1', 'x']]], first })).rows).toHaveLength(1);
    },
  );

  it('reports a name that Excel turned into a date, and a formula that failed', async () => {
    const { rows, warnings } = await sheetOf({
      sheets: [
        [
          HEADER,
          [{ number: 45000, style: 1 }, 'x'],
          ['A2', { error: '#N/A' }],
          [{ number: 7, style: 2 }, 'y'],
          ['A4', { number: 5, style: 3 }],
        ],
      ],
      formats: ['dd\\-mmm', '0000', '0" days"'],
    });
    expect(rows).toEqual([
      { spectrumId: '0007', sampleId: 'y' },
      { spectrumId: 'A4', sampleId: '5' },
    ]);
    expect(warnings.map(({ kind, message }) => [kind, inEnglish(message).slice(0, 6)])).toEqual([
      ['sheet-changed-cell', 'Line 2'],
      ['sheet-changed-cell', 'Line 3'],
    ]);
  });

  it('takes no memory for distant cells, and keeps no more rows than a run can need', async () => {
    const far =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect(await read(writeWorkbook({ sheets: [[]], worksheet: far }))).toMatchObject({
      ok: false,
      error: { kind: 'sheet-empty' },
    });
    const line = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>';
    const head = '<row><c t="str"><v>spectrum_id</v></c><c t="str"><v>sample_id</v></c></row>';
    const many = `<worksheet><sheetData>${head}${line.repeat(100_001)}</sheetData></worksheet>`;
    expect(await read(writeWorkbook({ sheets: [[]], worksheet: many }))).toMatchObject({
      ok: false,
      error: { kind: 'sheet-size' },
    });
  });

  it.each([
    ['nothing in its parts', { sheets: [[]], worksheet: '<worksheet' }],
    [
      'entities of its own',
      { sheets: [[]], worksheet: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' },
    ],
  ])('that is broken is reported: %s', async (_, book) => {
    expect(await read(writeWorkbook(book))).toMatchObject({
      ok: false,
      error: { kind: 'workbook-broken', path: 'sheet.xlsx' },
    });
  });

  it('reports other office files by their kind', async () => {
    const ods = writeZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    ]);
    const xls = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    const docx = writeZip([{ name: '[Content_Types].xml', data: '<Types/>' }]);
    const kinds = await Promise.all(
      [ods, xls, docx].map(async (bytes) => {
        const sheet = await read(bytes);
        return sheet.ok ? 'ok' : sheet.error.kind;
      }),
    );
    expect(kinds).toEqual(['office-document', 'office-document', 'workbook-broken']);
  });

  it('of 20,000 rows is read completely', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`u${i}`, `s${i >> 1}`]);
    const sheet = await sheetOf({ sheets: [[HEADER, ...rows]] });
    expect(sheet.rows).toHaveLength(20_000);
    expect(sheet.rows.at(-1)).toEqual({ spectrumId: 'u19999', sampleId: 's9999' });
  });
});
