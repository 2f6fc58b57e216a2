import { describe, expect, it } from 'vitest';
import { ArchiveSession } from '../../../../workers/archive/session';
import type { ArchiveStep } from '../../../../workers/archive/api';
import type { InputFile } from '../../../../src/io/entry';
import { buildRun, type BuiltSpot } from '../../../builders/bruker-run';
import { folderOf, tarGzOf, zipOf } from '../../../builders/headless-job';

const SPOTS: BuiltSpot[] = [{ spot: 'A1' }, { spot: 'A2' }];

async function list(files: readonly InputFile[], sheet: InputFile | null = null) {
  const session = new ArchiveSession();
  await session.open(files, sheet);
  const steps: ArchiveStep[] = [];
  for (;;) {
    const next = await session.next(2);
    if (next.length === 0) return steps;
    steps.push(...next);
  }
}

const kinds = (steps: readonly ArchiveStep[]) => steps.map(({ kind }) => kind);

describe('ArchiveSession', () => {
  it('yields what names the spectra before the spectra, wherever it is in a zip', async () => {
    const files = buildRun({ spots: SPOTS, sampleSheet: 'spectrum_id\tsample_id\n' });
    const steps = await list([zipOf(files.toReversed())]);
    expect(kinds(steps)).toEqual([
      'archive',
      'run-info',
      'sample-sheet',
      'acquisition',
      'acquisition',
      'others',
    ]);
  });

  it('reads an `info` only if no runInfo.json names the spectrum', async () => {
    const steps = await list(folderOf(buildRun({ spots: SPOTS, runInfo: 'absent' })));
    expect(kinds(steps).filter((kind) => kind === 'analyte-info')).toHaveLength(2);
    const named = await list(folderOf(buildRun({ spots: SPOTS })));
    expect(kinds(named)).not.toContain('analyte-info');
  });

  it('yields the entries of a .tar.gz as they come, with their bytes', async () => {
    const files = buildRun({ spots: SPOTS, info: false });
    const steps = await list([tarGzOf(files.toReversed())]);
    expect(kinds(steps)).toEqual(['archive', 'acquisition', 'acquisition', 'run-info', 'others']);
    const [, first] = steps;
    expect(first).toMatchObject({ kind: 'acquisition', fid: { kind: 'bytes' } });
  });

  it('yields a chosen sheet first, and reads none in the archive', async () => {
    const files = buildRun({ spots: SPOTS, sampleSheet: 'spectrum_id\tsample_id\na\tb\n' });
    const chosen = { path: 'mine.csv', blob: new Blob(['spectrum_id,sample_id\nc,d\n']) };
    const sheets = (await list([zipOf(files)], chosen)).filter(
      ({ kind }) => kind === 'sample-sheet',
    );
    expect(sheets).toEqual([
      {
        kind: 'sample-sheet',
        sheet: { path: 'mine.csv', rows: [{ spectrumId: 'c', sampleId: 'd' }], warnings: [] },
      },
    ]);
  });

  it('reports a broken runInfo.json as a problem of that file, and continues', async () => {
    const files = buildRun({ spots: SPOTS, info: false }).map((file) =>
      file.path.endsWith('runInfo.json') ? { ...file, bytes: new Uint8Array([0x7b]) } : file,
    );
    const steps = await list([zipOf(files)]);
    const faults = steps.filter((step) => step.kind === 'problem');
    expect(faults.map(({ of, problem }) => [of, problem.kind])).toEqual([
      ['file', 'run-info-unreadable'],
    ]);
    expect(kinds(steps).filter((kind) => kind === 'acquisition')).toHaveLength(2);
  });

  it('counts unusable files, and names some of them', async () => {
    const [other] = (await list([{ path: 'a/b.txt', blob: new Blob(['x']) }])).slice(-1);
    expect(other).toEqual({ kind: 'others', files: 1, paths: ['a/b.txt'] });
  });

  it('ends a listing when another one begins, and when it is closed', async () => {
    const session = new ArchiveSession();
    await session.open([zipOf(buildRun({ spots: SPOTS }))], null);
    await session.next(1);
    await session.open([zipOf(buildRun({ spots: SPOTS.slice(0, 1) }))], null);
    expect(kinds(await session.next(99)).filter((kind) => kind === 'acquisition')).toHaveLength(1);
    await session.open([zipOf(buildRun({ spots: SPOTS }))], null);
    await session.close();
    expect(await session.next(99)).toEqual([]);
  });
});
