import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportXlsx } from '../../../../src/io/exports/xlsx';
import { resultTable } from '../../../../src/io/exports/table';
import type { Cell, ExportedJob } from '../../../../src/io/exports/types';
import { headOf } from '../../../../src/io/exports/workbook/heads';
import { localDate } from '../../../../src/io/exports/workbook/local-date';
import { inGroups } from '../../../../src/io/exports/workbook/sheet';
import { writeWorkbook } from '../../../../src/io/exports/workbook/write-workbook';
import { WorkbookFile } from '../../../../src/io/workbook/workbook-file';
import { exportedBytes } from '../../../builders/exported-bytes';
import { evidenceIn } from '../../../../src/io/exports/evidence-reader';
import { readWorksheet } from '../../../../src/core/sample-sheet/workbook/read-worksheet';
import { readWorkbook, recordsOf, withoutTimes } from '../../../builders/read-workbook';
import { COMMIT, sample, sampleJob, spectrum } from './sample-job';

const start = () => new WorkbookFile();

async function sheetsOf(job: ExportedJob = sampleJob) {
  const sheets = readWorkbook(await exportedBytes(exportXlsx(job, start)));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet]));
}

function written(rows: readonly (readonly Cell[])[], mostRows?: number) {
  const columns = [{ head: 'A' }, { head: 'B' }];
  return exportedBytes(writeWorkbook([{ name: 'rows', columns, rows: [rows] }], start, mostRows));
}

/** A is 1, AA is 27. */
function placeOf(letters: string): number {
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
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
      const [, last, row] = /<autoFilter ref="A1:([A-Z]+)(\d+)"\/>/.exec(xml)!;
      expect([placeOf(last!), Number(row)]).toEqual([head.length, rows.length + 1]);
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

  it('gives the same bytes at another time, but for the times of its zip', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] });
    const first = await exportedBytes(exportXlsx(sampleJob, start));
    vi.setSystemTime(new Date('2031-07-09T17:45:12Z'));
    const second = await exportedBytes(exportXlsx(sampleJob, start));
    expect(withoutTimes(second)).toEqual(withoutTimes(first));
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
    for await (const { length } of writeWorkbook(
      [{ name: 'rows', columns, rows: inGroups(rows) }],
      start,
    )) {
      if (length > 0) pieces.push(length);
    }
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces)).toBeLessThan(1 << 17);
  });

  it('closes what writes it, also where it is not read to its end', async () => {
    const closed: string[] = [];
    const target = (name: string) => {
      const file = new WorkbookFile();
      file.close = () => void closed.push(name);
      return file;
    };
    const sheet = { name: 'rows', columns: [{ head: 'A' }], rows: [[[1]]] };
    await exportedBytes(writeWorkbook([sheet], () => target('whole')));
    for await (const piece of writeWorkbook([sheet], () => target('part'))) {
      expect(piece).toBeInstanceOf(Uint8Array);
      break;
    }
    expect(closed).toEqual(['whole', 'part']);
  });

  it('is a package as the standard has it', async () => {
    const files = unzipSync(await written([['a', 1]]));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
      ]),
    );
  });
});

describe('cells', () => {
  it('are texts in the format Text, and numbers in that of their column', async () => {
    const kinds = ['number', 'percent', 'mz', 'date'] as const;
    const columns = kinds.map((kind) => ({ head: kind, kind }));
    const rows = [
      [
        ['007', 'x', '', null],
        [1, 0.5, 3.25, 43_525],
      ],
    ];
    const bytes = await exportedBytes(writeWorkbook([{ name: 'rows', columns, rows }], start));
    const files = unzipSync(bytes);
    const text = (path: string) => new TextDecoder().decode(files[path]);
    const styles = text('xl/styles.xml');
    const formats = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [
        id,
        code,
      ]),
    );
    const [, list] = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)!;
    const used = [...list!.matchAll(/<xf numFmtId="(\d+)"/g)].map(
      ([, id]) => formats.get(id) ?? id,
    );
    const cells = [
      ...text('xl/worksheets/sheet1.xml').matchAll(/<c r="(\w+)"(?: s="(\d+)")?( t="\w+")?>/g),
    ];
    expect(
      cells.slice(4).map(([, place, style, type]) => [place, used[Number(style ?? 0)], type]),
    ).toEqual([
      ['A2', '49', ' t="inlineStr"'],
      ['B2', '49', ' t="inlineStr"'],
      ['A3', '0', undefined],
      ['B3', '0.0%', undefined],
      ['C3', '0.000', undefined],
      ['D3', 'yyyy-mm-dd hh:mm:ss', undefined],
    ]);
  });

  it('leave out what XML, Excel or a terminal would not take', async () => {
    const texts = ['a\u0000b\u202ec\ufffe<&">', 'a\tb\nc', '_x0041_', ' a ', '\ud800'];
    const long = 'x'.repeat(40_000);
    const nothing = [Number.NaN, Number.POSITIVE_INFINITY, null, ''];
    const [sheet] = readWorkbook(
      await written([...texts.map((one) => [one]), [long], nothing, ['end']]),
    );
    const read = Array.from(sheet!.rows, (row) => row?.[0]);
    expect(read.slice(0, texts.length)).toEqual(['abc<&">', 'a b c', '_x0041_', ' a ', '\ufffd']);
    expect(sheet!.xml).toContain('_x005F_x0041_');
    expect(read[texts.length]).toHaveLength(32_767);
    expect(String(read[texts.length]).endsWith('…')).toBe(true);
    expect(read[texts.length + 1]).toBeUndefined();
    expect(read.at(-1)).toBe('end');
  });

  it('have the time of the clock that measured', () => {
    expect(localDate('1970-01-01T00:00:00Z')).toBe(25_569);
    expect(localDate('2019-12-12T12:00:00.000+11:00')).toBe(43_811.5);
    for (const none of [null, undefined, '', 'yesterday', '2019-13-01T00:00', '2019-02-30T00:00']) {
      expect(localDate(none)).toBeNull();
    }
  });
});
