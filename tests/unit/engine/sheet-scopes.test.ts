import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../src/io/entry';
import { buildRun, type BuiltFile } from '../../builders/bruker-run';
import { folderOf, run, tarGzOf, zipOf } from '../../builders/headless-job';
import { tinyCounts } from '../../builders/tiny-pack';

const rows = (...pairs: string[]) => ['spectrum_id\tsample_id', ...pairs].join('\n');
const SHEETS = { one: rows('A1\ts1', 'A2\ts1'), two: rows('A1\tx', 'A2\ty', 'A9\tz') };

/** Builds a plate with spots A1 and A2, whose sheet lies in a folder with the plate's name. */
function plate(name: string, sheet: string | null, at = `${name}/sample_sheet.tsv`): BuiltFile[] {
  const spots = ['A1', 'A2'].map((spot, i) => ({
    spot,
    name: `${name} ${spot}`,
    fid: tinyCounts('alpha', i + 10 * name.charCodeAt(1)),
  }));
  const files = buildRun({ spots, info: false }).map((file) => ({
    ...file,
    path: `${name}/${file.path}`,
  }));
  const bytes = new TextEncoder().encode(sheet ?? '');
  return sheet === null ? files : [{ path: at, bytes }, ...files];
}

async function samplesOf(files: readonly InputFile[]) {
  const { samples, summary } = await run(files);
  const made = samples.map(({ name, spectra }) => `${name}: ${spectra.length}`).toSorted();
  return { made, sheet: summary?.sampleSheet };
}

const EACH_ITS_OWN = ['s1: 2', 'x: 1', 'y: 1'];

describe('sheets of several plates', () => {
  const [one, two] = [plate('P1', SHEETS.one), plate('P2', SHEETS.two)];

  it('apply to the archive that contains them', async () => {
    const { made, sheet } = await samplesOf([zipOf(one, '1st.zip'), zipOf(two, '2nd.zip')]);
    expect(made).toEqual(EACH_ITS_OWN);
    expect(sheet).toMatchObject({ rows: 5, matched: 4, unmatched: ['A9'], samples: 3 });
  });

  it('apply to their folder in one archive, whichever comes first', async () => {
    expect((await samplesOf([zipOf([...one, ...two])])).made).toEqual(EACH_ITS_OWN);
    expect((await samplesOf([zipOf([...two, ...one])])).made).toEqual(EACH_ITS_OWN);
  });

  it('apply to their folder in a streamed archive, wherever they are in it', async () => {
    expect((await samplesOf([tarGzOf([...one, ...two])])).made).toEqual(EACH_ITS_OWN);
    const last = [...one.slice(1), ...two.slice(1), one[0]!, two[0]!];
    expect((await samplesOf([tarGzOf(last)])).made).toEqual(EACH_ITS_OWN);
    const first = [one[0]!, two[0]!, ...one.slice(1), ...two.slice(1)];
    expect((await samplesOf([tarGzOf(first)])).made).toEqual(EACH_ITS_OWN);
  });

  it('apply to their folder in a dropped folder, and under any file name', async () => {
    expect((await samplesOf(folderOf([...one, ...two]))).made).toEqual(EACH_ITS_OWN);
    const renamed = plate('P1', SHEETS.one, 'P1/which is which.csv');
    expect((await samplesOf(folderOf([...renamed, ...two]))).made).toEqual(EACH_ITS_OWN);
    expect((await samplesOf([zipOf([...renamed, ...two])])).made).toEqual(EACH_ITS_OWN);
  });

  it('make two samples and not one if they use the same sample name', async () => {
    const same = plate('P2', SHEETS.one);
    const { made } = await samplesOf([zipOf(one, '1.zip'), zipOf(same, '2.zip')]);
    expect(made).toEqual(['s1: 2', 's1: 2']);
  });

  it('do not affect a plate without a sheet', async () => {
    const { made } = await samplesOf([zipOf(one, '1.zip'), zipOf(plate('P2', null), '2.zip')]);
    expect(made).toEqual(['P2 A1: 1', 'P2 A2: 1', 's1: 2']);
  });
});

describe('a sheet that is not beside the spectra', () => {
  const bare = plate('P1', null);
  const sheet = (path: string) => ({ path, bytes: new TextEncoder().encode(SHEETS.one) });

  it('applies to the closest folder above it that contains spectra', async () => {
    const beside = [sheet('study/sheets/sample_sheet.tsv'), ...under('study', bare)];
    expect((await samplesOf([zipOf(beside)])).made).toEqual(['s1: 2']);
    expect((await samplesOf([tarGzOf(beside)])).made).toEqual(['s1: 2']);
    expect((await samplesOf(folderOf(beside))).made).toEqual(['s1: 2']);
  });

  it('applies to everything in the same drop, alone or in an archive of its own', async () => {
    const alone = folderOf([sheet('samples.csv')]);
    expect((await samplesOf([...alone, zipOf(bare)])).made).toEqual(['s1: 2']);
    const packed = zipOf([sheet('sample_sheet.tsv')], 'sheet.zip');
    expect((await samplesOf([packed, zipOf(bare)])).made).toEqual(['s1: 2']);
  });

  it('applies to the archives in its folder', async () => {
    const files = [
      ...folderOf([sheet('day1/sample_sheet.tsv')]),
      zipOf(bare, 'day1/run.zip'),
      zipOf(plate('P2', null), 'day2/run.zip'),
    ];
    expect((await samplesOf(files)).made).toEqual(['P2 A1: 1', 'P2 A2: 1', 's1: 2']);
  });
});

function under(folder: string, files: readonly BuiltFile[]): BuiltFile[] {
  return files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
}
