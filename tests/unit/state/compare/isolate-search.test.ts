import { beforeEach, describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../../src/core/job/types';
import { draftOf, seenCall } from '../../../../src/core/review/entry';
import { IsolateSearch, timeOf } from '../../../../src/state/compare/isolate-search.svelte';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob } from '../../../../src/storage/jobs';
import type { JobRecord } from '../../../../src/storage/records';
import { appendReviews } from '../../../../src/storage/reviews';
import { saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, sampleRow, tokens } from '../../storage/records';

let db: KtyperDatabase;
beforeEach(() => (db = freshDatabase()));

async function store(changes: Partial<JobRecord>, samples: readonly SampleRow[]): Promise<void> {
  const job = jobRecord({ status: 'completed', ...changes });
  value(await addJob(db, job));
  value(await saveRows(db, job.token, { spectra: [], samples, evidence: [], withdrawn: [] }, {}));
}

async function found(name: string): Promise<IsolateSearch> {
  const search = new IsolateSearch(db, name);
  await search.run(new AbortController().signal);
  return search;
}

const refusal = { ...sampleRow(0).call, kind: 'none', taxon: null } as const;

describe('IsolateSearch', () => {
  it('finds a name in all jobs, however it is written, the oldest first', async () => {
    await store({ token: tokens[0], name: 'new', createdAt: 3_000 }, [
      sampleRow(0, { name: 'Other' }),
      sampleRow(1, { name: ' kp\u00a0 é1' }),
    ]);
    await store({ token: tokens[1], name: 'old', createdAt: 1_000 }, [
      sampleRow(0, { name: 'KP e\u03011' }),
    ]);
    await store({ token: tokens[2], name: 'none', createdAt: 2_000 }, [
      sampleRow(0, { name: 'KP é12' }),
    ]);
    const search = await found('KP É1');
    expect(search.findings.map(({ job, sample }) => [job.name, sample.index])).toEqual([
      ['old', 0],
      ['new', 1],
    ]);
    expect(search.searched).toBe(3);
    expect(search.jobs).toBe(3);
    expect(search.isDone).toBe(true);
    expect(search.agreement).toBe('same');
  });

  it('counts the jobs that are still at work, whose rows are not all there', async () => {
    await store({ token: tokens[0], status: 'running' }, [sampleRow(0, { name: 'X' })]);
    await store({ token: tokens[1] }, [sampleRow(0, { name: 'x' })]);
    const search = await found('x');
    expect(search.findings).toHaveLength(2);
    expect(search.atWork).toBe(1);
  });

  it('tells calls apart that contradict each other', async () => {
    const call = { ...sampleRow(0).call, taxon: 'taxon-b' };
    await store({ token: tokens[0] }, [sampleRow(0, { name: 'X' })]);
    await store({ token: tokens[1] }, [sampleRow(0, { name: 'x', call })]);
    expect((await found('x')).agreement).toBe('differ');
  });

  it('tells a refused sample from one that has no spectrum', async () => {
    const failure = { reason: 'empty', message: 'It is empty.' } as never;
    await store({ token: tokens[0] }, [
      sampleRow(0, { name: 'X' }),
      sampleRow(1, { name: 'X', call: refusal }),
    ]);
    expect((await found('X')).agreement).toBe('some-refuse');
    await store({ token: tokens[1] }, [
      sampleRow(0, { name: 'Y' }),
      sampleRow(1, { name: 'Y', call: refusal, failure }),
    ]);
    expect((await found('Y')).agreement).toBe('single');
  });

  it('has nothing of no jobs, and does not take a blank for a name', async () => {
    const none = await found('X');
    expect([none.findings, none.jobs, none.isDone]).toEqual([[], 0, true]);
    await store({ token: tokens[0] }, [sampleRow(0, { name: '' })]);
    expect((await found(' \u00a0')).findings).toEqual([]);
  });

  it('finds the last of many samples of a job', async () => {
    const samples = Array.from({ length: 4_500 }, (_, i) => sampleRow(i));
    await store({ token: tokens[0] }, samples);
    const { findings } = await found('s4499');
    expect(findings.map(({ sample }) => sample.index)).toEqual([4_499]);
  });

  it('has the review of each sample, and of no other', async () => {
    const [one, other] = [sampleRow(0, { name: 'X' }), sampleRow(1, { name: 'X' })];
    await store({ token: tokens[0] }, [one, other]);
    const act = { kind: 'reviewed', saw: seenCall(one.call) } as const;
    value(await appendReviews(db, tokens[0], [draftOf(one, act, { by: 'AB', at: 5 })]));
    const { findings } = await found('X');
    expect(findings.map(({ review }) => review.state)).toEqual(['reviewed', 'open']);
  });

  it('says which jobs could not be read, and searches the others', async () => {
    await store({ token: tokens[0], name: 'whole' }, [sampleRow(0, { name: 'X' })]);
    await store({ token: tokens[1], name: 'broken' }, [sampleRow(0, { name: 'X' })]);
    const get = db.rowChunks.get.bind(db.rowChunks);
    db.rowChunks.get = ((key: unknown) =>
      Array.isArray(key) && key[0] === tokens[1]
        ? Promise.reject(new DOMException('', 'QuotaExceededError'))
        : get(key as never)) as never;
    const search = await found('X');
    expect(search.findings.map(({ job }) => job.name)).toEqual(['whole']);
    expect(search.problems.map(({ job }) => job)).toEqual(['broken']);
    expect(search.searched).toBe(2);
  });

  it('says which jobs have lost some of their samples', async () => {
    const counts = { found: 5, done: 5, samples: 5, calls: {} };
    await store({ token: tokens[0], name: 'torn', counts }, [sampleRow(0, { name: 'X' })]);
    const search = await found('X');
    expect(search.findings).toHaveLength(1);
    expect(search.problems).toMatchObject([{ job: 'torn', problem: { kind: 'rows-missing' } }]);
  });

  it('stops when the page is left', async () => {
    await store({ token: tokens[0] }, [sampleRow(0, { name: 'X' })]);
    const stop = new AbortController();
    const search = new IsolateSearch(db, 'X');
    const running = search.run(stop.signal);
    stop.abort();
    await running;
    expect(search.isDone).toBe(false);
    expect(search.findings).toEqual([]);
  });
});

describe('timeOf', () => {
  it('is when it was acquired, or the time of its job', () => {
    const job = jobRecord({ createdAt: 5 });
    expect(timeOf({ acquired: '1970-01-01T00:00:01Z', job })).toBe(1_000);
    expect(timeOf({ acquired: null, job })).toBe(5);
    expect(timeOf({ acquired: 'yesterday', job })).toBe(5);
  });
});
