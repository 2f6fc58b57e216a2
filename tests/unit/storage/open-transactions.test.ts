import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDatabase } from '../../../src/storage/database';
import { addJob, readJob } from '../../../src/storage/jobs';
import { OpenTransactions } from '../../../src/storage/open-transactions';
import { freshDatabase, value } from './fresh-database';
import { jobRecord } from './records';

const record = jobRecord();

afterEach(() => void vi.useRealTimers());

describe('the open transactions of a database', () => {
  it('end at once, keep nothing, and let another page write', async () => {
    const db = freshDatabase();
    const transactions = new OpenTransactions(db);
    await db.open();
    const events: string[] = [];
    const writing = db.transaction('rw', db.jobs, async () => {
      await db.jobs.add(record);
      events.push('added');
      transactions.abort();
      await db.jobs.count();
    });
    await expect(writing).rejects.toMatchObject({ name: 'InvalidStateError' });
    expect(events).toEqual(['added']);
    await transactions.ended();
    expect(db.isOpen()).toBe(false);

    const other = createDatabase();
    expect(value(await readJob(other, record.token))).toBeNull();
    value(await addJob(other, record));
    expect(value(await readJob(other, record.token))).toMatchObject({ token: record.token });
  });

  it('are followed by none on the same page', async () => {
    const db = freshDatabase();
    const transactions = new OpenTransactions(db);
    await db.open();
    transactions.abort();
    expect(await addJob(db, record)).toMatchObject({
      ok: false,
      error: { kind: 'storage-closed' },
    });
  });

  it('are waited for until the last has ended', async () => {
    const db = freshDatabase();
    const transactions = new OpenTransactions(db);
    await db.open();
    const events: string[] = [];
    const waiting: Promise<unknown>[] = [];
    await db.transaction('rw', db.settings, async () => {
      await db.settings.put({ key: 'one', value: 1 });
      waiting.push(transactions.ended().then(() => events.push('ended')));
      await db.settings.put({ key: 'two', value: 2 });
      events.push('written');
    });
    await Promise.all(waiting);
    expect(events).toEqual(['written', 'ended']);
  });

  it('are told of when one takes unreasonably long, until it has ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const told: boolean[] = [];
    const db = freshDatabase();
    new OpenTransactions(db, (isLate) => told.push(isLate));
    await db.open();
    const waiting: Promise<unknown>[] = [];
    await db.transaction('rw', db.settings, async () => {
      await db.settings.put({ key: 'one', value: 1 });
      // A transaction that waits for this one is as late as it.
      waiting.push(Dexie.ignoreTransaction(() => db.settings.put({ key: 'two', value: 2 })));
      vi.advanceTimersByTime(19_999);
      expect(told).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(new Set(told)).toEqual(new Set([true]));
      await db.settings.count();
    });
    await Promise.all(waiting);
    expect(told.at(-1)).toBe(false);
    expect(told.filter((isLate) => !isLate)).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(told.at(-1)).toBe(false);
  });

  it('say whether one writes, from its beginning to its end', async () => {
    const db = freshDatabase();
    const transactions = new OpenTransactions(db);
    await db.open();
    expect(transactions.isWriting).toBe(false);
    const reading = db.settings.toArray();
    expect(transactions.isWriting).toBe(false);
    const writing = db.settings.put({ key: 'one', value: 1 });
    expect(transactions.isWriting).toBe(true);
    await reading;
    expect(transactions.isWriting).toBe(true);
    await writing;
    expect(transactions.isWriting).toBe(false);
  });

  it('leave alone what has ended', async () => {
    const db = freshDatabase();
    const transactions = new OpenTransactions(db);
    value(await addJob(db, record));
    transactions.abort();
    expect(value(await readJob(createDatabase(), record.token))).toMatchObject({
      token: record.token,
    });
  });
});
