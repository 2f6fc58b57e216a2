import { describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../src/core/job/types';
import { SpectrumSession } from '../../../workers/spectrum/session';
import { buildRun, builtUid, type BuiltSpot } from '../../builders/bruker-run';
import { folderOf, run, SlowArchive, tarGzOf, zipOf } from '../../builders/headless-job';
import { tinyCounts } from '../../builders/tiny-pack';
import { spoken } from '../../builders/spoken';

/** Makes a spot whose spectrum the tiny model names, and which differs from all others. */
function spot(name: string, taxon: 'alpha' | 'beta' = 'alpha'): BuiltSpot {
  return { spot: name, fid: tinyCounts(taxon, name.charCodeAt(0) * 100 + Number(name.slice(1))) };
}

const EMPTY = new Int32Array(21_424);
const calls = (samples: readonly SampleRow[]) =>
  Object.fromEntries(samples.map(({ name, call }) => [name, call.label]));

describe('runJob', () => {
  const plate = buildRun({
    title: 'Monday',
    spots: [spot('A1'), spot('A2', 'beta'), spot('A3'), { spot: 'A4', isMissing: true }],
  });

  it.each([
    ['a zip', () => [zipOf(plate)]],
    ['a .tar.gz', () => [tarGzOf(plate)]],
    ['a folder', () => folderOf(plate)],
  ])('names each spectrum of %s', async (_, input) => {
    const job = await run(input());
    expect(calls(job.samples)).toEqual({
      'Sample A1': 'Genus alpha',
      'Sample A2': 'Genus beta',
      'Sample A3': 'Genus alpha',
    });
    expect(job.spectra.map(({ uid, spot: at, status }) => [uid, at, status])).toEqual([
      [builtUid('spectrum', 'A1'), 'A1', 'ok'],
      [builtUid('spectrum', 'A2'), 'A2', 'ok'],
      [builtUid('spectrum', 'A3'), 'A3', 'ok'],
    ]);
    expect(job.summary).toMatchObject({ spectra: 3, ok: 3, failed: 0, skipped: 0, samples: 3 });
  });

  it('reports the run: its title, and the analytes without a spectrum', async () => {
    const { events, summary } = await run([zipOf(plate)]);
    const told = events.filter((event) => event.kind === 'run');
    expect(told[0]?.run).toMatchObject({ title: 'Monday', missing: [] });
    expect(summary?.run).toMatchObject({ listed: 4, missing: [{ name: 'Sample A4', spot: 'A4' }] });
  });

  it('reports how many spectra were found and done, and ends with `done`', async () => {
    const { events } = await run([zipOf(plate)]);
    expect(events.filter((event) => event.kind === 'found').at(-1)).toEqual({
      kind: 'found',
      spectra: 3,
      complete: true,
    });
    const rows = events.filter((event) => event.kind === 'rows');
    expect(rows.at(-1)?.done).toBe(3);
    expect(events.at(-1)).toMatchObject({ kind: 'done', cancelled: false });
  });

  it('keeps the order of discovery, whichever worker is faster', async () => {
    const spots = ['A', 'B', 'C'].flatMap((row) => [1, 2, 3, 4].map((n) => spot(`${row}${n}`)));
    const files = [zipOf(buildRun({ spots }))];
    const slow = new SpectrumSession();
    const process = slow.process.bind(slow);
    let others = 0;
    // The first batch is answered after the other worker's batch.
    slow.process = async (...batch) => {
      const outcomes = await process(...batch);
      while (others === 0) await new Promise((resolve) => setImmediate(resolve));
      return outcomes;
    };
    const fast = new SpectrumSession();
    const fastProcess = fast.process.bind(fast);
    fast.process = async (...batch) => {
      const outcomes = await fastProcess(...batch);
      others += 1;
      return outcomes;
    };
    const { samples, events } = await run(files, { workers: [slow, fast] });
    expect(samples.map((sample) => [sample.index, sample.spot])).toEqual(
      spots.map((built, i) => [i, built.spot]),
    );
    // The batch that had to wait has a task of its own, in which a page can draw.
    const rows = events.filter((event) => event.kind === 'rows');
    expect(rows.map(({ spectra }) => spectra.length)).toEqual([4, 4, 4]);
  });
});

describe('runJob, with spectra that are not usable', () => {
  it('makes a row with a reason for each, and classifies the others', async () => {
    const files = buildRun({
      spots: [
        spot('A1'),
        { ...spot('A2'), fid: new Uint8Array(101) },
        { ...spot('A3'), acqu: { ML1: null } },
        { ...spot('A4'), parameterFiles: [] },
        spot('A5', 'beta'),
      ],
    });
    const { spectra, samples, summary } = await run([zipOf(files)]);
    expect(spectra.map(({ status, reason }) => [status, reason?.kind])).toEqual([
      ['ok', undefined],
      ['failed', 'fid-length'],
      ['failed', 'acqu-missing-field'],
      ['ok', undefined],
      ['failed', 'acqu-absent'],
    ]);
    expect(summary).toMatchObject({ ok: 2, failed: 3, samples: 5 });
    const byName = new Map(samples.map((sample) => [sample.name, sample]));
    expect(byName.get('Sample A1')?.call.label).toBe('Genus alpha');
    expect(byName.get('Sample A5')?.call.label).toBe('Genus beta');
    expect(byName.get('Sample A2')?.failure?.kind).toBe('fid-length');
    expect(byName.get('Sample A2')?.call).toMatchObject({ kind: 'none', taxon: null });
  });

  it('calls an acquisition without signal "No spectrum", and does not treat two of them as copies', async () => {
    const files = buildRun({
      spots: [spot('A1'), { spot: 'A2', fid: EMPTY }, { spot: 'A3', fid: EMPTY }],
    });
    const { samples, spectra } = await run([zipOf(files)]);
    expect(calls(samples)).toEqual({
      'Sample A1': 'Genus alpha',
      'Sample A2': 'No spectrum',
      'Sample A3': 'No spectrum',
    });
    expect(samples[1]).toMatchObject({
      failure: null,
      call: { kind: 'none', rule: 'no-spectrum' },
    });
    expect(samples[1]?.probabilities).toEqual([]);
    expect(spectra.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, null]);
  });

  it('keeps a classifier’s answer to a spectrum without signal, for the export that prints it', async () => {
    const files = buildRun({ spots: [spot('A1'), { spot: 'A2', fid: EMPTY }] });
    expect((await run([zipOf(files)])).summary?.emptyAnswer).toEqual([0.5, 0.5]);
    const none = buildRun({ spots: [spot('A1'), { spot: 'A2', fid: new Uint8Array(101) }] });
    expect((await run([zipOf(none)])).summary?.emptyAnswer).toBeNull();
  });

  it('counts a copy once', async () => {
    const files = buildRun({ spots: [spot('A1'), { ...spot('A1'), spot: 'A2' }, spot('A3')] });
    const { samples, spectra } = await run([zipOf(files)]);
    expect(samples.map(({ name }) => name)).toEqual(['Sample A1', 'Sample A3']);
    expect(spectra[1]).toMatchObject({ status: 'skipped', duplicateOf: 0 });
    expect(spectra[1]?.reason?.kind).toBe('duplicate-spectrum');
  });

  it('does not treat the same counts under another calibration as a copy', async () => {
    const other = { ...spot('A1'), spot: 'A2', acqu: { ML2: 417.2 } };
    const { samples } = await run([zipOf(buildRun({ spots: [spot('A1'), other] }))]);
    expect(samples).toHaveLength(2);
    // The first one with the other calibration counts as well.
    const files = buildRun({ spots: [spot('A1'), other, { ...other, spot: 'A3' }] });
    const { spectra } = await run([zipOf(files)]);
    expect(spectra.map(({ duplicateOf }) => duplicateOf)).toEqual([null, null, 1]);
  });

  it('leaves calibration spots out, and reports this', async () => {
    const files = buildRun({
      spots: [{ ...spot('A1'), name: 'BTS' }, { ...spot('A2'), context: 'cal' }, spot('A3')],
    });
    const { samples, spectra, summary } = await run([zipOf(files)]);
    expect(samples.map(({ name }) => name)).toEqual(['Sample A3']);
    expect(summary).toMatchObject({ skipped: 2, ok: 1 });
    expect(
      spectra.filter(({ status }) => status === 'skipped').map(({ reason }) => reason?.kind),
    ).toEqual(['calibration-spot', 'calibration-spot']);
  });

  it('looks for the known masses on calibration spots, and lets no model see them', async () => {
    const files = buildRun({
      spots: [{ ...spot('A1'), name: 'BTS' }, { ...spot('A2'), context: 'cal' }, spot('A3')],
    });
    const lacking = files.map((file) =>
      file.path.includes('0_A2/') && file.path.endsWith('/acqu')
        ? { ...file, bytes: new TextEncoder().encode('nonsense') }
        : file,
    );
    const { samples, spectra, summary } = await run([zipOf(lacking)]);
    expect(spectra[0]).toMatchObject({ status: 'skipped', call: null, measures: null });
    expect(spectra[0]?.calibrant).toMatchObject({ found: expect.any(Number) as number, of: 8 });
    // One that cannot be read is no fault of the samples.
    expect(spectra[1]).toMatchObject({ status: 'skipped', calibrant: null, warnings: [] });
    expect(spectra[2]).not.toHaveProperty('calibrant');
    expect(summary).toMatchObject({ skipped: 2, ok: 1, failed: 0 });
    expect(samples).toHaveLength(1);
    expect(summary?.problems).toEqual([]);
  });

  it('leaves a calibration spot out that a thread is lost over', async () => {
    const files = buildRun({ spots: [{ ...spot('A1'), name: 'BTS' }, spot('A2')] });
    const broken = () => {
      const session = new SpectrumSession();
      const process = session.process.bind(session);
      session.process = (batch, options) =>
        batch.some(({ calibrant }) => calibrant)
          ? Promise.reject(new Error('out of memory'))
          : process(batch, options);
      return session;
    };
    const { spectra, summary } = await run([zipOf(files)], {
      workers: [broken(), broken()],
      spare: broken,
    });
    expect(spectra[0]).toMatchObject({ status: 'skipped', call: null });
    expect(spectra[0]).not.toHaveProperty('calibrant');
    expect(summary).toMatchObject({ skipped: 1, ok: 1, failed: 0 });
  });

  it('makes a row for a folder without a fid', async () => {
    const files = buildRun({ spots: [spot('A1'), spot('A2')] });
    const without = files.filter(({ path }) => !path.endsWith('0_A2/1/1SLin/fid'));
    const { spectra } = await run([zipOf(without)]);
    expect(spectra.map(({ reason }) => reason?.kind)).toEqual([undefined, 'fid-absent']);
    expect(spectra[1]?.uid).toBe(builtUid('spectrum', 'A2'));
  });

  it('loses no answer for other spectra when a worker dies', async () => {
    const spots = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => spot(`A${n}`));
    const broken = new SpectrumSession();
    broken.process = () => Promise.reject(new Error('out of memory'));
    const { spectra, summary } = await run([zipOf(buildRun({ spots }))], {
      workers: [broken, new SpectrumSession()],
    });
    // The batch that the worker was lost over was tried once more, and succeeded.
    expect(summary).toMatchObject({ spectra: 8, ok: 8, failed: 0 });
    expect(spectra.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('runJob, with run information that comes after the spectra', () => {
  const files = buildRun({
    spots: [spot('A1'), { ...spot('A2'), context: 'cal' }, spot('A3', 'beta')],
    info: false,
  });
  const late = [...files.slice(1), ...files.slice(0, 1)];

  it('then names the samples, under the same index, and withdraws calibration spots', async () => {
    const archive = new SlowArchive(({ kind }) => kind === 'run-info');
    const job = await run([tarGzOf(late)], { archive, hear: archive.hear });
    const told = job.events.flatMap((event) => (event.kind === 'rows' ? event.samples : []));
    const first = told.filter(({ index }) => index === 0).map(({ name }) => name);
    expect(first).toHaveLength(2);
    expect(first[0]).not.toBe(first[1]);
    expect(first[1]).toBe('Sample A1');
    const withdrawn = job.events.flatMap((event) => (event.kind === 'rows' ? event.withdrawn : []));
    expect(withdrawn).toEqual([1]);
    expect(calls(job.samples)).toEqual({ 'Sample A1': 'Genus alpha', 'Sample A3': 'Genus beta' });
    expect(job.spectra[1]).toMatchObject({ status: 'skipped', name: 'Sample A2' });
  });
});

describe('runJob, with nothing to read', () => {
  it.each([
    ['no file of use', [{ path: 'notes/readme.txt', blob: new Blob(['hello']) }], 'nothing-found'],
    [
      'another archive',
      [
        {
          path: 'run.7z',
          blob: new Blob([new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])]),
        },
      ],
      'archive-7z',
    ],
    [
      'a truncated zip',
      [{ path: 'run.zip', blob: new Blob(['PK\u0003\u0004cut']) }],
      'zip-truncated',
    ],
  ])('fails and says what was there instead: %s', async (_, files, kind) => {
    const { failure, summary, events } = await run(files);
    expect(failure?.kind).toBe(kind);
    expect(spoken(failure?.cure)).not.toBe('');
    expect(summary).toBeNull();
    expect(events.at(-1)?.kind).toBe('failed');
  });

  it('names what was found', async () => {
    const { failure } = await run([{ path: 'notes/readme.txt', blob: new Blob(['hello']) }]);
    expect(spoken(failure?.message)).toContain('notes/readme.txt');
  });

  it('fails when the model is refused, with the reason', async () => {
    const refusing = new SpectrumSession();
    refusing.loadModel = () =>
      Promise.resolve({ ok: false, error: { kind: 'model-self-test', message: 'No.', cure: '' } });
    const { failure } = await run([zipOf(buildRun({ spots: [spot('A1')] }))], {
      workers: [refusing],
    });
    expect(failure?.kind).toBe('model-self-test');
  });
});

describe('runJob, cancelled', () => {
  const spots = Array.from({ length: 40 }, (_, i) => spot(`A${i + 1}`));

  it('keeps what was done, and starts nothing new', async () => {
    const stop = new AbortController();
    const worker = new SpectrumSession();
    const process = worker.process.bind(worker);
    let begun = 0;
    worker.process = (...batch) => {
      begun += 1;
      return process(...batch);
    };
    const { events, samples } = await run([zipOf(buildRun({ spots }))], {
      workers: [worker],
      signal: stop.signal,
      hear: (event) => {
        if (event.kind === 'rows') stop.abort();
      },
    });
    const last = events.at(-1);
    expect(last).toMatchObject({ kind: 'done', cancelled: true });
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.length).toBeLessThan(spots.length);
    expect(last?.kind === 'done' && last.summary.samples).toBe(samples.length);
    expect(begun).toBeLessThan(4);
  });

  it('does not wait for busy workers', async () => {
    const stop = new AbortController();
    const stuck = new SpectrumSession();
    stuck.process = () => {
      stop.abort();
      return new Promise(() => undefined);
    };
    const { events } = await run([zipOf(buildRun({ spots }))], {
      workers: [stuck],
      signal: stop.signal,
    });
    // Spectra that it did not reach are not missing.
    expect(events.at(-1)).toMatchObject({
      kind: 'done',
      cancelled: true,
      summary: { run: { listed: 40, missing: [] } },
    });
  });

  it('does nothing when it is cancelled before it begins', async () => {
    const { events } = await run([zipOf(buildRun({ spots }))], { signal: AbortSignal.abort() });
    expect(events.map(({ kind }) => kind)).toEqual(['done']);
  });
});

describe('runJob, several inputs', () => {
  it('distinguishes equal paths in two archives', async () => {
    const one = buildRun({ spots: [spot('A1')], project: 'P' });
    const two = buildRun({ spots: [{ ...spot('A1', 'beta'), name: 'Other' }], project: 'P' });
    const { samples, spectra } = await run([zipOf(one, 'one.zip'), tarGzOf(two, 'two.tar.gz')]);
    expect(calls(samples)).toEqual({ 'Sample A1': 'Genus alpha', Other: 'Genus beta' });
    const [first, second] = spectra.map(({ path }) => path);
    expect(first).toBe(`one.zip/${one.at(-2)?.path}`);
    expect(second).toBe(`two.tar.gz/${two.at(-2)?.path}`);
  });
});
