import { beforeEach, describe, expect, it } from 'vitest';
import type { InputFile } from '../../../../src/io/entry';
import { ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import type { SpectrumView } from '../../../../src/core/spectrum/spectrum-view';
import { SpectrumReader } from '../../../../workers/reader/client';
import { keptLimit, whyNotKept } from '../../../../src/state/jobs/kept-words';
import { keptBytes, KeptFiles } from '../../../../src/state/jobs/kept-files';
import {
  isCuredByChoosing,
  SpectrumLibrary,
} from '../../../../src/state/spectrum/spectrum-library';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob, deleteJobs, readJob, removeDeletedJobs } from '../../../../src/storage/jobs';
import { MAX_KEPT_BYTES } from '../../../../src/storage/records';
import {
  readRunInput,
  type RunInput,
  removeStrayFiles,
  saveRunFiles,
} from '../../../../src/storage/run-files';
import type { ReaderWorkerApi, WantedSpectrum } from '../../../../workers/reader/api';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, spectrumRow, tokens } from '../../storage/records';
import { inEnglish } from '../../../../src/words/in-words';

const [job, otherJob] = tokens;

let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
});

function file(path: string, content: string): InputFile {
  return { path, blob: new Blob([content]) };
}

async function texts(files: readonly InputFile[] | null): Promise<Record<string, string> | null> {
  if (files === null) return null;
  const entries = files.map(async ({ path, blob }) => [path, await blob.text()] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function input(files: readonly InputFile[]): RunInput {
  return { files, sampleSheet: null };
}

/** Makes a Blob that claims to have this size. */
function huge(size: number): Blob {
  return Object.defineProperty(new Blob(['x']), 'size', { value: size });
}

describe('kept files', () => {
  it('are read as they were stored, each one separately', async () => {
    const files = [file('RUN/a/fid', 'one'), file('RUN/b/fid', ''), file('RUN/c/fid', 'three')];
    expect(await saveRunFiles(db, job, input(files))).toEqual({ kind: 'kept', bytes: 8 });
    expect(await texts(value(await readRunInput(db, job))?.files ?? null)).toEqual({
      'RUN/a/fid': 'one',
      'RUN/b/fid': '',
      'RUN/c/fid': 'three',
    });
    expect(value(await readRunInput(db, otherJob))).toBeNull();
  });

  it('are read with the sample sheet that was chosen beside them', async () => {
    const sampleSheet = file('sheet.tsv', 'a\tb');
    await saveRunFiles(db, job, { files: [file('run.zip', 'PK')], sampleSheet });
    const read = value(await readRunInput(db, job));
    expect(await texts(read?.files ?? null)).toEqual({ 'run.zip': 'PK' });
    expect(await texts([read!.sampleSheet!])).toEqual({ 'sheet.tsv': 'a\tb' });
  });

  it('are not stored if there is no room or the file no longer exists, which does not affect the job', async () => {
    for (const [name, reason] of [
      ['QuotaExceededError', 'no-room'],
      ['NotReadableError', 'failed'],
      ['UnknownError', 'failed'],
    ]) {
      const failing = freshDatabase();
      failing.files.hook('creating', () => {
        throw new DOMException('no', name);
      });
      expect(await saveRunFiles(failing, job, input([file('a', 'b')]))).toMatchObject({ reason });
    }
  });

  it('are removed with their job, and not before', async () => {
    value(await addJob(db, jobRecord({ token: job })));
    value(await addJob(db, jobRecord({ token: otherJob })));
    for (const token of [job, otherJob]) await saveRunFiles(db, token, input([file('a', token)]));
    value(await deleteJobs(db, [job], 5));
    expect(value(await readRunInput(db, job))).not.toBeNull();
    value(await removeDeletedJobs(db, 5));
    expect(value(await readRunInput(db, job))).toBeNull();
    expect(value(await readRunInput(db, otherJob))).not.toBeNull();
  });

  it('are counted, and have a sentence if they are not kept', () => {
    const jobs = [
      { files: { kind: 'kept', bytes: 5 } },
      { files: { kind: 'not-kept', reason: 'off', bytes: 7 } },
      {},
    ] as const;
    expect(keptBytes(jobs)).toBe(5);
    expect(keptLimit()).toBe('200 MB');
    expect(whyNotKept(undefined)).toBe('');
    expect(whyNotKept(jobs[0].files)).toBe('');
    const reasons = ['off', 'too-large', 'no-room', 'failed', 'removed'] as const;
    const sentences = reasons.map((reason) =>
      inEnglish(whyNotKept({ kind: 'not-kept', reason, bytes: 312e6 })),
    );
    expect(new Set(sentences).size).toBe(5);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentences[1]).toContain('312 MB');
  });
});

describe('stored files that a page left behind', () => {
  it('are removed if their job no longer exists, or has ended and does not keep them', async () => {
    const keeps = { kind: 'kept', bytes: 1 } as const;
    const off = { kind: 'not-kept', reason: 'off', bytes: 1 } as const;
    const [a, b, c] = tokens;
    value(await addJob(db, jobRecord({ token: a, finishedAt: 5, files: keeps })));
    value(await addJob(db, jobRecord({ token: b, finishedAt: 5, files: off })));
    value(await addJob(db, jobRecord({ token: c, finishedAt: null })));
    for (const token of [a, b, c, 'gone']) {
      await saveRunFiles(db, token, input([file('run.zip', 'x')]));
    }
    value(await removeStrayFiles(db));
    expect(await db.files.toCollection().primaryKeys()).toEqual([a, c]);
  });
});

describe('the files of runs', () => {
  it('are those that the page was given, or else those that were kept', async () => {
    const files = new KeptFiles(db, () => true);
    const given = [file('RUN/fid', 'x'), file('RUN/pdata/1/1r', 'processed'), file('._fid', 'y')];
    files.hold(job, given);
    expect(value(await files.find(job))).toBe(given);
    expect(await files.settle(job, input(given), null)).toEqual({ kind: 'kept', bytes: 1 });
    // The content of a file that nobody reads is not kept, but its existence is.
    const kept = value(await files.find(job));
    expect(await texts(kept)).toEqual({ 'RUN/fid': 'x', 'RUN/pdata/1/1r': '', '._fid': '' });
    expect(value(await files.find(job))).toBe(kept);
  });

  it('are stored while the job runs, and then held for this visit if they are not to be kept', async () => {
    const files = new KeptFiles(db, () => false);
    const given = [file('run.zip', 'x')];
    files.hold(job, given);
    const stored = await files.secure(job, input(given));
    expect(stored).toEqual({ kind: 'kept', bytes: 1 });
    expect(await texts(value(await files.secured(job))!.files)).toEqual({ 'run.zip': 'x' });
    expect(await files.settle(job, input(given), stored)).toMatchObject({ reason: 'off' });
    expect(value(await files.find(job))).toBe(given);
    expect(value(await files.secured(job))).toBeNull();
    expect(value(await new KeptFiles(db, () => false).find(job))).toBeNull();
  });

  it('of a job that has ended are kept up to a limit', async () => {
    const files = new KeptFiles(db, () => true);
    const large = input([{ path: 'run.zip', blob: huge(MAX_KEPT_BYTES + 1) }]);
    const stored = await files.secure(job, input([file('run.zip', 'x')]));
    expect(await files.settle(job, large, stored)).toMatchObject({ reason: 'too-large' });
    expect(await db.files.count()).toBe(0);
  });

  it('are removed if the results need the room', async () => {
    const files = new KeptFiles(db, () => true);
    await files.secure(job, input([file('run.zip', 'x')]));
    expect(await files.giveUp(job)).toBe(true);
    expect(await files.giveUp(job)).toBe(false);
  });

  it('that a person chose again are kept, which the job records', async () => {
    value(await addJob(db, jobRecord({ files: { kind: 'not-kept', reason: 'off', bytes: 1 } })));
    await new KeptFiles(db, () => true).adopt(job, [file('run.zip', 'x')]);
    expect(value(await readJob(db, job))?.files).toEqual({ kind: 'kept', bytes: 1 });
    expect(await texts(value(await new KeptFiles(db, () => true).find(job)))).toEqual({
      'run.zip': 'x',
    });
  });

  it('can all be removed while the jobs stay', async () => {
    const files = new KeptFiles(db, () => true);
    value(await addJob(db, jobRecord({ status: 'completed' })));
    value(await addJob(db, jobRecord({ token: otherJob, status: 'running' })));
    await files.adopt(job, [file('run.zip', 'x')]);
    await files.secure(otherJob, input([file('run.zip', 'y')]));
    expect(value(await files.find(job))).not.toBeNull();
    value(await files.removeAll());
    expect(value(await files.find(job))).toBeNull();
    // A running job may still need its own files.
    expect(value(await files.secured(otherJob))).not.toBeNull();
    expect(value(await readJob(db, job))?.files).toEqual({
      kind: 'not-kept',
      reason: 'removed',
      bytes: 1,
    });
  });
});

/** A thread that records its requests, and has the spectra of files that contain their checksum. */
class NotedReader implements ReaderWorkerApi {
  readonly opened: (readonly InputFile[])[] = [];
  readonly asked: string[] = [];
  #content = Promise.resolve('');

  open(files: readonly InputFile[]) {
    this.opened.push(files);
    this.#content = Promise.all(files.map(({ blob }) => blob.text())).then((all) => all.join());
    return Promise.resolve();
  }

  outlineSheet() {
    return Promise.resolve(err(problem('sheet-unreadable', 'It is no sheet.', 'Choose another.')));
  }

  async read({ path, sha256 }: WantedSpectrum) {
    this.asked.push(path);
    const view = { mz: Float64Array.of(1), raw: Float64Array.of(2) } as SpectrumView;
    const lost = problem('spectrum-not-found', 'It is not there.', 'Choose again.');
    return (await this.#content).includes(sha256) ? ok(view) : err(lost);
  }
}

function library(wantsKept = true) {
  const api = new NotedReader();
  const files = new KeptFiles(db, () => wantsKept);
  const died = new Promise<never>(() => undefined);
  const reader = new SpectrumReader(() => ({ api, died, terminate: () => undefined }));
  return { api, files, library: new SpectrumLibrary(files, reader) };
}

const row = (index: number) => spectrumRow(index, { sha256: `sum-${index}` });

describe('the library of spectra', () => {
  it('lists a run once, and keeps what it has read', async () => {
    const { api, files, library: spectra } = library();
    files.hold(job, [file('run.zip', 'sum-0 sum-1')]);
    for (const index of [0, 1, 0, 1, 0]) {
      value(await spectra.read(job, row(index), ONE_DALTON_BINS));
    }
    expect(api.opened).toHaveLength(1);
    expect(api.asked).toEqual([row(0).path, row(1).path]);
  });

  it('keeps a few of the spectra, the most recent ones', async () => {
    const { api, files, library: spectra } = library();
    files.hold(job, [file('run.zip', Array.from({ length: 40 }, (_, i) => `sum-${i}`).join())]);
    for (let i = 0; i < 20; i++) value(await spectra.read(job, row(i), ONE_DALTON_BINS));
    value(await spectra.read(job, row(19), ONE_DALTON_BINS));
    expect(api.asked).toHaveLength(20);
    value(await spectra.read(job, row(0), ONE_DALTON_BINS));
    expect(api.asked).toHaveLength(21);
  });

  it('asks for the files if they are not kept', async () => {
    const read = await library().library.read(job, row(0), ONE_DALTON_BINS);
    expect(read).toMatchObject({ ok: false, error: { kind: 'run-files-absent' } });
    if (!read.ok) expect(isCuredByChoosing(read.error)).toBe(true);
  });

  it('accepts chosen files as the run’s only if they contain the spectrum', async () => {
    value(await addJob(db, jobRecord()));
    const { files, library: spectra } = library();
    const wrong = await spectra.readChosen(job, row(0), ONE_DALTON_BINS, [file('x.zip', 'sum-7')]);
    expect(wrong.ok).toBe(false);
    expect(value(await files.find(job))).toBeNull();
    value(await spectra.readChosen(job, row(0), ONE_DALTON_BINS, [file('run.zip', 'sum-0')]));
    expect(await texts(value(await files.find(job)))).toEqual({ 'run.zip': 'sum-0' });
  });

  it('gives the reason for a spectrum that could never be read', async () => {
    const { files, library: spectra } = library();
    files.hold(job, [file('run.zip', '')]);
    const reason = problem('fid-length', 'The fid is cut off.', 'Copy it again.');
    const failed = spectrumRow(0, { sha256: null, reason });
    expect(await spectra.read(job, failed, ONE_DALTON_BINS)).toEqual(err(reason));
    const unknown = await spectra.read(job, { ...failed, reason: null }, ONE_DALTON_BINS);
    expect(unknown).toMatchObject({ error: { kind: 'spectrum-never-read' } });
  });
});

describe('the reader’s thread', () => {
  it('is replaced when it has died, and then lists the files again', async () => {
    const deaths: ((reason: ReturnType<typeof problem>) => void)[] = [];
    const apis: NotedReader[] = [];
    const reader = new SpectrumReader(() => {
      const api = new NotedReader();
      apis.push(api);
      const died = new Promise<ReturnType<typeof problem>>((resolve) => deaths.push(resolve));
      return { api, died, terminate: () => undefined };
    });
    const files = [file('run.zip', 'sum-0')];
    const wanted = { path: 'a', sha256: 'sum-0', bins: ONE_DALTON_BINS };
    value(await reader.read(files, wanted));
    deaths[0]!(problem('worker-died', 'It stopped.', 'Reload.'));
    await Promise.resolve();
    await Promise.resolve();
    value(await reader.read(files, wanted));
    expect(apis.map(({ opened }) => opened.length)).toEqual([1, 1]);
  });
});
