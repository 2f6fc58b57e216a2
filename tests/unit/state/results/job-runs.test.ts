import { describe, expect, it } from 'vitest';
import { JobRuns } from '../../../../src/state/results/job-runs';

const UUID = '1f0e6f8a-5d0f-4e0b-9d9a-2b8a0a2c7d11';
const OTHER = '2a0e6f8a-5d0f-4e0b-9d9a-2b8a0a2c7d22';

function spectra(...paths: string[]) {
  return paths.map((path, index) => ({ index, path }));
}

function namesOf(...paths: string[]): string[] {
  return new JobRuns().among(spectra(...paths)).map(({ name }) => name);
}

describe('the runs of a job', () => {
  it('are the folders that contain the samples’ folders', () => {
    const runs = new JobRuns();
    const found = runs.among(
      spectra(
        'Monday/KPN1/0_A1/1/1SLin/fid',
        'Tuesday/KPN1/0_A1/1/1SLin/fid',
        'Monday/KPN2/0_A2/1/1SLin/fid',
      ),
    );
    expect(found.map(({ name }) => name)).toEqual(['Monday', 'Tuesday']);
    expect([0, 1, 2].map((index) => runs.of({ spectra: [index] })?.name)).toEqual([
      'Monday',
      'Tuesday',
      'Monday',
    ]);
    expect(runs.of({ spectra: [] })).toBeNull();
    expect(runs.of({ spectra: [9] })).toBeNull();
  });

  it('are one run for two archives of a run', () => {
    expect(
      namesOf(
        `rows A.zip/${UUID}/KPN1/0_A1/1/1SLin/fid`,
        `rows B.zip/${UUID}/KPN2/0_B1/1/1SLin/fid`,
      ),
    ).toEqual(['rows A.zip']);
  });

  it('are numbered where thousands have one name', () => {
    const paths = Array.from({ length: 20_000 }, (_, i) => {
      const uuid = `${UUID.slice(0, -12)}${String(i).padStart(12, '0')}`;
      return `Monday.zip/${uuid}/KPN1/0_A1/1/1SLin/fid`;
    });
    const names = namesOf(...paths);
    expect(names.slice(0, 3)).toEqual(['Monday.zip', 'Monday.zip 2', 'Monday.zip 3']);
    expect(names.at(-1)).toBe('Monday.zip 20000');
    expect(new Set(names).size).toBe(20_000);
  });

  it('have distinct names, whatever their folders are called', () => {
    expect(namesOf(`${UUID}/KPN1/0_A1/1/1SLin/fid`, `${OTHER}/KPN1/0_A1/1/1SLin/fid`)).toEqual([
      'Run 1',
      'Run 2',
    ]);
    expect(
      namesOf(`a.zip/${UUID}/KPN1/0_A1/1/1SLin/fid`, `a.zip/${OTHER}/KPN1/0_A1/1/1SLin/fid`),
    ).toEqual(['a.zip', 'a.zip 2']);
  });

  it('are found as spectra are found, in any order', () => {
    const runs = new JobRuns();
    const [first, second] = spectra('a/KPN1/0_A1/1/1SLin/fid', 'b/KPN1/0_A1/1/1SLin/fid');
    expect(runs.among([second!]).map(({ name }) => name)).toEqual(['b']);
    expect(runs.among([first!, second!]).map(({ name }) => name)).toEqual(['b', 'a']);
    expect(runs.of({ spectra: [0] })?.name).toBe('a');
  });
});
