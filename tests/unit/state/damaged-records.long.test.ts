import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formatTime } from '../../../src/state/format';
import { describeCounts } from '../../../src/state/jobs/job-words';
import { tidyUp } from '../../../src/state/jobs/housekeeping';
import { JobList } from '../../../src/state/jobs/job-list.svelte';
import { JobRelay } from '../../../src/state/jobs/job-relay';
import type { JobQueue } from '../../../src/state/jobs/job-queue.svelte';
import { KeptFiles } from '../../../src/state/jobs/kept-files';
import { openJob } from '../../../src/state/jobs/open-job';
import { searchJobs } from '../../../src/state/jobs/search-jobs';
import { ModelShelf } from '../../../src/state/model-shelf.svelte';
import { originWords } from '../../../src/state/models/words';
import { Notices } from '../../../src/state/notices.svelte';
import { SettingsState } from '../../../src/state/settings.svelte';
import { WatchShelf } from '../../../src/state/watch/watch-shelf.svelte';
import type { KtyperDatabase } from '../../../src/storage/database';
import { addJob, listActiveJobs, listJobs, readJob } from '../../../src/storage/jobs';
import { removeRunFiles } from '../../../src/storage/run-files';
import { readAllEvidence } from '../../../src/storage/evidence';
import { readReviews } from '../../../src/storage/reviews';
import { addModel, readModels } from '../../../src/storage/models';
import { applyRetention } from '../../../src/storage/retention';
import { defaultSettings } from '../../../src/storage/settings';
import { saveRows } from '../../../src/storage/rows';
import {
  DAMAGED_CHUNKS,
  DAMAGED_JOBS,
  DAMAGED_REST,
  type DamagedRecord,
  revive,
  SOUND,
  soundChunk,
  soundJob,
} from '../../builders/damaged-records';
import { tinyPackFiles } from '../../builders/tiny-pack';
import { freshDatabase, value } from '../storage/fresh-database';
import { sampleRow, spectrumRow } from '../storage/records';
import { HeldLocks } from './jobs/other-pages';
import { spoken } from '../../builders/spoken';

/** A page that is running no job. */
const QUEUE = {
  session: () => undefined,
  isActive: () => false,
  cancel: () => undefined,
} as unknown as JobQueue;
const NOW = Date.UTC(2026, 10, 27);

let db: KtyperDatabase;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, soundJob()));
  await db.rowChunks.put(soundChunk());
  await db.files.put({
    job: SOUND,
    content: new Blob(['zip!']),
    files: [{ path: 'plate.zip', size: 4 }],
  });
});

const cases = (records: readonly DamagedRecord[]) => records.map((one) => [one.what, one] as const);

async function put({ table, record }: DamagedRecord): Promise<void> {
  await db.table(table).put(revive(record));
}

/** Does what the app does when it is opened. */
async function start(): Promise<void> {
  const { purgeDays } = await new SettingsState(db).load();
  value(await tidyUp(db, NOW));
  if (purgeDays !== null) value(await applyRetention(db, { days: purgeDays, now: NOW }));
}

describe('a damaged record of a job', () => {
  it.each(cases(DAMAGED_JOBS))(
    'is a row that says so and can be deleted: %s',
    async (_, damaged) => {
      await put(damaged);
      await start();
      const notices = new Notices();
      const list = new JobList(db, QUEUE, notices);
      const stop = list.start();
      await vi.waitFor(() => expect(list.jobs).toHaveLength(2));
      const jobs = list.jobs!;
      const bad = jobs.find(({ status }) => status === 'damaged')!;
      expect(bad.token).toEqual(damaged.record['token']);
      expect(bad.problem?.kind).toBe('job-damaged');
      expect(jobs.find(({ token }) => token === SOUND)).toEqual(soundJob());
      // The table of jobs must be able to show the record.
      expect(describeCounts(bad)).toBe('Its record cannot be read');
      expect(typeof formatTime(bad.createdAt)).toBe('string');
      expect(searchJobs(jobs, 'sound').map(({ token }) => token)).toEqual([SOUND]);
      expect(searchJobs(jobs, 'damaged')).toContain(bad);

      await list.delete([bad.token]);
      expect(list.problem).toBeNull();
      await vi.waitFor(() => expect(list.jobs).toHaveLength(1));
      notices.act();
      await vi.waitFor(() => expect(list.jobs).toHaveLength(2));
      await list.delete([bad.token]);
      await vi.waitFor(() => expect(list.deleted.jobs).toHaveLength(1));
      await list.deleted.removeNow();
      await vi.waitFor(async () => expect(await db.jobs.count()).toBe(1));
      expect(value(await listJobs(db))).toEqual([soundJob()]);
      stop();
    },
  );

  it.each(cases(DAMAGED_JOBS))('opens with its undamaged parts: %s', async (_, damaged) => {
    await put(damaged);
    const token = damaged.record['token'] as string;
    const batch = {
      spectra: [spectrumRow(0)],
      samples: [sampleRow(0)],
      evidence: [],
      withdrawn: [],
    };
    value(await saveRows(db, token, batch, {}));
    const session = value(await openJob(db, QUEUE, token));
    expect(session?.record.status).toBe('damaged');
    expect(session?.samples).toEqual([sampleRow(0)]);
    const named = damaged.record['name'];
    if (typeof named === 'string') expect(session?.record.name).toBe(named);
  });

  it('is never resumed, and does not prevent another job from being resumed', async () => {
    for (const damaged of DAMAGED_JOBS) await put(damaged);
    await db.jobs.update(SOUND, { status: 'running' });
    await start();
    expect(value(await listActiveJobs(db)).map(({ token }) => token)).toEqual([SOUND]);
    const resumed: string[] = [];
    const queue = { ...QUEUE, resume: ({ token }: { token: string }) => resumed.push(token) };
    const relay = new JobRelay(db, new HeldLocks().page(), queue as unknown as JobQueue);
    const stop = relay.start();
    await vi.waitFor(() => expect(resumed).toEqual([SOUND]));
    stop();
  });

  it('keeps its files, which may be all that is left', async () => {
    const [damaged] = DAMAGED_JOBS;
    await put(damaged!);
    const job = damaged!.record['token'] as string;
    await db.files.put({ job, content: new Blob(['zip!']), files: [] });
    await start();
    expect(await db.files.get(job)).toBeDefined();
    value(await removeRunFiles(db));
    expect(await db.files.count()).toBe(0);
  });
});

it.each(cases(DAMAGED_CHUNKS))(
  'a job opens with its other rows, and reports what is missing: %s',
  async (_, damaged) => {
    await put(damaged);
    await start();
    const session = value(await openJob(db, QUEUE, SOUND));
    expect(session?.samples).toEqual([sampleRow(0)]);
    expect(spoken(session?.missing?.message)).toContain('1 of 2 samples');
    // Rows can be added to the job, and it can be removed with everything that was left.
    const batch = { spectra: [], samples: [sampleRow(1)], evidence: [], withdrawn: [] };
    value(await saveRows(db, SOUND, batch, {}));
    expect(value(await openJob(db, QUEUE, SOUND))?.samples).toHaveLength(2);
    const list = new JobList(db, QUEUE, new Notices());
    const stop = list.start();
    await list.delete([SOUND]);
    await vi.waitFor(() => expect(list.deleted.jobs).toHaveLength(1));
    await list.deleted.removeNow();
    expect(await db.rowChunks.count()).toBe(0);
    stop();
  },
);

it('a job without one of its chunks opens with the others, and reports what is missing', async () => {
  const session = value(await openJob(db, QUEUE, SOUND));
  expect(session?.samples).toHaveLength(1);
  expect(spoken(session?.missing?.message)).toContain('1 of 2 samples');
});

describe('other damaged records', () => {
  it.each(cases(DAMAGED_REST))('do not stop any page: %s', async (_, damaged) => {
    await put(damaged);
    await start();
    const settings = await new SettingsState(db).load();
    expect(settings).toEqual(defaultSettings);
    expect(value(await openJob(db, QUEUE, SOUND))?.samples).toHaveLength(1);
    expect(value(await readAllEvidence(db, SOUND)).size).toBe(0);
    expect(value(await readReviews(db, SOUND))).toEqual([]);
    const shelf = new ModelShelf('https://host.example/models/', db);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await shelf.load();
    vi.unstubAllGlobals();
    for (const { pack, origin } of shelf.models ?? []) {
      expect(pack.ok).toBe(false);
      expect(originWords(origin)).toContain('Added on this computer');
    }
    const lists = await new WatchShelf(db).load();
    expect(lists.filter(({ list }) => list.ok)).toEqual([]);
  });

  it('of models are shown with the reason, and can be removed or replaced', async () => {
    const models = DAMAGED_REST.filter(({ table }) => table === 'models');
    for (const damaged of models) await put(damaged);
    const shelf = new ModelShelf('https://host.example/models/', db);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await shelf.load();
    expect(shelf.models).toHaveLength(models.length);
    const files = await tinyPackFiles({ manifest: { id: 'bare' } });
    const again = { id: 'bare', version: '1.0.0', addedAt: 9, madeOf: [], files };
    value(await addModel(db, again));
    expect(value(await readModels(db)).filter((one) => one.files === null)).toHaveLength(1);
    for (const model of shelf.models ?? []) expect(await shelf.remove(model)).toBeNull();
    vi.unstubAllGlobals();
    expect(await db.models.count()).toBe(0);
  });

  it('of kept files make the page ask for the files again', async () => {
    const files = new KeptFiles(db, () => true);
    expect(value(await files.find(SOUND))).toHaveLength(1);
    for (const record of [
      { content: undefined, files: [{ path: 'plate.zip', size: 4 }] },
      { content: new Blob(['zi']), files: [{ path: 'plate.zip', size: 4 }] },
      { content: new Blob(['zip!']), files: [{ path: 'plate.zip', size: '4' }] },
      { content: new Blob(['zip!']), files: 'plate.zip' },
      { content: new Blob(['zip!']), files: [{ path: 'plate.zip', size: 4 }], sampleSheet: 'x' },
    ]) {
      await db.table('files').put({ job: SOUND, ...record });
      expect(value(await new KeptFiles(db, () => true).find(SOUND))).toBeNull();
      expect(value(await files.secured(SOUND))).toBeNull();
    }
  });

  it('of a manifest leave the job with an unknown model', async () => {
    await put(DAMAGED_REST.find(({ table }) => table === 'manifests')!);
    expect(value(await openJob(db, QUEUE, SOUND))?.manifest).toBeNull();
    expect(value(await readJob(db, SOUND))?.status).toBe('completed');
  });
});
