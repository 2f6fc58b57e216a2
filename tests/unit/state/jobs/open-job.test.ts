import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobQueue } from '../../../../src/state/jobs/job-queue.svelte';
import type { JobSession } from '../../../../src/state/jobs/job-session.svelte';
import { followJob, openJob } from '../../../../src/state/jobs/open-job';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob, changeJob } from '../../../../src/storage/jobs';
import type { JobRecord } from '../../../../src/storage/records';
import { saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from '../../storage/records';
import { spoken } from '../../../builders/spoken';

const TOKEN = tokens[0];
/** A page that is running no job. */
const QUEUE = { session: () => undefined, isActive: () => false } as unknown as JobQueue;

let db: KtyperDatabase;
beforeEach(() => (db = freshDatabase()));

async function storedJob(rows: number, changes: Partial<JobRecord>): Promise<JobSession> {
  value(await addJob(db, jobRecord(changes)));
  const indices = Array.from({ length: rows }, (_, i) => i);
  const batch = {
    spectra: indices.map((i) => spectrumRow(i)),
    samples: indices.map((i) => sampleRow(i)),
    evidence: indices.map((sample) => ({ sample, evidence: markerEvidence() })),
    withdrawn: [],
  };
  value(await saveRows(db, TOKEN, batch, {}));
  const session = value(await openJob(db, QUEUE, TOKEN));
  if (session === null) throw new Error('The job was not found.');
  return session;
}

function countsOf(samples: number) {
  return { found: samples, done: samples, samples, calls: {} };
}

describe('a job with fewer rows than its record counts', () => {
  it('says how many are missing', async () => {
    const session = await storedJob(2, { status: 'completed', counts: countsOf(5) });
    expect(session.missing?.kind).toBe('rows-missing');
    expect(spoken(session.missing?.message)).toContain('3 of 5 samples');
    expect(spoken(session.missing?.message)).toContain('3 of 5 spectra');
    expect(session.samples).toHaveLength(2);
  });

  it('has no fault if it is complete, or if another page is running it', async () => {
    const whole = await storedJob(2, { status: 'completed', counts: countsOf(2) });
    expect(whole.missing).toBeNull();
    db = freshDatabase();
    const running = await storedJob(2, { status: 'running', counts: countsOf(5) });
    expect(running.missing).toBeNull();
  });
});

it('shows the end of another page’s job together with all of its rows', async () => {
  const session = await storedJob(1, { status: 'running', counts: countsOf(1) });
  const stop = followJob(db, QUEUE, session);
  const rest = { spectra: [spectrumRow(1)], samples: [sampleRow(1)], evidence: [], withdrawn: [] };
  value(await saveRows(db, TOKEN, rest, { status: 'completed', counts: countsOf(2) }));
  await vi.waitFor(() => expect(session.record.status).toBe('completed'));
  expect(session.samples).toHaveLength(2);
  expect(session.missing).toBeNull();
  stop();
});

describe('a job that disappears while it is shown', () => {
  it.each([
    ['its record is removed', () => db.jobs.delete(TOKEN)],
    ['all is cleared', () => Promise.all(db.tables.map((table) => table.clear()))],
    ['another tab deletes the database', () => deleteDatabase(db.name)],
  ])('stays on the screen with its evidence, and reports this: %s', async (_, vanish) => {
    const session = await storedJob(2, { status: 'completed', counts: countsOf(2) });
    const stop = followJob(db, QUEUE, session);
    await vi.waitFor(() => expect(session.holdsEvidence).toBe(true));
    await vanish();
    await vi.waitFor(() => expect(session.unsaved?.kind).toBe('job-gone'));
    expect(session.samples).toHaveLength(2);
    expect([...session.unsavedEvidence().keys()]).toEqual([0, 1]);
    expect(value(await session.evidence(1))).toEqual(markerEvidence());
    stop();
  });
});

describe('a job whose records are removed by something that does not notify this page', () => {
  it.each([
    ['all', ['jobs', 'rowChunks', 'evidencePages']],
    ['its rows', ['rowChunks', 'evidencePages']],
  ])('stays on the screen with its evidence, and reports this: %s', async (_, names) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const session = await storedJob(2, { status: 'completed', counts: countsOf(2) });
    const stop = followJob(db, QUEUE, session);
    await vi.waitFor(() => expect(session.holdsEvidence).toBe(true));
    await clearUnseen(db.name, names);
    vi.advanceTimersByTime(5_000);
    await vi.waitFor(() => expect(session.unsaved?.kind).toBe('job-gone'));
    expect(session.samples).toHaveLength(2);
    expect([...session.unsavedEvidence().keys()]).toEqual([0, 1]);
    expect(session.heldEvidence(1)).toEqual(markerEvidence());
    stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

it('reports a job of a database that the browser has deleted under its connection', async () => {
  const session = await storedJob(2, { status: 'completed', counts: countsOf(2) });
  const stop = followJob(db, QUEUE, session);
  await vi.waitFor(() => expect(session.holdsEvidence).toBe(true));
  const listed = vi.spyOn(Dexie, 'getDatabaseNames').mockReturnValue(Dexie.Promise.resolve([]));
  const closed = vi.spyOn(db, 'close');
  db.on.versionchange.fire(new Event('versionchange') as IDBVersionChangeEvent);
  await vi.waitFor(() => expect(session.unsaved?.kind).toBe('job-gone'));
  expect(session.samples).toHaveLength(2);
  expect(closed).toHaveBeenLastCalledWith({ disableAutoOpen: false });
  listed.mockRestore();
  stop();
});

/** Removes records as no page of the app does, so that no page is notified. */
async function clearUnseen(name: string, stores: readonly string[]): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database did not answer.'));
    });
  const raw = await answer(Dexie.dependencies.indexedDB.open(name));
  for (const store of stores) {
    await answer(raw.transaction(store, 'readwrite').objectStore(store).clear());
  }
  raw.close();
}

it('keeps reporting how many rows are missing when only the name changes', async () => {
  const session = await storedJob(2, { status: 'completed', counts: countsOf(5) });
  const stop = followJob(db, QUEUE, session);
  value(await changeJob(db, TOKEN, { name: 'Renamed' }));
  await vi.waitFor(() => expect(session.record.name).toBe('Renamed'));
  expect(session.missing?.kind).toBe('rows-missing');
  stop();
});

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('The database was not deleted.'));
  });
}
