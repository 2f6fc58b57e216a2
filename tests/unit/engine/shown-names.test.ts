import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../src/io/entry';
import { buildAcqu, type BuiltFile, buildFid } from '../../builders/bruker-run';
import { folderOf, run, tarGzOf, zipOf } from '../../builders/headless-job';
import { tinyCounts } from '../../builders/tiny-pack';

/** Builds spectra without any run information, in the given folders. */
function spectraIn(folders: readonly string[]): BuiltFile[] {
  return folders.flatMap((folder, i) => {
    const acqu = buildAcqu({ ID_raw: `uid-${i}`, PATCHNO: `A${i + 1}`, SPOTNO: `A${i + 1}` });
    return [
      { path: `${folder}/acqu`, bytes: new TextEncoder().encode(acqu) },
      { path: `${folder}/fid`, bytes: buildFid(tinyCounts('alpha', i)) },
    ];
  });
}

describe('spectra without run information', () => {
  const inputs: [string, (files: readonly BuiltFile[]) => InputFile[]][] = [
    ['a zip', (files) => [zipOf(files)]],
    ['a .tar.gz', (files) => [tarGzOf(files)]],
    ['a folder', folderOf],
  ];

  it.each(inputs)('in %s are named by the folder that distinguishes them', async (_, input) => {
    const files = spectraIn(['run/A/raw', 'run/B/raw', 'run/C', 'run/D/0_A4/1/1SLin']);
    const { samples, spectra } = await run(input(files));
    expect(spectra.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
    expect(samples.map(({ name, spot }) => [name, spot])).toEqual([
      ['A', 'A1'],
      ['B', 'A2'],
      ['C', 'A3'],
      ['D', 'A4'],
    ]);
  });

  it('have the laboratory’s own name if run information comes late', async () => {
    const run2 = { ProjectUid: 'p', Analytes: [{ AnalyteId: 'KPN 1', SpectrumUid: 'uid-0' }] };
    const files = [
      ...spectraIn(['run/A/raw', 'run/B/raw']),
      { path: 'run/runInfo.json', bytes: new TextEncoder().encode(JSON.stringify(run2)) },
    ];
    const { samples } = await run([tarGzOf(files)]);
    expect(samples.map(({ name }) => name)).toEqual(['KPN 1', 'B']);
  });
});
