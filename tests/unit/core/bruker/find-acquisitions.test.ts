import { describe, expect, it } from 'vitest';
import { entryRole } from '../../../../src/core/bruker/entry-role';
import { AcquisitionFinder } from '../../../../src/core/bruker/find-acquisitions';

/**
 * Finds the acquisitions in these paths. Each path's entry is the path itself, so that a test sees the pairs.
 */
function find(paths: readonly string[]) {
  const finder = new AcquisitionFinder<string>();
  const found = paths.flatMap((path) => finder.add(path, path) ?? []);
  return { early: found, late: finder.finish() };
}

const FOLDER = 'S/0_A1/1/1SLin';

describe('the role of a file in a run', () => {
  it.each([
    ['S/0_A1/1/1SLin/fid', 'fid'],
    ['S/0_L20_1SLin/fid', 'fid'],
    ['fid', 'fid'],
    ['S/0_A1/1/1SLin/acqu', 'acqu'],
    ['S/0_A1/1/1SLin/acqus', 'acqus'],
    ['P/runInfo.json', 'run-info'],
    ['P/A/info', 'analyte-info'],
    ['sample_sheet.tsv', 'sample-sheet'],
    ['Run/sample_sheet.csv', 'sample-sheet'],
    ['Run/deep/sample_sheet.tsv', 'other'],
    ['S/0_A1/1/1SLin/pdata/1/1r', 'ignored'],
    ['S/0_A1/1/1SLin/pdata/1/fid', 'ignored'],
    ['__MACOSX/S/0_A1/1/1SLin/fid', 'ignored'],
    ['S/0_A1/1/1SLin/._fid', 'ignored'],
    ['S/.DS_Store', 'ignored'],
    ['S/Thumbs.db', 'ignored'],
    ['S/0_A1/', 'ignored'],
    ['S/0_A1/1/1SLin/sptype', 'other'],
    ['statusInfo.json', 'other'],
    ['fid.txt', 'other'],
  ])('%s is %s', (path, role) => {
    expect(entryRole(path)).toBe(role);
  });
});

describe('finding acquisitions', () => {
  const pair = { kind: 'acquisition', path: `${FOLDER}/fid`, fid: `${FOLDER}/fid` };

  it.each([
    ['fid last, as Biotyper zips are', ['acqu', 'acqus', 'pdata/1/1r', 'fid']],
    ['fid first, as tar files are', ['fid', 'acqus', 'acqu']],
    ['acqus first', ['acqus', 'fid', 'acqu']],
  ])('reports a fid as soon as its acqu is known: %s', (_, names) => {
    const { early, late } = find(names.map((name) => `${FOLDER}/${name}`));
    expect(early).toEqual([{ ...pair, acqu: `${FOLDER}/acqu` }]);
    expect(late).toEqual([]);
  });

  it('uses acqus if there is no acqu, which is known only at the end of the input', () => {
    const { early, late } = find([`${FOLDER}/fid`, `${FOLDER}/acqus`]);
    expect(early).toEqual([]);
    expect(late).toEqual([{ ...pair, acqu: `${FOLDER}/acqus` }]);
  });

  it('reports a fid with neither, so that it becomes a row with a reason', () => {
    expect(find([`${FOLDER}/fid`]).late).toEqual([{ ...pair, acqu: null }]);
  });

  it('does not pair files of different folders', () => {
    const { early, late } = find(['S/0_A1/1/1SLin/fid', 'S/0_A2/1/1SLin/acqu']);
    expect(early).toEqual([]);
    expect(late).toMatchObject([
      { kind: 'acquisition', path: 'S/0_A1/1/1SLin/fid', acqu: null },
      { kind: 'fid-absent', path: 'S/0_A2/1/1SLin/fid' },
    ]);
  });

  it('reports a folder that has an acqu but no fid', () => {
    expect(find([`${FOLDER}/acqu`]).late).toEqual([
      {
        kind: 'fid-absent',
        path: `${FOLDER}/fid`,
        problem: {
          kind: 'fid-absent',
          message: 'This folder has an acqu but no fid: the intensities are missing.',
          cure:
            'Copy the whole folder of the spectrum from the instrument again, with its fid: what ' +
            'flexAnalysis made of it (1r in pdata) does not replace it.',
          path: `${FOLDER}/fid`,
        },
      },
    ]);
  });

  it('recognises the short form, and a fid without any folder', () => {
    const { early } = find(['S/0_L20_1SLin/fid', 'S/0_L20_1SLin/acqu', 'acqu', 'fid']);
    expect(early.map(({ path }) => path)).toEqual(['S/0_L20_1SLin/fid', 'fid']);
  });

  it('leaves AppleDouble files and __MACOSX out of the pairs', () => {
    const { early, late } = find([
      `__MACOSX/${FOLDER}/._fid`,
      `${FOLDER}/._acqu`,
      `${FOLDER}/fid`,
      `${FOLDER}/acqu`,
    ]);
    expect(early).toHaveLength(1);
    expect(late).toEqual([]);
  });

  it('counts a path that occurs twice once', () => {
    const paths = [`${FOLDER}/fid`, `${FOLDER}/acqu`, `${FOLDER}/fid`, `${FOLDER}/acqus`];
    expect(find(paths)).toMatchObject({ early: [{ path: `${FOLDER}/fid` }], late: [] });
  });

  it('yields run information at once, wherever it occurs', () => {
    const { early } = find(['P/A/info', 'P/A/0_A1/1/1SLin/fid', 'P/runInfo.json']);
    expect(early).toEqual([
      { kind: 'analyte-info', path: 'P/A/info', entry: 'P/A/info' },
      { kind: 'run-info', path: 'P/runInfo.json', entry: 'P/runInfo.json' },
    ]);
  });

  it('uses the sample sheet nearest to the root, and .tsv before .csv', () => {
    const sheet = (...paths: string[]) => find(paths).late.map(({ path }) => path);
    expect(sheet('R/sample_sheet.tsv', 'sample_sheet.csv')).toEqual(['sample_sheet.csv']);
    expect(sheet('sample_sheet.csv', 'sample_sheet.tsv')).toEqual(['sample_sheet.tsv']);
    expect(sheet('sample_sheet.tsv', 'sample_sheet.csv')).toEqual(['sample_sheet.tsv']);
    expect(sheet('R/deep/sample_sheet.tsv')).toEqual([]);
  });

  it('uses the sample sheets of sibling folders', () => {
    const { late } = find(['P1/sample_sheet.tsv', 'P2/sample_sheet.csv', 'P2/sample_sheet.tsv']);
    expect(late.map(({ path }) => path)).toEqual(['P1/sample_sheet.tsv', 'P2/sample_sheet.tsv']);
  });

  it('does not change names', () => {
    const folder = "Île d'Yeu/α #1/0_A1/1/1SLin";
    const { early } = find([`${folder}/fid`, `${folder}/acqu`]);
    expect(early[0]?.path).toBe(`${folder}/fid`);
  });
});
