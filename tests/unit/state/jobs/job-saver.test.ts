import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asciiText } from '../../../../src/core/ascii';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, type Result } from '../../../../src/core/result';
import { JobSaver, type JobSaverParts } from '../../../../src/state/jobs/job-saver';
import { JobSession } from '../../../../src/state/jobs/job-session.svelte';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob, readJob } from '../../../../src/storage/jobs';
import type { JobRecord } from '../../../../src/storage/records';
import { readEvidence } from '../../../../src/storage/evidence';
import { readRows, saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow } from '../../storage/records';

const FULL = problem('storage-full', 'The browser has no room left.', 'Delete old jobs.');
const CLOSED = problem('storage-closed', 'The database was closed.', 'Reload the page.');
const INPUT = {
  files: [{ path: 'plate.zip', blob: new Blob(['bytes']) }],
  sampleSheet: null,
};

let db: KtyperDatabase;
let files: KeptFiles;
beforeEach(() => {
  db = freshDatabase();
  files = new KeptFiles(db, () => true);
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

/** Results of the writes of rows, in order. Later writes go to the database. */
type Answers = readonly Result<void, Problem>[];

function setUp(answers: Answers = [], changes: Partial<JobRecord> = {}) {
  const record = jobRecord(changes);
  const session = new JobSession(record, (sample) => readEvidence(db, record.token, sample));
  const pauses: number[] = [];
  let writes = 0;
  const save: JobSaverParts['rows']['save'] = (...parts) => {
    const answer = answers[writes++];
    return answer === undefined ? saveRows(db, ...parts) : Promise.resolve(answer);
  };
  const pause = (wait: number) => {
    pauses.push(wait);
    return Promise.resolve();
  };
  const saver = new JobSaver({ db, files, rows: { save }, pause }, session);
  return { saver, session, token: record.token, pauses, writes: () => writes };
}

/** Makes a job whose record is stored, and which accepts rows. */
async function startedJob(answers: Answers = []) {
  const job = setUp(answers);
  value(await addJob(db, job.session.record));
  job.saver.startRows();
  return job;
}

async function addRow({ saver, session }: ReturnType<typeof setUp>, index: number) {
  const rows = {
    spectra: [spectrumRow(index)],
    samples: [sampleRow(index)],
    evidence: [{ sample: index, evidence: markerEvidence() }],
    withdrawn: [],
  };
  session.apply({ kind: 'rows', ...rows, done: index + 1 }, 1);
  await saver.addRows(rows);
}

function end({ saver }: ReturnType<typeof setUp>) {
  return saver.end(saver.endRecord({ status: 'completed' }), false);
}

describe('on a full disk', () => {
  it('makes room once by removing the copy of the files, and then stores the whole job', async () => {
    const job = await startedJob([err(FULL)]);
    expect(await job.saver.storeFiles(INPUT, false)).toEqual({ kind: 'kept', bytes: 5 });
    const giveUp = vi.spyOn(files, 'giveUp');
    await addRow(job, 0);

    expect(await end(job)).toBe(true);
    expect(giveUp).toHaveBeenCalledOnce();
    expect(job.writes()).toBe(2);
    expect(job.session.unsaved).toBeNull();
    expect(await db.files.count()).toBe(0);
    const notKept = { kind: 'not-kept', reason: 'no-room', bytes: 5 };
    expect(value(await readJob(db, job.token))).toMatchObject({
      status: 'completed',
      files: notKept,
    });
    expect(job.session.record.files).toEqual(notKept);
    expect(value(await readRows(db, job.token)).samples).toEqual([sampleRow(0)]);
  });

  it('reports if that is not enough, and removes nothing a second time', async () => {
    const job = await startedJob(Array<Result<void, Problem>>(8).fill(err(FULL)));
    await job.saver.storeFiles(INPUT, false);
    const giveUp = vi.spyOn(files, 'giveUp');
    db.rowChunks.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await addRow(job, 0);
    await job.saver.finishRows();
    job.saver.startRows();
    await addRow(job, 1);

    expect(await end(job)).toBe(false);
    expect(giveUp).toHaveBeenCalledOnce();
    expect(job.session.unsaved?.kind).toBe('storage-full');
    // What could not be stored can still be shown and exported.
    expect([...job.session.unsavedEvidence().keys()]).toEqual([0, 1]);
    expect(value(await readJob(db, job.token))).toMatchObject({
      status: 'interrupted',
      problem: { kind: 'storage-full' },
    });
  });

  it('waits for a copy in progress, since the copy may take the room and then fail', async () => {
    const job = await startedJob([err(FULL)]);
    let fail: () => void = () => undefined;
    files.secure = () =>
      new Promise((resolve) => {
        fail = () => resolve({ kind: 'not-kept', reason: 'no-room', bytes: 5 });
      });
    void job.saver.storeFiles(INPUT, false);
    await addRow(job, 0);
    const ended = end(job);
    await vi.waitFor(() => expect(job.writes()).toBe(1));
    fail();
    expect(await ended).toBe(true);
    expect(job.writes()).toBe(2);
  });

  it('writes all rows at the end, once the browser has freed the room of the failed writes', async () => {
    const job = await startedJob([err(FULL), err(FULL)]);
    let tries = 0;
    db.rowChunks.hook('creating', () => {
      if (++tries === 1) throw new DOMException('no room', 'QuotaExceededError');
    });
    await addRow(job, 0);
    await addRow(job, 1);

    expect(await end(job)).toBe(true);
    expect(job.pauses).toEqual([6_000]);
    expect(job.session.unsaved).toBeNull();
    expect(value(await readRows(db, job.token)).samples).toHaveLength(2);
    expect(value(await readEvidence(db, job.token, 1))).toEqual(markerEvidence());
    expect(value(await readJob(db, job.token))).toMatchObject({ status: 'completed' });
  });
});

it('removes nothing for a fault that more room does not cure', async () => {
  const job = await startedJob([err(CLOSED)]);
  await job.saver.storeFiles(INPUT, false);
  await addRow(job, 0);
  await job.saver.finishRows();
  expect(job.writes()).toBe(1);
  expect(job.session.unsaved).toEqual(CLOSED);
  expect(await db.files.count()).toBe(1);
});

describe('a job without a stored record', () => {
  it('is written completely at its end, if there is room again', async () => {
    const job = setUp([]);
    const full = vi.spyOn(db.jobs, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await job.saver.register();
    expect(full).toHaveBeenCalledOnce();
    expect(job.session.unsaved?.kind).toBe('storage-full');
    expect(await job.saver.storeFiles(INPUT, false)).toBeNull();
    job.saver.startRows();
    await addRow(job, 0);

    expect(await end(job)).toBe(true);
    // No row is written for a job that is not stored.
    expect(job.writes()).toBe(0);
    expect(value(await readJob(db, job.token))).toMatchObject({ status: 'completed' });
    expect(value(await readRows(db, job.token)).samples).toHaveLength(1);
  });
});

describe('the files of a job', () => {
  it('are not stored for the example, which its host has', async () => {
    const { saver } = setUp([], { origin: 'example' });
    expect(await saver.storeFiles(INPUT, false)).toBeNull();
    expect(await db.files.count()).toBe(0);
  });

  it('of a resumed job stay unchanged, and are removed when the job does not need them', async () => {
    const job = await startedJob();
    await files.secure(job.token, INPUT);
    expect(await job.saver.storeFiles(INPUT, true)).toBeNull();
    await job.saver.forgetFiles();
    expect(await db.files.count()).toBe(0);
    expect(value(await readJob(db, job.token))?.files).toEqual({
      kind: 'not-kept',
      reason: 'removed',
      bytes: 5,
    });
  });
});

it('writes the end of a job and its last rows in one transaction', async () => {
  const job = await startedJob();
  const saved: unknown[] = [];
  db.jobs.hook('updating', (changes) => void saved.push(changes));
  await addRow(job, 0);
  expect(await end(job)).toBe(true);
  expect(saved).toHaveLength(1);
  expect(saved[0]).toMatchObject({ status: 'completed' });
  expect(value(await readRows(db, job.token)).samples).toHaveLength(1);
});

describe('an incomplete job', () => {
  it('is never written as complete, even if no later write says that it was interrupted', async () => {
    const job = await startedJob([err(FULL)]);
    const statuses: unknown[] = [];
    db.jobs.hook('updating', (changes) => {
      const { status } = changes as { status?: unknown };
      if (status !== undefined) statuses.push(status);
      if (status === 'interrupted') throw new DOMException('no room', 'QuotaExceededError');
    });
    db.rowChunks.hook('creating', (_, { rows }) => {
      // There is room for the batch of the second row, but not for all rows together.
      if (rows instanceof Uint8Array && asciiText(rows).includes('"index":0'))
        throw new DOMException('full', 'QuotaExceededError');
    });
    await addRow(job, 0);
    await job.saver.finishRows();
    job.saver.startRows();
    await addRow(job, 1);

    expect(await end(job)).toBe(false);
    expect(statuses).not.toContain('completed');
    expect(value(await readJob(db, job.token))?.status).toBe('running');
    expect(job.session.unsaved?.kind).toBe('storage-full');
  });

  it('is not written as complete if only its record has room', async () => {
    const job = setUp();
    vi.spyOn(db.jobs, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    db.rowChunks.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await job.saver.register();
    job.saver.startRows();
    await addRow(job, 0);
    const ending = job.saver.endRecord({ status: 'completed' });
    job.session.settle(ending);
    const added: unknown[] = [];
    db.jobs.hook('creating', (_, { status }) => void added.push(status));

    expect(await job.saver.end(ending, false)).toBe(false);
    expect(added).toEqual(['running']);
    expect(value(await readJob(db, job.token))?.status).toBe('interrupted');
  });

  it('includes every refused change of its record in the next write', async () => {
    const job = await startedJob();
    // On a full disk the saver tries each write twice.
    let refusals = 2;
    db.jobs.hook('updating', () => {
      if (refusals-- > 0) throw new DOMException('no room', 'QuotaExceededError');
    });
    await job.saver.change({ ranWith: 'bundled' });
    expect(value(await readJob(db, job.token))?.ranWith).toBeUndefined();
    await addRow(job, 0);
    expect(await end(job)).toBe(true);
    expect(value(await readJob(db, job.token))).toMatchObject({
      status: 'completed',
      ranWith: 'bundled',
    });
  });
});

describe('a job that disappears from the storage while it runs', () => {
  it('keeps its rows and the stored evidence, reports this, and is not written again', async () => {
    const job = await startedJob();
    await addRow(job, 0);
    await job.saver.finishRows();
    expect(value(await readEvidence(db, job.token, 0))).toEqual(markerEvidence());
    await Promise.all(db.tables.map((table) => table.clear()));
    job.saver.startRows();
    await addRow(job, 1);

    expect(await end(job)).toBe(false);
    expect(job.pauses).toEqual([]);
    expect(job.session.unsaved?.kind).toBe('job-gone');
    expect(job.session.everything()?.samples).toEqual([sampleRow(0), sampleRow(1)]);
    expect(job.session.unsavedEvidence()).toEqual(
      new Map([0, 1].map((sample) => [sample, markerEvidence()])),
    );
    expect(value(await job.session.evidence(0))).toEqual(markerEvidence());
    expect(await db.jobs.count()).toBe(0);
    expect(await db.rowChunks.count()).toBe(0);
  });
});
