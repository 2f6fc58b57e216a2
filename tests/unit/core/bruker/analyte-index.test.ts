import { describe, expect, it } from 'vitest';
import { AnalyteIndex } from '../../../../src/core/bruker/analyte-index';
import type { RunAnalyte } from '../../../../src/core/bruker/run-info';

function analyte(name: string, changes: Partial<RunAnalyte> = {}): RunAnalyte {
  return {
    analyteUid: '',
    name,
    spot: 'A1',
    spectrumUid: '',
    context: 'id',
    subPath: '',
    ...changes,
  };
}

/** An index of runs, each with the folder of its project. */
function indexOf(...runs: readonly (readonly [project: string, ...RunAnalyte[]])[]) {
  const index = new AnalyteIndex();
  for (const [project, ...analytes] of runs) {
    const path = project === '' ? 'runInfo.json' : `${project}/runInfo.json`;
    index.addRunInfo({ projectUid: null, title: null, analytes }, path);
  }
  return index;
}

describe('AnalyteIndex', () => {
  it('finds an analyte by the folders of its acquisition, whatever their case', () => {
    const index = indexOf(['Run', analyte('one', { subPath: 'abc/0_A1' })]);
    expect(index.find(null, 'RUN/ABC/0_a1/1/1SLin/fid')?.name).toBe('one');
    expect(index.find(null, 'Run/abc/0_B1/1/1SLin/fid')).toBeNull();
    expect(index.find(null, 'other/Run/abc/0_A1/1/1SLin/fid')).toBeNull();
  });

  it('finds the nearest folder that belongs to an analyte', () => {
    const index = indexOf([
      '',
      analyte('outer', { analyteUid: 'abc' }),
      analyte('inner', { subPath: 'abc/0_A1' }),
    ]);
    expect(index.find(null, 'abc/0_A1/1/1SLin/fid')?.name).toBe('inner');
    expect(index.find(null, 'abc/0_B1/1/1SLin/fid')?.name).toBe('outer');
  });

  it('tells projects apart that have an analyte of one name, and takes the first of one folder', () => {
    const index = indexOf(
      ['a', analyte('first', { subPath: 'b/c' })],
      ['a/b', analyte('second', { subPath: 'c' }), analyte('third', { subPath: 'd' })],
      ['e', analyte('fourth', { subPath: 'd' })],
    );
    expect(index.find(null, 'a/b/c/fid')?.name).toBe('first');
    expect(index.find(null, 'a/b/d/fid')?.name).toBe('third');
    expect(index.find(null, 'e/d/fid')?.name).toBe('fourth');
  });

  it('tells measurements apart that the run lists for one analyte', () => {
    const index = indexOf([
      'run',
      analyte('first', { analyteUid: 'abc', subPath: 'abc/0_A1/1' }),
      analyte('second', { analyteUid: 'abc', subPath: 'ABC/0_A2/1' }),
    ]);
    expect(index.find(null, 'run/abc/0_A1/1/1SLin/fid')?.name).toBe('first');
    expect(index.find(null, 'run/abc/0_A2/1/1SLin/fid')?.name).toBe('second');
    expect(index.find(null, 'run/abc/0_A3/1/1SLin/fid')?.name).toBe('first');
  });

  it('finds it by the uid of the spectrum first', () => {
    const index = indexOf([
      'run',
      analyte('by uid', { spectrumUid: 'ABC-1' }),
      analyte('by folder', { subPath: 'x' }),
    ]);
    expect(index.find('abc-1', 'run/x/fid')?.name).toBe('by uid');
    expect(index.find('abc-2', 'run/x/fid')?.name).toBe('by folder');
  });

  it('takes the run’s word before that of the analyte’s own file, whichever came first', () => {
    const listed = analyte('listed', { analyteUid: 'abc', spectrumUid: 'one' });
    const own = analyte('own', { analyteUid: 'abc', spectrumUid: 'one' });
    const info = { projectUid: null, title: null, analytes: [own] };
    const run = { projectUid: null, title: null, analytes: [listed] };
    for (const isFirst of [true, false]) {
      const index = new AnalyteIndex();
      if (isFirst) index.addRunInfo(run, 'run/runInfo.json');
      index.addAnalyteInfo(info, 'run/abc/info');
      if (!isFirst) index.addRunInfo(run, 'run/runInfo.json');
      expect(index.find('one', 'elsewhere/fid')?.name).toBe('listed');
      expect(index.find(null, 'run/abc/0_A1/fid')?.name).toBe('listed');
    }
  });

  it('takes the analyte’s own file where the run knows its folder or its spectrum alone, or neither', () => {
    const index = indexOf(['run', analyte('listed', { analyteUid: 'abc', spectrumUid: 'one' })]);
    const add = (name: string, spectrumUid: string, path: string) =>
      index.addAnalyteInfo(
        { projectUid: null, title: null, analytes: [analyte(name, { spectrumUid })] },
        path,
      );
    add('its folder', 'two', 'run/abc/info');
    add('its spectrum', 'one', 'run/def/info');
    add('neither', 'three', 'run/ghi/info');
    expect(index.find('two', 'elsewhere/fid')?.name).toBe('its folder');
    expect(index.find(null, 'run/def/0_A1/fid')?.name).toBe('its spectrum');
    expect(index.find(null, 'run/ghi/0_A1/fid')?.name).toBe('neither');
  });
});
