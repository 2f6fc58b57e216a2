import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../../src/core/interruptible';
import { spectrumNames } from '../../../../src/core/bruker/names';
import { parseSampleSheet } from '../../../../src/core/sample-sheet/parse-sample-sheet';
import { SheetIndex } from '../../../../src/core/sample-sheet/sheet-index';
import type { NamedSpectrum } from '../../../../src/core/sample-sheet/spectrum-keys';
import { writeTemplate } from '../../../../src/core/sample-sheet/write-template';
import { groupSpectra } from '../../../builders/group-spectra';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const UID = '56a81486-ab14-47ea-a1d3-7c9b02dbf172';
function spectrum(path: string, changes: Partial<NamedSpectrum> & { uid?: string } = {}) {
  const { uid = UID, spot = 'A7', ...rest } = changes;
  return { names: spectrumNames(path, uid, spot), name: 'KPN289', spot, path, ...rest };
}
const ONE = spectrum('run1/KPN289/0_A7/1/1SLin/fid');
function sheetOf(...rows: readonly (readonly [string, string])[]) {
  const text = ['spectrum_id\tsample_id', ...rows.map((row) => row.join('\t'))].join('\n');
  const sheet = parseSampleSheet(new TextEncoder().encode(text), 'sheet.tsv');
  if (!sheet.ok) throw new Error(inEnglish(sheet.error.message));
  return sheet.value;
}
const finds = (id: string, one: NamedSpectrum = ONE) => {
  const index = new SheetIndex();
  runToEnd(index.add(sheetOf([id, 'x'])));
  return index.find(one) !== null;
};

describe('a row names a spectrum', () => {
  it.each([
    ...['KPN289', 'kpn289', ' KPN289\u00a0', 'KPN289.A7', 'kpn289.a07', 'run1.A7'],
    ...['A7', 'A07', 'a7', 'A7:0', '0_A7'],
    ...[UID, UID.toUpperCase(), `{${UID}}`, `{${UID.toUpperCase()}}`, `run1.A7.0_A7.${UID}`],
    ...['run1/KPN289', 'run1/KPN289/0_A7', 'KPN289/0_A7/1/1SLin', 'run1\\KPN289\\'],
    ...['D:\\data\\run1\\KPN289', '/mnt/x/run1/KPN289/0_A7/1/1SLin/fid', 'run1.zip/run1/KPN289'],
  ])('by %j', (id) => {
    expect(finds(id)).toBe(true);
  });

  it.each(['KPN28', 'A8', 'A77', '1', '1SLin', 'fid', 'run2/KPN289', 'KPN289/0_A8', UID.slice(1)])(
    'not by %j',
    (id) => {
      expect(finds(id)).toBe(false);
    },
  );

  it('by a name in the decomposed form of macOS', () => {
    const path = 'Mu\u0308ller/0_A7/1/1SLin/fid';
    expect(finds('Müller', spectrum(path, { name: 'Mu\u0308ller' }))).toBe(true);
  });

  it('by the name of its file', () => {
    const one = { names: null, name: 'x', spot: '', path: 'data/KPN 289.mzML#scan=19' };
    expect(['KPN 289.mzML', 'KPN 289', 'data'].map((id) => finds(id, one))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('first in the same case, and in another case only if that cannot mean two samples', () => {
    const { groups } = groupSpectra(sheetOf(['kpn1', 'a'], ['KPN1', 'b']), [
      spectrum('x/KPN1/fid', { name: 'KPN1', uid: '1', spot: '' }),
      spectrum('x/kpn1/fid', { name: 'kpn1', uid: '2', spot: '' }),
      spectrum('x/Kpn1/fid', { name: 'Kpn1', uid: '3', spot: '' }),
    ]);
    expect(groups.slice(0, 2).map(({ name }) => name)).toEqual(['b', 'a']);
    expect(groups[2]!.members).toEqual([2]);
  });
});

describe('the problems of a sheet', () => {
  const two = [ONE, spectrum('run2/KPN289/0_A7/1/1SLin/fid', { uid: 'other' })];

  it('say what would match if nothing does', () => {
    const { problems } = groupSpectra(sheetOf(['nobody', 'x'], ['none', 'y']), [ONE]);
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'sheet-no-match',
        'No row of the sample sheet names a spectrum of this run (nobody, none), so each spectrum is a sample ' +
          `by itself. A spectrum of this run is called KPN289, or A7, or ${UID} in a sheet.`,
      ],
    ]);
  });

  it('name the rows that match nothing', () => {
    const { problems } = groupSpectra(sheetOf(['A7', 'x'], ['none', 'y']), [ONE]);
    expect(problems.map(({ kind }) => kind)).toEqual(['sheet-unmatched']);
    expect(spoken(problems[0]!.message)).toContain(
      '1 of the 2 rows of the sample sheet names no spectrum of this run: none.',
    );
  });

  it('name the spectra that a spot could mean on several plates', () => {
    const { problems, report } = groupSpectra(sheetOf(['A7', 'x']), two);
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'sheet-ambiguous',
        'A7 in the sample sheet could mean 2 spectra: KPN289 at A7 (run1/KPN289/0_A7/1/1SLin/fid); KPN289 at A7 ' +
          '(run2/KPN289/0_A7/1/1SLin/fid). All of them are in its sample x.',
      ],
    ]);
    expect(report.ambiguous).toMatchObject([{ spectrumId: 'A7', spectra: 2 }]);
  });

  it('do not include replicates of one name, which are intended', () => {
    expect(groupSpectra(sheetOf(['KPN289', 'x']), two).problems).toEqual([]);
  });

  it('name rows that put a spectrum into another sample and did not count', () => {
    const { problems, report } = groupSpectra(sheetOf(['KPN289', 'x'], ['A7', 'y']), [ONE]);
    expect(problems.map(({ kind }) => kind)).toEqual(['sheet-contradiction']);
    expect(report).toMatchObject({ rows: 2, matched: 2, unmatched: [], samples: 1 });
  });
});

describe('a sheet of a run to fill in', () => {
  it('gives every spectrum a name that only it has', () => {
    const name = fc.constantFrom('KPN1', 'kpn1', 'A1', 'a "b"', '=1', 'Mu\u0308ller', 'x\ty');
    const spectra = fc.uniqueArray(
      fc.record({ name, folder: fc.nat(3), spot: fc.constantFrom('A1', 'A2', 'B12') }),
      { selector: ({ folder, spot }) => `${folder} ${spot}`, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(spectra, (list) => {
        const made = list.map((one, i) =>
          spectrum(`run/f${one.folder}/0_${one.spot}/1/1SLin/fid`, { ...one, uid: `u-${i}` }),
        );
        const bytes = new TextEncoder().encode([...writeTemplate(made)].join(''));
        const sheet = parseSampleSheet(bytes, 'x.tsv');
        if (!sheet.ok) throw new Error(inEnglish(sheet.error.message));
        const { report } = groupSpectra(sheet.value, made);
        expect(sheet.value.warnings).toEqual([]);
        expect(report).toMatchObject({ rows: list.length, unmatched: [], ambiguous: [] });
      }),
    );
  });
});

it('of 20,000 rows finds each of 20,000 spectra', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => [`KPN${i}`, `s${i >> 1}`] as const);
  const made = (count: number) =>
    rows(count).map(([name], i) =>
      spectrum(`run/${name}/0_A7/1/1SLin/fid`, { name, uid: `u${i}` }),
    );
  const { report } = groupSpectra(sheetOf(...rows(20_000)), made(20_000));
  expect(report).toMatchObject({ rows: 20_000, matched: 20_000, samples: 10_000 });
});
