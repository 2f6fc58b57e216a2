import { describe, expect, it } from 'vitest';
import { PROTON_MASS } from '../../../../src/core/marker-model/expected-ions';
import { parseWatchTable } from '../../../../src/core/watch/parse-watch-table';
import { inEnglish } from '../../../../src/words/in-words';

const parse = (text: string) => parseWatchTable(new TextEncoder().encode(text), 'peaks.csv');

function peaksOf(text: string) {
  const table = parse(text);
  if (!table.ok) throw new Error(inEnglish(table.error.message));
  return table.value.peaks;
}

const PLASMID = {
  name: 'blaKPC plasmid p019',
  mz: 11_109,
  charge: 1,
  mass: null,
  tolerancePpm: 500,
  note: '',
};

describe('parseWatchTable', () => {
  it.each([
    ['commas', 'name,mz\nblaKPC plasmid p019,11109\n'],
    ['tabs and a byte-order mark', '\ufeffmz\tname\r\n11109\tblaKPC plasmid p019\r\n'],
    ['semicolons and a decimal comma', 'Name;M/Z;charge\n blaKPC plasmid p019 ;11109,0;1+\n'],
    ['quotation marks', '"name","mz","tolerance"\n"blaKPC plasmid p019","11109,0",""\n'],
    ['empty lines and cells', '\nname,mz,,\n\nblaKPC plasmid p019,11109.00,,\n\n'],
  ])('reads a table with %s', (_, text) => {
    expect(peaksOf(text)).toEqual([PLASMID]);
  });

  it('reads UTF-16, as spreadsheets save Unicode text', () => {
    const text = '\ufeffname\tmz\nbla\u2013KPC\t11109\n';
    const bytes = new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
    expect(parseWatchTable(bytes, 'x.txt')).toMatchObject({
      ok: true,
      value: { peaks: [{ name: 'bla\u2013KPC', mz: 11_109 }] },
    });
  });

  it('computes an m/z from a mass and a charge', () => {
    const [single, double] = peaksOf('name;mass;charge\nA;11109,5;\nA 2+;11109,5;2\n');
    expect(single).toMatchObject({ mz: 11_109.5, mass: 11_109.5, charge: 1 });
    expect(double).toMatchObject({ mz: (11_109.5 + PROTON_MASS) / 2, mass: 11_109.5, charge: 2 });
  });

  it('reads a tolerance in ppm or in Da', () => {
    expect(peaksOf('name,mz,tolerance\nA,10000,300\n')[0]?.tolerancePpm).toBe(300);
    expect(peaksOf('name,mz,tolerance_ppm\nA,10000,50\n')[0]?.tolerancePpm).toBe(50);
    expect(peaksOf('name,mz,tolerance_da\nA,10000,4\nB,10000,\n')).toMatchObject([
      { tolerancePpm: 400 },
      { tolerancePpm: 500 },
    ]);
  });

  it('reports the columns that it does not use', () => {
    expect(parse('name,mz,gene,source\nA,10000,x,y\n')).toMatchObject({
      ok: true,
      value: { notes: ['The columns "gene", "source" are not used.'] },
    });
    expect(parse('name,mz,note\nA,10000,of  p019\n')).toMatchObject({
      ok: true,
      value: { notes: [], peaks: [{ note: 'of p019' }] },
    });
  });

  const many = (lines: number) =>
    `name,mz\n${Array.from({ length: lines }, (_, i) => `p${i},${3000 + i}`).join('\n')}`;

  it('accepts 200 peaks', () => {
    expect(peaksOf(many(200))).toHaveLength(200);
  });

  it.each([
    ['', 'watch-table-empty', 'The table of peaks to watch has no line.'],
    ['name,mz\n\n', 'watch-table-empty', 'The table of peaks to watch has a heading and no peak.'],
    [many(201), 'watch-table-size', 'The table has more than 200 peaks.'],
    [
      'peak,mz\nA,10000',
      'watch-table-header',
      'The table’s first line does not name the column name.',
    ],
    [
      'name,tolerance\nA,500',
      'watch-table-header',
      'The table’s first line names neither a column mz nor a column mass.',
    ],
    [
      'name,mz,m/z\nA,10000,10000',
      'watch-table-header',
      'The headings "mz" and "m/z" name one column twice.',
    ],
    [
      'name,mz,tolerance_ppm,tolerance_da\nA,10000,500,5',
      'watch-table-header',
      'The table has a tolerance in ppm and one in Da.',
    ],
    ['name,mz\n,10000', 'watch-table-row', 'Line 2: the name is missing.'],
    [
      'name,mz\nA\u202e,10000',
      'watch-table-row',
      'Line 2: the name has a line break or another character that cannot be printed.',
    ],
    [
      `name,mz\n${'A'.repeat(81)},10000`,
      'watch-table-row',
      'Line 2: the name has more than 80 characters.',
    ],
    [
      'name,mz\nA,10000\n a ,10100',
      'watch-table-row',
      'Line 3: the name "a" stands in line 2 already.',
    ],
    ['name,mz\nA,', 'watch-table-row', 'Line 2: the m/z is missing.'],
    ['name,mz,mass\nA,10000,10000', 'watch-table-row', 'Line 2: both an m/z and a mass are given.'],
    ['name,mz\nA,1e4', 'watch-table-row', 'Line 2: the m/z "1e4" is not a number.'],
    ['name,mz\nA,NaN', 'watch-table-row', 'Line 2: the m/z "NaN" is not a number.'],
    ['name,mz\nA,-10000', 'watch-table-row', 'Line 2: the m/z "-10000" is not a number.'],
    ['name;mass\nA;11109 Da', 'watch-table-row', 'Line 2: the mass "11109 Da" is not a number.'],
    [
      'name;mz\nA;11,109',
      'watch-table-row',
      'Line 2: the m/z is 11.109, which is not from 2000 to 20000.',
    ],
    [
      'name,mass,charge\nA,3000,2',
      'watch-table-row',
      'Line 2: the mass 3000 gives the m/z 1500.504, which is not from 2000 to 20000.',
    ],
    [
      'name,mz\nA,11109,6',
      'watch-table-row',
      'Line 2: there are 3 cells, but the first line names 2 columns.',
    ],
    ['name,mz,charge\nA,10000,3', 'watch-table-row', 'Line 2: the charge "3" is neither 1 nor 2.'],
    [
      'name,mz,tolerance\nA,10000,5 Da',
      'watch-table-row',
      'Line 2: the tolerance "5 Da" is not a number.',
    ],
    [
      'name,mz,tolerance\nA,10000,0',
      'watch-table-row',
      'Line 2: the tolerance of 0 ppm is not from 50 to 3000 ppm.',
    ],
    [
      'name,mz,tolerance_da\nA,10000,50',
      'watch-table-row',
      'Line 2: the tolerance of 50 Da (5000 ppm at this m/z) is not from 50 to 3000 ppm.',
    ],
    [
      `name,mz,note\nA,10000,${'x'.repeat(301)}`,
      'watch-table-row',
      'Line 2: the note has more than 300 characters, or one that cannot be printed.',
    ],
  ])('refuses %j with its own message', (text, kind, message) => {
    expect(parse(text)).toMatchObject({
      ok: false,
      error: { kind, message, path: 'peaks.csv' },
    });
  });

  it('does not read a file that is too large for a table', () => {
    const table = parseWatchTable(new Uint8Array(600_000).fill(0x41), 'peaks.csv');
    expect(table).toMatchObject({
      ok: false,
      error: { message: 'The table has 600,000 bytes; at most 524,288 are read.' },
    });
  });
});
