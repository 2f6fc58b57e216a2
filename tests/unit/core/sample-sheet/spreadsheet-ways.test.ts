import { describe, expect, it } from 'vitest';
import { foldName, looseName, spotOf } from '../../../../src/core/sample-sheet/fold-name';
import {
  beginsAsSheet,
  parseSampleSheet,
} from '../../../../src/core/sample-sheet/parse-sample-sheet';
import { inEnglish } from '../../../../src/words/in-words';

const rowsOf = (bytes: Uint8Array) => {
  const sheet = parseSampleSheet(bytes, 'samples.csv');
  if (!sheet.ok) throw new Error(inEnglish(sheet.error.message));
  return sheet.value.rows.map(({ spectrumId, sampleId }) => [spectrumId, sampleId]);
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'little' | 'big') => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  [...text].forEach((sign, i) => view.setUint16(2 * i, sign.charCodeAt(0), order === 'little'));
  return bytes;
};
const TABLE = 'spectrum_id\tsample_id\r\nA7\tMüller, 1\r\n';
const ROWS = [['A7', 'Müller, 1']];

describe('a sheet as spreadsheets save it', () => {
  it.each([
    ['UTF-16 with its mark', utf16(`\ufeff${TABLE}`, 'little')],
    ['UTF-16, big-endian, with its mark', utf16(`\ufeff${TABLE}`, 'big')],
    ['UTF-16 without a mark', utf16(TABLE, 'little')],
    ['UTF-16, big-endian, without a mark', utf16(TABLE, 'big')],
  ])('is read from %s', (_, bytes) => {
    expect(rowsOf(bytes)).toEqual(ROWS);
  });

  it.each([
    ['Windows-1252, German', 'M\xfcller K\xf6ln Gr\xfc\xdfe', 'Müller Köln Grüße'],
    ['Mac Roman, German', 'M\x9fller K\x9aln Gr\x9f\xa7e', 'Müller Köln Grüße'],
    ['Windows-1252, French', '\xcele d\x92Yeu, pr\xe9l\xe8vement', 'Île d’Yeu, prélèvement'],
    ['Mac Roman, French', 'pr\x8el\x8fvement n\xa1 2', 'prélèvement n° 2'],
    ['Windows-1252, a dash and a degree', 'A \x96 B, 37 \xb0C', 'A – B, 37 °C'],
    ['Mac Roman, Spanish', 'a\x96o, ni\x96a', 'año, niña'],
  ])('is read in %s', (_, name, expected) => {
    const text = `spectrum_id;sample_id\r\nA7;${name}\r\n`;
    expect(rowsOf(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))).toEqual([['A7', expected]]);
  });

  it('is read as text of a Mac if the letters leave it open and its lines end in CR', () => {
    const text = 'spectrum_id;sample_id\rA7;K\x9aln\r';
    expect(rowsOf(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))).toEqual([['A7', 'Köln']]);
  });

  it.each([
    ['sep=;', 'sep=;\r\nspectrum_id;sample_id\r\nA7;Müller, 1\r\n'],
    ['"sep=;" in quotes', '"sep=;"\nspectrum_id;sample_id\nA7;"Müller, 1"\n'],
    ['sep= after a byte-order mark', '\ufeffsep=|\nspectrum_id|sample_id\nA7|Müller, 1\n'],
    [
      'a title above',
      'Plate 7;;\r\n\r\nMonday;;\r\nnote;Spectrum ID;Sample ID\r\nx;A7;Müller, 1\r\n',
    ],
    ['other ways to write the columns', 'SpectrumID\tsample-id\nA7\tMüller, 1\n'],
    ['bars', 'spectrum id | sample id\nA7 | Müller, 1\n'],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(utf8(text))).toEqual(ROWS);
    expect(beginsAsSheet(utf8(text))).toBe(true);
  });

  it('gives the line of the file in a problem, also below sep= and a title', () => {
    const sheet = parseSampleSheet(utf8('sep=,\nPlate 7,\nspectrum_id,sample_id\nA7,\n'), 'x.csv');
    expect(sheet.ok && sheet.value.warnings.map(({ message }) => message)).toEqual([
      'Line 4 of the sample sheet has no sample_id; it was left out.',
    ]);
  });

  it('is not recognised in a text that only mentions its columns', () => {
    for (const text of ['', 'spectrum_id and sample_id', '1950 12\n1951 13\n', 'sample_id\tx\n']) {
      expect(beginsAsSheet(utf8(text))).toBe(false);
    }
  });

  it('gives the name back that was protected from being a formula', () => {
    expect(rowsOf(utf8("spectrum_id,sample_id\n'=1+1,'-x\n'a,'b\n"))).toEqual([
      ['=1+1', '-x'],
      ["'a", "'b"],
    ]);
  });
});

describe('a name', () => {
  it('is compared in NFC, with all kinds of blanks as one', () => {
    expect(foldName(' Mu\u0308ller\u00a0\u2009\tA\u200b7\u3000')).toBe('Müller A7');
    expect(foldName('\u200b\ufeff\u00a0')).toBe('');
  });

  it('is the same in any case, a uid with or without braces, and a spot with or without its zero', () => {
    const uid = '56a81486-ab14-47ea-a1d3-7c9b02dbf172';
    expect(looseName(`{${uid.toUpperCase()}}`)).toBe(uid);
    expect(looseName('Run1.A07')).toBe('run1.a7');
    expect(['A7', 'a7', 'A07', ' a07 ', 'A7:0', 'AF48'].map(spotOf)).toEqual([
      ...Array.from({ length: 5 }, () => 'A7'),
      'AF48',
    ]);
    expect(['A0', '7A', 'A777', 'ABC1', 'A7b', ''].map(spotOf)).toEqual(Array(6).fill(null));
  });
});
