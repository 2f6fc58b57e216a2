import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobEvent, JobSummary } from '../../../../src/core/job/types';
import { ok } from '../../../../src/core/result';
import { Announcer } from '../../../../src/state/announcer.svelte';
import { ComparisonView } from '../../../../src/state/compare/comparison-view.svelte';
import type { Analysis } from '../../../../src/state/jobs/analysis';
import { tidyUp } from '../../../../src/state/jobs/housekeeping';
import { JobList } from '../../../../src/state/jobs/job-list.svelte';
import { JobQueue } from '../../../../src/state/jobs/job-queue.svelte';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import { followJob, openJob } from '../../../../src/state/jobs/open-job';
import { Notices } from '../../../../src/state/notices.svelte';
import type { Router } from '../../../../src/state/router.svelte';
import { createDatabase, type KtyperDatabase } from '../../../../src/storage/database';
import { addJob, deleteJobs, listJobs, readJob } from '../../../../src/storage/jobs';
import { saveManifest } from '../../../../src/storage/manifests';
import { saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, sampleRow, spectrumRow, tokens } from '../../storage/records';
import { tinyPack } from '../../../builders/tiny-pack';
import { manifest } from '../manifest';
import { HeldLocks, PassedMessages } from './other-pages';

const summary: JobSummary = {
  spectra: 0,
  ok: 0,
  failed: 0,
  skipped: 0,
  samples: 0,
  elapsed: 1,
  run: null,
  sampleSheet: null,
  problems: [],
};

/** An engine that reports the run's own title and ends. */
const titled: Analysis = {
  prepare() {
    const ref = { id: 'markers', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
    const run = { projectUid: null, title: 'Title of the run', missing: [], listed: 0 };
    const events: readonly JobEvent[] = [
      { kind: 'run', run },
      { kind: 'done', summary, cancelled: false },
    ];
    return Promise.resolve(
      ok({
        key: 'markers',
        ref,
        manifest,
        async *run() {
          await Promise.resolve();
          yield* events;
        },
      }),
    );
  },
};

/** A tab of the browser, with the parts of the app that change the list of jobs. */
interface Tab {
  readonly db: KtyperDatabase;
  readonly queue: JobQueue;
  readonly jobs: JobList;
  readonly notices: Notices;
}

let locks: HeldLocks;
let messages: PassedMessages;
let one: Tab;
let two: Tab;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  locks = new HeldLocks();
  messages = new PassedMessages();
  one = tab(freshDatabase());
  two = tab(createDatabase());
});

function tab(db: KtyperDatabase): Tab {
  const notices = new Notices();
  const queue = new JobQueue({
    db,
    analysis: titled,
    locks: locks.page(),
    messages: messages.page(),
    announcer: new Announcer(),
    files: new KeptFiles(db, () => true),
    rows: { save: (...parts) => saveRows(db, ...parts) },
    example: () => Promise.resolve({ files: [], problems: [] }),
    appVersion: '1.0.0',
    painted: () => Promise.resolve(),
    buildId: 'this',
    pause: () => Promise.resolve(),
  });
  return { db, queue, notices, jobs: new JobList(db, queue, notices) };
}

async function listed(): Promise<string[]> {
  return value(await listJobs(one.db))
    .map(({ token }) => token)
    .sort();
}

const [first, second, third] = tokens;

describe('undo', () => {
  beforeEach(async () => {
    for (const token of tokens) value(await addJob(one.db, jobRecord({ token })));
  });

  it('restores the jobs of its own notice, and not those of the other tab', async () => {
    await one.jobs.delete([first]);
    await two.jobs.delete([second]);
    one.notices.act();
    await vi.waitFor(async () => expect(await listed()).toEqual([first, third]));
    expect(await one.db.jobs.count()).toBe(3);
  });

  it('of an outdated list leaves the jobs that the other tab deleted to that tab', async () => {
    vi.spyOn(Date, 'now').mockReturnValueOnce(50).mockReturnValueOnce(60);
    await one.jobs.delete([first]);
    await two.jobs.delete([first, second]);
    expect(two.notices.current?.text).toBe('1 job deleted.');
    two.notices.act();
    await vi.waitFor(async () => expect(await listed()).toEqual([second, third]));
    one.notices.act();
    await vi.waitFor(async () => expect(await listed()).toEqual([first, second, third]));
  });

  it('is not offered for jobs that another tab has already deleted', async () => {
    value(await deleteJobs(one.db, [first], 50));
    await two.jobs.delete([first]);
    expect(two.notices.current).toMatchObject({ action: null });
    two.notices.close();
    expect(value(await readJob(one.db, first))?.deletedAt).toBe(50);
  });

  it('stays possible when another notice takes its place, or the notice is closed', async () => {
    await one.jobs.delete([first]);
    await one.jobs.delete([second]);
    one.notices.close();
    expect(await one.db.jobs.count()).toBe(3);
    await one.jobs.restore([first, second]);
    expect(await listed()).toEqual([...tokens].sort());
  });

  it('says so where the other tab has removed the job for good, and does not bring it back', async () => {
    const stop = two.jobs.start();
    await one.jobs.delete([first]);
    await vi.waitFor(() => expect(two.jobs.deleted.jobs).toHaveLength(1));
    await two.jobs.deleted.removeNow();
    one.notices.act();
    await vi.waitFor(() =>
      expect(one.notices.current?.text).toMatch(/^There is nothing left to restore/),
    );
    expect(await listed()).toEqual([second, third]);
    stop();
  });
});

describe('the five minutes after a deletion', () => {
  it('are the same on each page, and after the page that deleted the job was closed', async () => {
    value(await addJob(one.db, jobRecord({ status: 'completed' })));
    value(await deleteJobs(one.db, [first], Date.now() - 4 * 60_000));
    await tidyUp(two.db, Date.now());
    const stop = two.jobs.start();
    await vi.waitFor(() => expect(two.jobs.deleted.jobs).toHaveLength(1));
    expect(two.jobs.jobs).toEqual([]);
    await two.jobs.restore([first]);
    await vi.waitFor(() => expect(two.jobs.jobs).toHaveLength(1));
    expect(two.jobs.deleted.until).toBeNull();
    stop();
  });

  it('end with the job’s removal by an open page', async () => {
    value(await addJob(one.db, jobRecord({ status: 'completed' })));
    const stop = two.jobs.start();
    value(await deleteJobs(one.db, [first], Date.now() - 5 * 60_000 + 100));
    await vi.waitFor(() => expect(two.jobs.deleted.jobs).toHaveLength(1));
    expect(await one.db.jobs.count()).toBe(1);
    await vi.waitFor(async () => expect(await one.db.jobs.count()).toBe(0));
    await vi.waitFor(() => expect(two.jobs.deleted.jobs).toHaveLength(0));
    stop();
  });

  it('end at the next opening where no page was open', async () => {
    value(await addJob(one.db, jobRecord({ status: 'completed' })));
    value(await deleteJobs(one.db, [first], 1_000));
    await tidyUp(two.db, 1_000 + 5 * 60_000 - 1);
    expect(await one.db.jobs.count()).toBe(1);
    await tidyUp(two.db, 1_000 + 5 * 60_000);
    expect(await one.db.jobs.count()).toBe(0);
  });
});

it('a waiting job that is deleted stops, and goes on when that is undone', async () => {
  const busy = await locks.page().turn(new AbortController().signal);
  const listing = { files: [{ path: 'plate.zip', blob: new Blob(['bytes']) }], problems: [] };
  const { session, ended } = one.queue.enqueue({
    name: null,
    title: 'plate.zip',
    origin: 'input',
    listing: Promise.resolve(listing),
    sampleSheet: null,
  });
  const { token } = session.record;
  await vi.waitFor(async () => expect(value(await readJob(one.db, token))?.status).toBe('queued'));
  await one.jobs.delete([token]);
  await ended;
  expect(value(await readJob(one.db, token))).toMatchObject({ status: 'cancelled' });
  expect(await listed()).toEqual([]);
  one.notices.act();
  await vi.waitFor(() => expect(one.queue.isActive(token)).toBe(true));
  busy?.();
  await vi.waitFor(async () =>
    expect(value(await readJob(one.db, token))).toMatchObject({
      status: 'completed',
      deletedAt: null,
    }),
  );
});

it('a name that is typed in one tab stays for a job that waits in another', async () => {
  // Another job is running.
  const busy = await locks.page().turn(new AbortController().signal);
  const { session, ended } = one.queue.enqueue({
    name: null,
    title: 'plate.zip',
    origin: 'input',
    listing: Promise.resolve({
      files: [{ path: 'plate.zip', blob: new Blob(['bytes']) }],
      problems: [],
    }),
    sampleSheet: null,
  });
  const { token } = session.record;
  await vi.waitFor(async () => expect(value(await readJob(two.db, token))?.status).toBe('queued'));
  const stop = followJob(one.db, one.queue, session);
  await two.jobs.rename(token, 'Ward 3');
  busy?.();
  await ended;
  expect(value(await readJob(two.db, token))).toMatchObject({
    name: 'Ward 3',
    nameTyped: true,
    status: 'completed',
  });
  expect(session.record.name).toBe('Ward 3');
  stop();
});

it('a comparison with a job that another tab runs waits for it, and then has all its rows', async () => {
  const { manifest: tiny } = await tinyPack();
  const model = { id: 'tiny', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
  value(await saveManifest(one.db, 'b', tiny));
  const counts = (samples: number) => ({ found: 2, done: samples, samples, calls: {} });
  const rows = (...of: readonly number[]) => ({
    spectra: of.map((index) => spectrumRow(index)),
    samples: of.map((index) => sampleRow(index)),
    evidence: [],
    withdrawn: [],
  });
  const whole = jobRecord({ token: first, model, status: 'completed', counts: counts(2) });
  value(await addJob(one.db, whole));
  value(await saveRows(one.db, first, rows(0, 1), {}));
  value(await addJob(one.db, jobRecord({ token: second, model, status: 'running' })));
  value(await saveRows(one.db, second, rows(0), { counts: counts(1) }));

  const a = value(await openJob(two.db, two.queue, first))!;
  const b = value(await openJob(two.db, two.queue, second))!;
  const view = new ComparisonView(a, b, { search: '' } as Router);
  const stops = [followJob(two.db, two.queue, a), followJob(two.db, two.queue, b)];
  expect(view.isWaiting).toBe(true);
  expect(view.comparison).toBeNull();
  expect(view.asFile('csv', '1.0.0')).toBeNull();

  value(await saveRows(one.db, second, rows(1), { status: 'completed', counts: counts(2) }));
  await vi.waitFor(() => expect(view.isWaiting).toBe(false));
  expect(view.comparison?.samples).toHaveLength(2);
  stops.forEach((stop) => stop());
});
