import { describe, expect, it } from 'vitest';
import { type Label, matchLabels, parseLabels } from '../../../../scripts/evaluate/labels';

const bytes = (text: string) => new TextEncoder().encode(text);

function labelsOf(text: string): readonly Label[] {
  const table = parseLabels(bytes(text));
  if (!table.ok) throw new Error(table.error);
  return table.value.labels;
}

describe('a table of labels', () => {
  it.each([
    ['tabs', 'spectrum\tspecies\n1.txt\tKlebsiella oxytoca\n'],
    ['commas', 'Species,note,Spectrum\r\nKlebsiella oxytoca,fresh,1.txt\r\n'],
    ['semicolons', ' spectrum ; species \n1.txt;Klebsiella oxytoca'],
    ['a byte-order mark', '\ufeffspectrum\tspecies\n1.txt\tKlebsiella oxytoca\n'],
  ])('is read with %s', (_, text) => {
    expect(labelsOf(text)).toEqual([{ line: 2, spectrum: '1.txt', species: 'Klebsiella oxytoca' }]);
  });

  it('reports the lines that it leaves out', () => {
    const table = parseLabels(bytes('spectrum\tspecies\n1.txt\t\n\tother\n2.txt\tother\n'));
    expect(table).toMatchObject({
      ok: true,
      value: {
        labels: [{ line: 4, spectrum: '2.txt', species: 'other' }],
        warnings: [
          'Line 2 names no species and was left out.',
          'Line 3 names no spectrum and was left out.',
        ],
      },
    });
  });

  it.each(['', 'spectrum\tgenus\n1\tKlebsiella\n', '1.txt\tKlebsiella oxytoca\n'])(
    'is rejected without its columns: %j',
    (text) => {
      expect(parseLabels(bytes(text))).toEqual({
        ok: false,
        error: 'has no first line with the columns spectrum and species',
      });
    },
  );
});

describe('labels of spectra', () => {
  const spectrum = (path: string, name = '') => ({ path, name, uid: '', names: null });
  const spectra = [
    spectrum('run/Iso 1/0_A1/1/1SLin/fid', 'Isolate 1'),
    spectrum('run/Iso 1/0_A2/1/1SLin/fid', 'Isolate 1 again'),
    spectrum('run/text/Kp-7.txt'),
    spectrum('run/text/\u00e9.txt'),
  ];
  const speciesOf = (...labels: [spectrum: string, species: string][]) =>
    matchLabels(
      labels.map(([spectrum, species], i) => ({ line: i + 2, spectrum, species })),
      spectra,
    );

  it.each([
    ['the whole path', 'run/text/Kp-7.txt'],
    ['the end of the path', 'text/Kp-7.txt'],
    ['the file name', 'Kp-7.txt'],
    ['the file name without its extension', 'Kp-7'],
    ['another case, and spaces around', ' kp-7.TXT '],
    ['backslashes', 'text\\Kp-7.txt'],
    ['a path from here', './run/text/Kp-7.txt'],
  ])('are found by %s', (_, name) => {
    expect(speciesOf([name, 'x']).species).toEqual([null, null, 'x', null]);
  });

  it('are found by the name that the app shows, whatever blanks it has', () => {
    expect(speciesOf(['isolate\u00a01', 'x']).species).toEqual(['x', null, null, null]);
  });

  it('are found in composed and decomposed letters', () => {
    expect(speciesOf(['e\u0301.txt', 'x']).species).toEqual([null, null, null, 'x']);
  });

  it('apply to all spectra of a folder, if no spectrum has its name', () => {
    expect(speciesOf(['Iso 1', 'x']).species).toEqual(['x', 'x', null, null]);
    expect(speciesOf(['run/text', 'x']).species).toEqual([null, null, 'x', 'x']);
  });

  it.each(['1', '1SLin', '0_A1', '1/1SLin', '0_A1/1', '0_A1/1/1SLin', 'fid', '0_A1/1/1SLin/fid'])(
    'do not match by %j, which fids of any sample may have',
    (name) => {
      expect(speciesOf([name, 'x'])).toMatchObject({
        species: [null, null, null, null],
        unmatched: [{ spectrum: name }],
      });
    },
  );

  it('match a fid in a folder of the short form by the folders above', () => {
    const short = [spectrum('run/Iso 1/0_A1_1SLin/fid')];
    const match = (name: string) =>
      matchLabels([{ line: 2, spectrum: name, species: 'x' }], short).species;
    expect(match('0_A1_1SLin')).toEqual([null]);
    expect(match('Iso 1')).toEqual(['x']);
    expect(match('Iso 1/0_A1_1SLin')).toEqual(['x']);
  });

  it('match a fid by its spot below its sample, and by its whole path', () => {
    expect(speciesOf(['Iso 1/0_A2', 'x']).species).toEqual([null, 'x', null, null]);
    const bare = [spectrum('0_A1/1/1SLin/fid')];
    const label = { line: 2, spectrum: '0_A1/1/1SLin/fid', species: 'x' };
    expect(matchLabels([label], bare).species).toEqual(['x']);
  });

  it.each(['run.mzML', 'run', 'day/run.mzML', 'day', 'run.mzML#scan=1/a'])(
    'match a spectrum of a document by %j',
    (name) => {
      const inDocument = [spectrum('day/run.mzML#scan=1/a', 'run#scan=1/a')];
      const label = { line: 2, spectrum: name, species: 'x' };
      expect(matchLabels([label], inDocument).species).toEqual(['x']);
    },
  );

  it('are reported if they match several spectra', () => {
    const { several } = speciesOf(['Kp-7', 'x'], ['Iso 1', 'y']);
    expect(several).toEqual([{ label: { line: 3, spectrum: 'Iso 1', species: 'y' }, spectra: 2 }]);
  });

  it('do not match a part of a name', () => {
    const { species, unmatched } = speciesOf(['p-7.txt', 'x'], ['Iso', 'y']);
    expect(species).toEqual([null, null, null, null]);
    expect(unmatched.map((label) => label.spectrum)).toEqual(['p-7.txt', 'Iso']);
  });

  it('count once if they repeat each other, and not at all if they contradict', () => {
    const { species, contradictory } = speciesOf(
      ['Kp-7', 'Klebsiella oxytoca'],
      ['Kp-7.txt', 'klebsiella  oxytoca'],
      ['Isolate 1', 'x'],
      ['Iso 1/0_A1', 'y'],
    );
    expect(species).toEqual([null, null, 'klebsiella  oxytoca', null]);
    expect(contradictory).toEqual([0]);
  });
});
