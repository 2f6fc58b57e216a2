import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from '../../../src/storage/attempt';
import { addJob, changeJob, readJob } from '../../../src/storage/jobs';
import { freshDatabase, value } from './fresh-database';
import { jobRecord } from './records';

/** Closes the connection as the browser does, for example when site data is cleared. */
const loseConnection = (db: Dexie) => db.close({ disableAutoOpen: false });

describe('attempt', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('throws what is a programming error', async () => {
    const db = freshDatabase();
    await expect(attempt(db, () => Promise.reject(new RangeError('mistake')))).rejects.toThrow(
      'mistake',
    );
  });

  it('reports that this page closed the database, and does not open it again', async () => {
    const db = freshDatabase();
    await db.open();
    db.close();
    expect(await addJob(db, jobRecord())).toMatchObject({
      ok: false,
      error: { kind: 'storage-closed' },
    });
    expect(db.isOpen()).toBe(false);
  });

  it('repeats what the browser interrupted, on a new connection', async () => {
    const db = freshDatabase();
    await db.open();
    const errors = [new Dexie.AbortError('Force close delete origin')];
    const work = vi.fn(() => (errors[0] ? Promise.reject(errors.pop()!) : Promise.resolve('read')));
    const attempted = attempt(db, work);
    await vi.advanceTimersByTimeAsync(249);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await attempted).toEqual({ ok: true, value: 'read' });
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('says after three attempts that the storage is closed', async () => {
    const db = freshDatabase();
    const work = vi.fn(() => Promise.reject(new DOMException('', 'AbortError')));
    const attempted = attempt(db, work);
    await vi.advanceTimersByTimeAsync(1_250);
    expect(await attempted).toMatchObject({ ok: false, error: { kind: 'storage-closed' } });
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('does not repeat what another attempt would not change', async () => {
    const db = freshDatabase();
    const work = vi.fn(() => Promise.reject(new DOMException('', 'QuotaExceededError')));
    expect(await attempt(db, work)).toMatchObject({ ok: false, error: { kind: 'storage-full' } });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever for a transaction whose events never come', async () => {
    const db = freshDatabase();
    await db.open();
    const answers = [new Promise<string>(() => {}), Promise.resolve('read')];
    const attempted = attempt(db, () => answers.shift()!);
    loseConnection(db);
    await vi.advanceTimersByTimeAsync(2_250);
    expect(await attempted).toEqual({ ok: true, value: 'read' });
  });

  it('leaves nothing subscribed to the connection', async () => {
    const db = freshDatabase();
    await db.open();
    const unsubscribe = vi.spyOn(db.on.close, 'unsubscribe');
    await attempt(db, () => Promise.resolve());
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    const thrown = attempt(db, () => {
      throw new RangeError('mistake');
    });
    await expect(thrown).rejects.toThrow('mistake');
    expect(unsubscribe).toHaveBeenCalledTimes(2);
  });
});

describe('a database that could not be opened once', () => {
  it('is opened again, and tells that the job is gone', async () => {
    const db = freshDatabase();
    value(await addJob(db, jobRecord()));
    loseConnection(db);
    const { indexedDB } = Dexie.dependencies;
    // The browser deletes the database, and refuses to open it meanwhile.
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('ktyper');
      deleting.onsuccess = resolve;
      deleting.onerror = reject;
    });
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('The connection was closed.', 'AbortError');
    });
    expect(value(await readJob(db, jobRecord().token))).toBeNull();
    expect(open).toHaveBeenCalledTimes(2);
    expect(await changeJob(db, jobRecord().token, { name: 'new' })).toMatchObject({
      ok: false,
      error: { kind: 'job-gone' },
    });
  });
});
