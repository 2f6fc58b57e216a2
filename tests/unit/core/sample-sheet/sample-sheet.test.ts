import { describe, expect, it } from 'vitest';
import { parseDelimited } from '../../../../src/core/sample-sheet/parse-delimited';
import { parseSampleSheet } from '../../../../src/core/sample-sheet/parse-sample-sheet';
import { spectrumNames } from '../../../../src/core/bruker/names';
import { groupSpectra, namedOnly } from '../../../builders/group-spectra';
import { bytesOf } from '../../../builders/bruker-acquisition';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const PATH = 'sample_sheet.tsv';
const parse = (text: string) => parseSampleSheet(bytesOf(text), PATH);

function sheetOf(text: string) {
  const sheet = parse(text);
  if (!sheet.ok) throw new Error(inEnglish(sheet.error.message));
  return sheet.value;
}

const fields = (text: string, delimiter = ',') =>
  parseDelimited(text, delimiter).map((row) => row.fields);

describe('delimited text', () => {
  it('splits rows at LF, CR LF and CR, and skips empty lines', () => {
    expect(fields('a,b\r\nc,d\n\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('keeps delimiters, line ends and doubled quotes of quoted fields (RFC 4180)', () => {
    expect(fields('"a,b","c\r\nd","e ""f"" g"\n"",x')).toEqual([
      ['a,b', 'c\r\nd', 'e "f" g'],
      ['', 'x'],
    ]);
  });

  it('keeps empty fields, also at the end', () => {
    expect(fields(',a,\n,,')).toEqual([['', 'a', '']]);
  });

  it('keeps quotes inside an unquoted field, and reads to the end if a quote is never closed', () => {
    expect(fields('5" plate,x')).toEqual([['5" plate', 'x']]);
    expect(fields('"a,b\nc')).toEqual([['a,b\nc']]);
    expect(fields('"a"b,c')).toEqual([['ab', 'c']]);
  });

  it('gives the line on which a row begins, whatever its fields contain', () => {
    expect(parseDelimited('a\n"b\nb"\nc\n', ',').map((row) => row.line)).toEqual([1, 2, 4]);
  });
});

describe('a sample sheet', () => {
  const rows = [
    { spectrumId: 's1', sampleId: 'x' },
    { spectrumId: 's2', sampleId: 'x' },
  ];

  it.each([
    ['tabs', 'spectrum_id\tsample_id\ns1\tx\ns2\tx\n'],
    ['commas', 'spectrum_id,sample_id\ns1,x\ns2,x\n'],
    ['semicolons', 'spectrum_id;sample_id\ns1;x\ns2;x\n'],
    ['CR LF and a byte-order mark', '\uFEFFspectrum_id\tsample_id\r\ns1\tx\r\ns2\tx\r\n'],
    ['quoted fields', '"spectrum_id","sample_id"\n"s1","x"\n"s2","x"'],
    ['other columns, in another order', 'sample_id\tnote\tspectrum_id\nx\t\ts1\nx\tn,m;o\ts2\n'],
    ['spaces and capitals around', ' Spectrum_ID \tSAMPLE_ID\n s1 \tx \n s2\t x\n'],
  ])('is read with %s', (_, text) => {
    expect(sheetOf(text)).toEqual({ path: PATH, rows, warnings: [] });
  });

  it('keeps a comma in a name if the columns are separated by tabs', () => {
    expect(sheetOf('spectrum_id\tsample_id\ns1\tisolate 1, again').rows[0]?.sampleId).toBe(
      'isolate 1, again',
    );
  });

  it('without a line, or without the two columns, is refused with the expected form', () => {
    expect(parse(' \n\n')).toMatchObject({
      ok: false,
      error: { kind: 'sheet-empty', message: 'The sample sheet has no line.', path: PATH },
    });
    const wrong = parse('spectrum\tsample\ns1\tx');
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'sheet-header' } });
    expect(spoken(!wrong.ok && wrong.error.message)).toBe(
      'The sample sheet’s first line, "spectrum sample", does not name the columns spectrum_id ' +
        'and sample_id.',
    );
  });

  it('leaves out incomplete lines, and reports them', () => {
    const { rows: kept, warnings } = sheetOf('spectrum_id\tsample_id\ns1\tx\ns2\n\ty\n');
    expect(kept).toEqual([rows[0]]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Line 3 of the sample sheet has no sample_id; it was left out.',
      'Line 4 of the sample sheet has no spectrum_id; it was left out.',
    ]);
  });

  it('uses the first of two contradictory lines, and reports this', () => {
    const sheet = sheetOf('spectrum_id\tsample_id\ns1\tx\ns1\tx\ns1\ty\n');
    expect(sheet.rows).toEqual([rows[0]]);
    expect(sheet.warnings.map(({ message }) => message)).toEqual([
      'Line 4 of the sample sheet puts s1 into y, but an earlier line into x; the earlier one counts.',
    ]);
  });
});

describe('grouping replicates', () => {
  const spectra = ['A1', 'A2', 'A3'].map((spot) =>
    spectrumNames(`P/x/0_${spot}/1/1SLin/fid`, `uid-${spot}`, spot),
  );
  const group = (...lines: string[]) =>
    groupSpectra(sheetOf(['spectrum_id\tsample_id', ...lines].join('\n')), spectra.map(namedOnly));

  it('puts spectra of one sample_id together, and the others keep their unique name', () => {
    const { groups, report } = group('uid-A1\tisolate', 'P.A3\tisolate');
    expect(groups).toEqual([
      { name: 'isolate', members: [0, 2] },
      { name: 'P.A2.0_A2.uid-A2', members: [1] },
    ]);
    expect(report).toMatchObject({ path: PATH, rows: 2, matched: 2, unmatched: [], ambiguous: [] });
  });

  it('tries uid, sample name, full name and semi-unique name, in this order', () => {
    const lines = ['P.A1.0_A1\tsemi', 'P.A1\tfull', 'P\tsample', 'uid-A1\tuid'];
    const nameOfFirst = (count: number) => group(...lines.slice(0, count)).groups[0]!.name;
    expect([1, 2, 3, 4].map(nameOfFirst)).toEqual(['semi', 'full', 'sample', 'uid']);
  });

  it('lists rows that match nothing and rows that match several spectra', () => {
    const { groups, report } = group('P\tplate', 'uid-A2\tx', 'uid-B9\ty', 'uid-A9\tz');
    expect(groups).toEqual([
      { name: 'plate', members: [0, 2] },
      { name: 'x', members: [1] },
    ]);
    expect(report).toMatchObject({
      path: PATH,
      rows: 4,
      matched: 2,
      unmatched: ['uid-B9', 'uid-A9'],
      ambiguous: [{ spectrumId: 'P', spectra: 2 }],
    });
  });

  it('distinguishes a sample from a spectrum whose unique name is the same', () => {
    const { groups } = group('uid-A1\tP.A2.0_A2.uid-A2');
    expect(groups.map(({ members }) => members)).toEqual([[0], [1], [2]]);
  });
});
