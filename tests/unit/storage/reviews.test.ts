import { beforeEach, describe, expect, it } from 'vitest';
import { draftOf, type ReviewDraft, seenCall } from '../../../src/core/review/entry';
import { createDatabase, type KtyperDatabase } from '../../../src/storage/database';
import {
  addJob,
  deleteJobs,
  removeDeletion,
  removeJob,
  renameJob,
} from '../../../src/storage/jobs';
import { removeOldJobs } from '../../../src/storage/retention';
import { addReviews, appendReviews, hasReviews, readReviews } from '../../../src/storage/reviews';
import { clearRows, readRows, saveRows } from '../../../src/storage/rows';
import { freshDatabase, value } from './fresh-database';
import { jobRecord, sampleRow, tokens } from './records';

const [job, other] = tokens;

let db: KtyperDatabase;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, jobRecord({ status: 'completed' })));
  value(await addJob(db, jobRecord({ token: other, status: 'completed' })));
});

function reviewed(index: number, by = 'AB'): ReviewDraft {
  const sample = sampleRow(index);
  return draftOf(sample, { kind: 'reviewed', saw: seenCall(sample.call) }, { by, at: 5 });
}

describe('the review of a job', () => {
  it('is read as it was written, with the places of its entries', async () => {
    const sample = sampleRow(1);
    const saw = seenCall(sample.call);
    const drafts: readonly ReviewDraft[] = [
      reviewed(1),
      draftOf(sample, { kind: 'note', text: 'Mucoid, "=1"\nÉ' }, { by: 'ÉL', at: 6 }),
      draftOf(
        sample,
        { kind: 'override', saw, call: { taxon: null, label: null }, reason: 'Two colonies' },
        { by: 'AB', at: 7 },
      ),
    ];
    const first = value(await appendReviews(db, job, drafts));
    expect(first.map(({ order }) => order)).toEqual([0, 1, 2]);
    const takenBack = draftOf(sample, { kind: 'withdrawal', withdraws: 2 }, { by: 'CD', at: 8 });
    const second = value(await appendReviews(db, job, [takenBack]));
    expect(second).toEqual([{ ...takenBack, order: 3 }]);
    expect(value(await readReviews(db, job))).toEqual([...first, ...second]);
    expect(value(await readReviews(db, job, 3))).toEqual(second);
    expect(value(await hasReviews(db, job))).toBe(true);
    expect(value(await hasReviews(db, other))).toBe(false);
  });

  it('may be of thousands of samples at once, and stands in few records', async () => {
    const drafts = Array.from({ length: 1_000 }, (_, i) => reviewed(i));
    value(await appendReviews(db, job, drafts));
    value(await appendReviews(db, job, [reviewed(3, 'CD')]));
    const read = value(await readReviews(db, job));
    expect(read.map(({ order }) => order)).toEqual(Array.from({ length: 1_001 }, (_, i) => i));
    expect(await db.reviews.count()).toBeLessThan(10);
  });

  it('gets each entry once when two pages write at the same time', async () => {
    const second = createDatabase();
    const written = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        appendReviews(i % 2 === 0 ? db : second, job, [reviewed(i), reviewed(i + 50)]),
      ),
    );
    const orders = written.flatMap((one) => value(one).map(({ order }) => order));
    expect(new Set(orders).size).toBe(20);
    expect(value(await readReviews(db, job))).toHaveLength(20);
  });

  it('is not changed by what happens to the rows, nor changes them', async () => {
    const batch = { spectra: [], samples: [sampleRow(0)], evidence: [], withdrawn: [] };
    value(await saveRows(db, job, batch, {}));
    const entries = value(await appendReviews(db, job, [reviewed(0)]));
    expect(value(await readRows(db, job)).samples).toEqual([sampleRow(0)]);
    expect(await db.rowChunks.count()).toBe(1);
    value(await renameJob(db, job, 'Other'));
    value(await clearRows(db, job, {}));
    expect(value(await readReviews(db, job))).toEqual(entries);
  });

  it('goes with its job, and with no other', async () => {
    value(await appendReviews(db, job, [reviewed(0)]));
    value(await appendReviews(db, other, [reviewed(0)]));
    value(await deleteJobs(db, [job], 100));
    expect(value(await readReviews(db, job))).toHaveLength(1);
    value(await removeDeletion(db, [job], 100));
    expect(value(await readReviews(db, job))).toEqual([]);
    expect(value(await readReviews(db, other))).toHaveLength(1);
    value(await removeJob(db, other));
    expect(await db.reviews.count()).toBe(0);
  });

  it('goes with a job that is removed for its age', async () => {
    value(await appendReviews(db, job, [reviewed(0)]));
    value(await removeOldJobs(db, [job], { now: 1e12, days: 1 }));
    expect(await db.reviews.count()).toBe(0);
  });

  it('is refused for a job that is not there, and leaves nothing behind', async () => {
    const gone = { ok: false, error: { kind: 'job-gone' } };
    expect(await appendReviews(db, tokens[2], [reviewed(0)])).toMatchObject(gone);
    expect(await db.reviews.count()).toBe(0);
  });

  it('gets all of an act or nothing when there is no room', async () => {
    let writes = 0;
    db.reviews.hook('creating', () => {
      if (++writes === 2) throw new DOMException('no room', 'QuotaExceededError');
    });
    const drafts = Array.from({ length: 1_000 }, (_, i) => reviewed(i));
    const full = { ok: false, error: { kind: 'storage-full' } };
    expect(await appendReviews(db, job, drafts)).toMatchObject(full);
    expect(value(await readReviews(db, job))).toEqual([]);
  });

  it('keeps the places of entries that come with their job', async () => {
    const entries = [3, 4, 9].map((order) => ({ ...reviewed(order), order }));
    await db.transaction('rw', [db.reviews], () => addReviews(db, job, entries));
    expect(value(await readReviews(db, job))).toEqual(entries);
    expect(value(await appendReviews(db, job, [reviewed(1)]))).toMatchObject([{ order: 10 }]);
  });

  it.each([
    ['no text', 5, 300],
    ['no JSON', '[{"order":0', 1],
    ['no list', '{}', 1],
    ['no entries', '[null,7,{"order":1,"at":1,"by":"AB","sample":"S","spectrum":0,"kind":"x"}]', 1],
  ])('is read beside a damaged record: %s', async (_, entries, next) => {
    value(await appendReviews(db, job, [reviewed(0)]));
    await db.reviews.put({ job, number: 1, next, entries: entries as string });
    const [last] = value(await appendReviews(db, job, [reviewed(2)]));
    expect(last!.order).toBeGreaterThan(1);
    expect(value(await readReviews(db, job)).map(({ sample }) => sample)).toEqual(['S0', 'S2']);
  });
});
