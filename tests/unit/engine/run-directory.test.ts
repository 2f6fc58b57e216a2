import { describe, expect, it } from 'vitest';
import type { BiotyperRun } from '../../../src/core/bruker/run-info';
import { runToEnd } from '../../../src/core/interruptible';
import { RunDirectory } from '../../../src/engine/run-directory';

const PROJECT = '28a587da-0d8c-4232-bc0e-4690f8bc362c';

function run(...names: string[]): BiotyperRun {
  return {
    projectUid: PROJECT,
    title: 'Plate 7',
    analytes: names.map((name, i) => ({
      analyteUid: name,
      name,
      spot: `A${i + 1}`,
      spectrumUid: `uid-${name}`,
      context: 'id',
      subPath: '',
    })),
  };
}

function summary(...sources: { run: BiotyperRun; measured: readonly string[] }[]) {
  const directory = new RunDirectory(sources.length > 1);
  const spectra = sources.flatMap(({ run: told, measured }, source) => {
    directory.addRun('run-info', source, `${told.projectUid}/runInfo.json`, told);
    return measured.map((name) => ({ source, path: `${name}/fid`, row: { uid: `uid-${name}` } }));
  });
  return runToEnd(directory.summarise(spectra));
}

describe('the missing spectra of a drop', () => {
  it('are, for two archives of one run, only those that neither has', () => {
    const whole = run('one', 'two', 'three');
    expect(
      summary({ run: whole, measured: ['one'] }, { run: whole, measured: ['three'] }),
    ).toMatchObject({ listed: 3, missing: [{ name: 'two', spot: 'A2' }] });
  });

  it('are, for two runs, those of each, by spot', () => {
    const other = { ...run('four', 'five'), projectUid: 'another' };
    expect(
      summary({ run: run('one', 'two'), measured: ['one'] }, { run: other, measured: ['five'] }),
    ).toMatchObject({
      listed: 4,
      missing: [
        { name: 'four', spot: 'A1' },
        { name: 'two', spot: 'A2' },
      ],
    });
  });
});
