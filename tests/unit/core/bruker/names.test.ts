import { describe, expect, it } from 'vitest';
import { spectrumNames, spotFromPath, uidFromPath } from '../../../../src/core/bruker/names';
import { shownNames } from '../../../../src/core/bruker/shown-names';
import { NamesApart } from '../../../../src/engine/names-apart';

const names = (path: string) => spectrumNames(path, 'UID', 'A7');

describe('names of a spectrum', () => {
  it('are those of the original: PROJECT.A7.0_A7.UID', () => {
    expect(names('data/PROJECT/ANALYTE/0_A7/1/1SLin/fid')).toEqual({
      uid: 'UID',
      sampleName: 'PROJECT',
      fullName: 'PROJECT.A7',
      semiUniqueName: 'PROJECT.A7.0_A7',
      uniqueName: 'PROJECT.A7.0_A7.UID',
    });
  });

  it('begin with the outermost folder if there are fewer than six levels', () => {
    expect(names('species1/0_A7/3/1SLin/fid').uniqueName).toBe('species1.A7.0_A7.UID');
    expect(names('0_A7/3/1SLin/fid').uniqueName).toBe('0_A7.A7.0_A7.UID');
    expect(names('1SLin/fid').uniqueName).toBe('1SLin.A7.1SLin.UID');
  });

  it('leave out missing parts', () => {
    expect(names('fid')).toEqual({
      uid: 'UID',
      sampleName: '',
      fullName: 'A7',
      semiUniqueName: 'A7',
      uniqueName: 'A7.UID',
    });
    expect(spectrumNames('S/x/1/1SLin/fid', 'UID', '').uniqueName).toBe('S.x.UID');
  });

  it('treat the short form as the three folders that it replaces', () => {
    expect(names('PROJECT/SAMPLE/0_L20_1SLin/fid')).toMatchObject({
      sampleName: 'PROJECT',
      semiUniqueName: 'PROJECT.A7.0_L20_1SLin',
    });
    expect(names('SAMPLE/0_L20_1SLin/fid').sampleName).toBe('SAMPLE');
  });

  it('can have the spot and the uid of the path', () => {
    expect(spotFromPath('P/A/0_A7/1/1SLin/fid')).toBe('A7');
    expect(spotFromPath('S/0_L20_1SLin/fid')).toBe('L20');
    expect(spotFromPath('S/x/fid')).toBe('');
    expect(uidFromPath('S/0_A1/1/1SLin/fid')).toBe('S.0_A1.1.1SLin');
    expect(uidFromPath('fid')).toBe('fid');
  });

  it('treat the short form of linear mode without its S in the same way', () => {
    expect(names('PROJECT/SAMPLE/0_A7_1Lin/fid')).toMatchObject({
      sampleName: 'PROJECT',
      semiUniqueName: 'PROJECT.A7.0_A7_1Lin',
    });
    expect(spotFromPath('S/0_A7_1Lin/fid')).toBe('A7');
    expect(spotFromPath('S/0_A7_1Ref/fid')).toBe('A7');
    expect(spotFromPath('S/0_A7_1Batch/fid')).toBe('');
  });
});

describe('the shown name', () => {
  const shown = (path: string, spot = 'A7') =>
    shownNames(path, spectrumNames(path, 'UID', spot), spot);

  it.each([
    ['run/Île d’Yeu/0_A7/1/1SLin/fid', 'Île d’Yeu'],
    ['run/Île d’Yeu/0_A7/1/1Lin/fid', 'Île d’Yeu'],
    ['run/SAMPLE/0_L20_1SLin/fid', 'SAMPLE'],
    ['run/SAMPLE/0_A7_1Lin/fid', 'SAMPLE'],
    ['run1/KPN289/spotX/1/1SLin/fid', 'KPN289'],
    ['run1/KPN289/A7/1/1SLin/fid', 'KPN289'],
    ['run1/KPN289/0_A7/fid', 'KPN289'],
    ['0_A7/1/1SLin/fid', '0_A7'],
    ['PROJECT/dff14d6d-943a-4b2f-9903-7babb0ebaefc/0_A7/1/1SLin/fid', 'PROJECT.A7.0_A7'],
    ['fid', 'A7'],
  ])(
    'of %s is %s, even if others have the same, since the spot distinguishes them',
    (path, name) => {
      expect(shown(path)).toEqual([name]);
    },
  );

  it.each([
    ['run/ISOLATE-A/fid', ['ISOLATE-A', 'run', 'run/ISOLATE-A']],
    ['a/b/ISOLATE-A/1SLin/fid', ['ISOLATE-A', 'b', 'a', 'a/b/ISOLATE-A']],
    ['run/101/fid', ['run', 'run/101']],
    ['run/ISOLATE-A/1/1SLin/fid', ['run', 'ISOLATE-A', 'run/ISOLATE-A']],
    [
      'run/dff14d6d-943a-4b2f-9903-7babb0ebaefc/fid',
      ['run', 'run/dff14d6d-943a-4b2f-9903-7babb0ebaefc'],
    ],
    ['ISOLATE-A/fid', ['ISOLATE-A']],
    ['1SLin/fid', ['1SLin']],
  ])('of %s is one of %j', (path, expected) => {
    expect(shown(path)).toEqual(expected);
  });

  /** Returns the shown names of spectra after all of them were added in this order. */
  function apart(paths: readonly string[]): Record<string, string> {
    const book = new NamesApart<string>();
    const names = new Map<string, string>();
    for (const path of paths) {
      const candidates = shown(path);
      names.set(path, candidates[0]!);
      for (const [one, name] of book.add(path, candidates)) names.set(one, name);
    }
    return Object.fromEntries([...names].sort());
  }

  it.each([
    [
      ['run/A/fid', 'run/B/fid'],
      ['A', 'B'],
    ],
    [
      ['run/A/raw/fid', 'run/B/raw/fid', 'run/C/raw/fid'],
      ['A', 'B', 'C'],
    ],
    [
      ['run/A/raw/x/fid', 'run/B/raw/x/fid'],
      ['A', 'B'],
    ],
    [
      ['run/1/fid', 'run/2/fid'],
      ['run/1', 'run/2'],
    ],
    [
      ['run/A/1/fid', 'run/B/1/fid'],
      ['A', 'B'],
    ],
    [
      ['run/A/1/1SLin/fid', 'run/B/1/1SLin/fid'],
      ['A', 'B'],
    ],
    [
      ['K1/pos1/1/1SLin/fid', 'K2/pos2/1/1SLin/fid'],
      ['K1', 'K2'],
    ],
    [
      ['A/r1/fid', 'A/r2/fid', 'B/r1/fid', 'B/r2/fid'],
      ['A/r1', 'A/r2', 'B/r1', 'B/r2'],
    ],
    [
      ['run/A/0_A1/1/1SLin/fid', 'run/A/0_A2/1/1SLin/fid'],
      ['A', 'A'],
    ],
  ])('is the folder that distinguishes %j, in any order', (paths, expected) => {
    const wanted = Object.fromEntries(paths.map((path, i) => [path, expected[i]]));
    expect(apart(paths)).toEqual(wanted);
    expect(apart(paths.toReversed())).toEqual(wanted);
    expect(apart([...paths.slice(1), paths[0]!])).toEqual(wanted);
  });
});
