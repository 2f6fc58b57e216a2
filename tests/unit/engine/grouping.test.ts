import { describe, expect, it } from 'vitest';
import type { Grouping } from '../../../src/core/sample-sheet/grouping-kinds';
import { runJob } from '../../../src/engine/run-job';
import { collectJob } from '../../../scripts/headless/collect-job';
import { ArchiveSession } from '../../../workers/archive/session';
import { SpectrumSession } from '../../../workers/spectrum/session';
import { SpectrumPool } from '../../../workers/spectrum/page/pool';
import { buildRun, type BuiltRun } from '../../builders/bruker-run';
import { here, run, tarGzOf, zipOf } from '../../builders/headless-job';
import { tinyCounts, tinyPack } from '../../builders/tiny-pack';

const SPOTS = ['A1', 'A2', 'A3', 'A4', 'A13'].map((spot, i) => ({
  spot,
  name: i < 3 ? 'first' : 'second',
  fid: tinyCounts('alpha', i + 1),
}));

async function grouped(grouping: Grouping, built: Partial<BuiltRun> = {}, asTar = false) {
  const files = buildRun({ spots: SPOTS, ...built });
  const input = [asTar ? tarGzOf(files.toReversed()) : zipOf(files)];
  const worker = new SpectrumSession();
  const pool = new SpectrumPool(
    () => here(worker),
    1,
    undefined,
    () => true,
  );
  const tools = { pack: await tinyPack(), guard: null, pool, archive: here(new ArchiveSession()) };
  const { signal } = new AbortController();
  const job = await collectJob(
    runJob({ files: input, sampleSheet: null, grouping }, tools, signal),
  );
  const rows = job.samples
    .map(({ name, spot, spectra }) => `${name} (${spot}): ${spectra.length}`)
    .toSorted();
  const problems = job.summary?.problems.map(({ kind }) => kind);
  return { ...job, rows, problems };
}

describe('samples without a sheet', () => {
  it('are formed by name, with the answer that a sheet gives', async () => {
    const { rows, samples, summary, problems } = await grouped({ kind: 'name' });
    expect(rows).toEqual(['first (A1, A2, A3): 3', 'second (A4, A13): 2']);
    expect(problems).toEqual([]);
    expect(summary?.grouping).toEqual({ kind: 'name', samples: 2, incomplete: [] });
    const pairs = SPOTS.map(({ spot, name }) => `${spot}\t${name}`);
    const sampleSheet = ['spectrum_id\tsample_id', ...pairs].join('\n');
    const bySheet = await run([zipOf(buildRun({ spots: SPOTS }))], { sampleSheet });
    expect(samples).toEqual(bySheet.samples);
  });

  it('are formed by name even if the names come after the spectra', async () => {
    const { rows } = await grouped({ kind: 'name' }, {}, true);
    expect(rows.map((row) => row.replace(/ \(.*\)/, ''))).toEqual(['first: 3', 'second: 2']);
  });

  it('are formed of neighbouring spots, and take the name if all have the same', async () => {
    const { rows, problems } = await grouped({ kind: 'spots', every: 3 });
    expect(rows).toEqual(['first (A1, A2, A3): 3', 'second (A13): 1', 'second (A4): 1']);
    expect(problems).toEqual(['groups-incomplete']);
  });

  it('begin at the first spot of the run, in whatever order its files come', async () => {
    const spots = ['B3', 'B4', 'B5', 'B6', 'B7', 'B8'].map((spot, i) => ({
      spot,
      name: i < 3 ? 'first' : 'second',
      fid: tinyCounts('alpha', i + 1),
    }));
    const calibrant = { spot: 'B1', name: 'BTS', fid: tinyCounts('beta', 9) };
    const both = ['first (B3, B4, B5): 3', 'second (B6, B7, B8): 3'];
    for (const of of [spots, spots.toReversed(), [calibrant, ...spots]]) {
      for (const asTar of [false, true]) {
        const { rows, problems, summary } = await grouped(
          { kind: 'spots', every: 3 },
          { spots: of },
          asTar,
        );
        expect(
          rows.map((row) =>
            row.replace(/\((.*)\)/, (_, all: string) => {
              return `(${all.split(', ').toSorted().join(', ')})`;
            }),
          ),
        ).toEqual(both);
        expect(problems).toEqual([]);
        expect(summary?.grouping).toMatchObject({ samples: 2, begins: 'B3' });
      }
    }
  });

  it('begin at the given spot', async () => {
    const { rows, problems } = await grouped({ kind: 'spots', every: 2, start: 'A2' });
    expect(rows).toEqual([
      'first (A1): 1',
      'first (A2, A3): 2',
      'second (A13): 1',
      'second (A4): 1',
    ]);
    expect(problems).toEqual(['groups-incomplete', 'groups-before-start']);
  });

  it('are regrouped when the plate turns out to have 384 spots', async () => {
    const spots = ['A11', 'B1', 'A13'].map((spot, i) => ({
      spot,
      fid: tinyCounts('alpha', i + 1),
    }));
    const { rows } = await grouped({ kind: 'spots', every: 5 }, { spots });
    expect(rows).toEqual(['A11–A15 (A11, A13): 2', 'Sample B1 (B1): 1']);
  });

  it('do not use a sheet of the run, and report this', async () => {
    const sampleSheet = 'spectrum_id\tsample_id\nA1\tx\nA2\ty\n';
    const { rows, problems, summary } = await grouped({ kind: 'name' }, { sampleSheet });
    expect(rows).toEqual(['first (A1, A2, A3): 3', 'second (A4, A13): 2']);
    expect(problems).toEqual(['sheet-not-used']);
    expect(summary?.sampleSheet).toBeNull();
  });
});
