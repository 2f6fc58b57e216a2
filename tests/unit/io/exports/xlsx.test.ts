import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportXlsx } from '../../../../src/io/exports/xlsx';
import { resultTable } from '../../../../src/io/exports/table';
import type { Cell, ExportedJob } from '../../../../src/io/exports/types';
import { columnName, rowXml, xmlText } from '../../../../src/io/exports/workbook/cell-xml';
import { headOf } from '../../../../src/io/exports/workbook/heads';
import { localDate } from '../../../../src/io/exports/workbook/local-date';
import { inGroups } from '../../../../src/io/exports/workbook/sheet';
import { writeWorkbook } from '../../../../src/io/exports/workbook/write-workbook';
import { exportedBytes } from '../../../builders/exported-bytes';
import { evidenceIn } from '../../../../src/io/exports/evidence-reader';
import { readWorksheet } from '../../../../src/core/sample-sheet/workbook/read-worksheet';
import { readWorkbook, recordsOf } from '../../../builders/read-workbook';
import { COMMIT, sample, sampleJob, spectrum } from './sample-job';

async function sheetsOf(job: ExportedJob = sampleJob) {
  const sheets = readWorkbook(await exportedBytes(exportXlsx(job)));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet]));
}

function written(rows: readonly (readonly Cell[])[], mostRows?: number) {
  const columns = [{ head: 'A' }, { head: 'B' }];
  return exportedBytes(writeWorkbook([{ name: 'rows', columns, rows: [rows] }], mostRows));
}

afterEach(() => {
  vi.useRealTimers();
});

describe('exportXlsx', () => {
  it('has a sheet a kind, each with its head in view, widths and filters', async () => {
    const sheets = await sheetsOf();
    expect(Object.keys(sheets)).toEqual(['samples', 'spectra', 'markers', 'quality', 'record']);
    for (const { xml, rows, head } of Object.values(sheets)) {
      expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"');
      expect(xml).toContain('customWidth="1"');
      const last = columnName(head.length - 1);
      expect(xml).toContain(`<autoFilter ref="A1:${last}${rows.length + 1}"/>`);
      expect(new Set(head).size).toBe(head.length);
    }
  });

  it('has the table of samples with numbers as numbers, to the last digit', async () => {
    const { columns, rows } = resultTable(sampleJob);
    const { samples } = await sheetsOf();
    expect(samples!.head).toEqual(columns.map(headOf));
    expect(samples!.rows.map((row) => columns.map((_, i) => row[i] ?? null))).toEqual(
      [...rows].map((row) => row.map((cell) => (cell === '' ? null : cell))),
    );
    expect(recordsOf(samples!)[0]).toMatchObject({
      Sample: 'KPN0',
      Probability: 0.9699999690055847,
      'Shift (ppm)': -140.23,
      'Laser shots': 240,
    });
  });

  it('has each spectrum with where it is from and how it was measured', async () => {
    const { spectra } = await sheetsOf();
    const all = recordsOf(spectra!);
    expect(all).toHaveLength(sampleJob.spectra.length);
    expect(all[0]).toMatchObject({
      Sample: 'KPN0',
      Path: 'RUN/0_A0/1/1SLin/fid',
      'SHA-256': 'ab'.repeat(32),
      Instrument: 'microflex',
      "Acquired, instrument's clock": 43_525 + 10 / 24,
      'Acquired, with zone': '2019-03-01T10:00:00',
      'Laser shots': 240,
      Calibration: 'ML1 5400000, ML2 417, ML3 -0.01, delay 19634, dwell 2',
    });
    expect(all.find((row) => row['Status'] === 'skipped')).toMatchObject({
      Sample: null,
      Reason: 'A1 is a calibration spot.',
    });
    expect(all.find((row) => row['Copy of'] !== null)).toMatchObject({
      Warnings: 'Clipped.',
      'Copy of': 'RUN/0_A0/1/1SLin/fid',
    });
  });

  it('has the markers of what is called, with what was seen of each', async () => {
    const { markers } = await sheetsOf();
    expect(recordsOf(markers!)).toEqual([
      {
        Sample: 'KPN0',
        Spot: 'A0',
        'Markers of': 'Genus alpha',
        Locus: 'S22',
        'Mass [M+H]+ (Da)': 10_559,
        Charge: 2,
        'Expected m/z': 5280.004,
        Found: 'yes',
        'Found m/z': 5279.8999,
        'Height over noise': 12.25,
        'Mass error left (ppm)': -19.5,
        'Log likelihood ratio': 3.5,
      },
      expect.objectContaining({ Locus: 'L31', Found: 'no', 'Found m/z': null }),
    ]);
    const { markers: bare } = await sheetsOf({ ...sampleJob, evidence: evidenceIn(new Map()) });
    expect(recordsOf(bare!)[0]).toMatchObject({ Found: 'yes', 'Found m/z': null });
  });

  it('has the measures of quality with their verdicts', async () => {
    const { quality } = await sheetsOf();
    expect(recordsOf(quality!)[0]).toMatchObject({
      Sample: 'KPN0',
      Quality: 'warn',
      Peaks: 42,
      'Peaks: verdict': 'pass',
      'Saturated points: verdict': 'warn',
      'Spectra used': 1,
    });
  });

  it('says in its record who computed it, with which model, under which settings', async () => {
    const { record } = await sheetsOf();
    const facts = new Map(record!.rows.map(([what, value]) => [what, value]));
    expect(Object.fromEntries(facts)).toMatchObject({
      'Intended use': 'For research use only. Not for use in diagnostic procedures.',
      'Computed by': 'ktyper 1.2.3',
      'Computed by, commit': COMMIT,
      'Model, id': 'markers',
      'Model, version': '1.0.0',
      'Model, SHA-256': 'ab'.repeat(32),
      'Setting, recipe': 'spectracl-1',
      'Setting, threshold species': 0.9,
      'Setting, samples from': 'sample sheet sample_sheet.tsv',
      Warning: 'run.zip ends early. Copy it again.',
    });
  });

  it('has sheets with a head alone where there is nothing', async () => {
    const sheets = await sheetsOf({ ...sampleJob, samples: [], spectra: [] });
    for (const name of ['samples', 'spectra', 'markers', 'quality']) {
      expect(sheets[name]!.head.length).toBeGreaterThan(2);
      expect(sheets[name]!.rows).toEqual([]);
    }
  });

  it('has the samples that the table shows, in its order', async () => {
    const shown = [sampleJob.samples[2]!, sampleJob.samples[0]!];
    const { samples, spectra, quality } = await sheetsOf({ ...sampleJob, shown });
    expect(samples!.rows.map(([name]) => name)).toEqual(['KPN3', 'KPN0']);
    expect(quality!.rows.map(([name]) => name)).toEqual(['KPN3', 'KPN0']);
    expect(spectra!.rows).toHaveLength(2);
  });

  it('gives the same bytes at another time', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] });
    const first = await exportedBytes(exportXlsx(sampleJob));
    vi.setSystemTime(new Date('2031-07-09T17:45:12Z'));
    expect(await exportedBytes(exportXlsx(sampleJob))).toEqual(first);
  });

  it('keeps names that a spreadsheet would make something else of', async () => {
    const names = ['1E2', '007', 'MARCH1', '=A1', '+1', '-1', '@a', '＝A1', '＋1', '3-4', 'TRUE'];
    const { samples, spectra } = await sheetsOf({
      ...sampleJob,
      samples: names.map((name, i) => sample(i, { name })),
      spectra: names.map((name, i) => spectrum(i, { name })),
    });
    expect(samples!.rows.map(([name]) => name)).toEqual(names);
    expect(spectra!.rows.map(([, name]) => name)).toEqual(names);
    // The reader of sample sheets takes them as they are, too.
    const read = readWorksheet(spectra!.xml, { strings: [], formats: [] }, 100);
    if (!read.ok) throw new Error(read.error.kind);
    expect(read.value.slice(1).map(({ fields }) => fields[1])).toEqual(names);
    expect(samples!.xml).toContain('numberStoredAsText="1"');
  });
});

describe('writeWorkbook', () => {
  it('goes on in another sheet where a sheet is full, under the same head', async () => {
    const sheets = readWorkbook(await written([[1], [2], [3], [4], [5]], 3));
    expect(sheets.map(({ name, head, rows }) => [name, head, rows.flat()])).toEqual([
      ['rows', ['A', 'B'], [1, 2]],
      ['rows 2', ['A', 'B'], [3, 4]],
      ['rows 3', ['A', 'B'], [5]],
    ]);
  });

  it('yields a long sheet in pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`Name ${i * 7919}`, i / 7]);
    const pieces: number[] = [];
    const columns = [{ head: 'A' }, { head: 'B' }];
    for await (const { length } of writeWorkbook([
      { name: 'rows', columns, rows: inGroups(rows) },
    ])) {
      pieces.push(length);
    }
    expect(pieces.length).toBeGreaterThan(20);
    expect(Math.max(...pieces)).toBeLessThan(1 << 17);
  });

  it('is a package as the standard has it', async () => {
    const files = unzipSync(await written([['a', 1]]));
    expect(Object.keys(files).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });
});

describe('cells', () => {
  it('leave out what XML, Excel or a terminal would not take', () => {
    expect(xmlText('a\u0000b\u202ec\ufffe<&">')).toBe('abc&lt;&amp;&quot;&gt;');
    expect(xmlText('a\tb\nc')).toBe('a b c');
    expect(xmlText('_x0041_')).toBe('_x005F_x0041_');
    const long = xmlText('x'.repeat(40_000));
    expect(long).toHaveLength(32_767);
    expect(long.endsWith('…')).toBe(true);
    expect(rowXml(2, [Number.NaN, Number.POSITIVE_INFINITY, null, ''], [])).toBe(
      '<row r="2"></row>',
    );
  });

  it('stand in columns named as in a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(
      ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'], // prettier-ignore
    );
  });

  it('have the time of the clock that measured', () => {
    expect(localDate('1970-01-01T00:00:00Z')).toBe(25_569);
    expect(localDate('2019-12-12T12:00:00.000+11:00')).toBe(43_811.5);
    for (const none of [null, undefined, '', 'yesterday', '2019-13-01T00:00', '2019-02-30T00:00']) {
      expect(localDate(none)).toBeNull();
    }
  });
});
