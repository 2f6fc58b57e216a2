import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobEvent } from '../../../../src/core/job/types';
import { problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import { runJob } from '../../../../src/engine/run-job';
import { SpectrumPool } from '../../../../workers/spectrum/page/pool';
import type { InputFile } from '../../../../src/io/entry';
import { Announcer } from '../../../../src/state/announcer.svelte';
import type { Analysis } from '../../../../src/state/jobs/analysis';
import { JobRelay } from '../../../../src/state/jobs/job-relay';
import { JobQueue } from '../../../../src/state/jobs/job-queue.svelte';
import type { JobRequest } from '../../../../src/state/jobs/job-request';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import { createDatabase, type KtyperDatabase } from '../../../../src/storage/database';
import { deleteJobs, readJob } from '../../../../src/storage/jobs';
import type { JobRecord } from '../../../../src/storage/records';
import { readAllEvidence } from '../../../../src/storage/evidence';
import { readRows, saveRows } from '../../../../src/storage/rows';
import { ArchiveSession } from '../../../../workers/archive/session';
import { SpectrumSession } from '../../../../workers/spectrum/session';
import type { AcquisitionInput, SpectrumWorkerApi } from '../../../../workers/spectrum/api';
import { buildRun, builtUid, type BuiltSpot } from '../../../builders/bruker-run';
import { folderOf, here, tarGzOf, zipOf } from '../../../builders/headless-job';
import { mzml, mzxml, term } from '../../../builders/documents';
import { bytesOf, makeProfile, profileText } from '../../../builders/open-spectra';
import { tinyCounts, tinyPack } from '../../../builders/tiny-pack';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import { planGuard, type GuardPlan } from '../../../../src/engine/plan-guard';
import { value } from '../../storage/fresh-database';
import { HeldLocks, PassedMessages } from './other-pages';
import { spoken } from '../../../builders/spoken';

/** One browser: what its pages share. */
let locks: HeldLocks;
let messages: PassedMessages;
let pages: Page[];
beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  locks = new HeldLocks();
  messages = new PassedMessages();
  pages = [];
  vi.stubGlobal('requestAnimationFrame', () => 0);
  // The time advances so fast that rows are written as soon as they are reported.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 300));
});
afterEach(() => {
  pages.forEach((page) => page.kill());
  vi.restoreAllMocks();
});

/** Counts the spectra that were computed, for any page. */
class CountingSession extends SpectrumSession {
  computed: number[] = [];
  override process(batch: readonly AcquisitionInput[], options: { keepVectors: boolean }) {
    this.computed.push(...batch.map(({ index }) => index));
    return super.process(batch, options);
  }
}

interface PageSetup {
  readonly keepFiles?: boolean;
  readonly buildId?: string;
  readonly wantsStored?: boolean;
  readonly modelVersion?: string;
  /** The guard of the model; null for none. */
  readonly guard?: GuardPlan | null;
  /** Is called before each event of a run is reported, with its number from 0. */
  readonly beforeEvent?: (page: Page, number: number, event: JobEvent) => void | Promise<void>;
}

/** A page of the app without its interface, which can be killed at any moment. */
class Page {
  readonly db: KtyperDatabase = createDatabase();
  readonly runs: JobQueue;
  readonly worker = new CountingSession();
  readonly #locks = locks.page();
  readonly #stopRelay: () => void;
  isDead = false;

  constructor({ keepFiles = true, buildId = 'this', ...setup }: PageSetup = {}) {
    pages.push(this);
    const files = new KeptFiles(this.db, () => keepFiles);
    if (setup.wantsStored === false) {
      files.secure = () => Promise.resolve({ kind: 'not-kept', reason: 'no-room', bytes: 1 });
    }
    const analysis: Analysis = {
      prepare: async (model) => {
        const pack = await tinyPack({ manifest: { version: setup.modelVersion ?? '1.0.0' } });
        const key = `host/${pack.ref.id}/${pack.ref.version}`;
        if (model !== null && model !== key) {
          return err(problem('model-absent', `${model} is not here.`, ''));
        }
        const tell = this.#tell.bind(this);
        const { guard = null } = setup;
        return ok({
          key,
          ref: pack.ref,
          manifest: pack.manifest,
          guard: guard?.told ?? null,
          run: ({ signal, ...input }) => {
            const pool = new SpectrumPool(() => here<SpectrumWorkerApi>(this.worker), 1);
            const archive = here(new ArchiveSession());
            return tell(runJob(input, { pack, guard, pool, archive }, signal), setup);
          },
        });
      },
    };
    this.runs = new JobQueue({
      db: this.db,
      analysis,
      locks: this.#locks,
      messages: messages.page(),
      announcer: new Announcer(),
      files,
      rows: { save: (...parts) => saveRows(this.db, ...parts) },
      example: () => Promise.resolve({ files: [], problems: [] }),
      appVersion: '1.0.0',
      painted: () => Promise.resolve(),
      buildId,
    });
    this.#stopRelay = new JobRelay(this.db, this.#locks, this.runs).start();
  }

  /** Leaves the state of a closed, crashed or killed page, in which nothing happens any more. */
  kill(): void {
    this.isDead = true;
    this.#stopRelay();
    this.db.close();
    this.#locks.close();
  }

  async *#tell(events: AsyncIterable<JobEvent>, { beforeEvent }: PageSetup) {
    let number = 0;
    for await (const event of events) {
      await beforeEvent?.(this, number++, event);
      if (this.isDead) await new Promise(() => undefined);
      yield event;
    }
  }
}

function request(files: readonly InputFile[], changes: Partial<JobRequest> = {}): JobRequest {
  const listing = Promise.resolve({ files, problems: [] });
  return { name: null, title: 'x', origin: 'input', listing, sampleSheet: null, ...changes };
}

async function job(page: Page, token: string): Promise<JobRecord> {
  return value(await readJob(page.db, token))!;
}

async function untilEnded(page: Page, token: string): Promise<JobRecord> {
  await vi.waitFor(
    async () => {
      expect((await job(page, token)).finishedAt).not.toBeNull();
      // The job's files are settled after its end.
      expect(page.runs.busy).toBe(false);
    },
    { timeout: 10_000, interval: 5 },
  );
  return job(page, token);
}

/** Returns all that is stored of a job, except for times and its attempts. */
async function contentOf(page: Page, token: string) {
  const { summary, work, ...record } = await job(page, token);
  const { spectra, samples } = value(await readRows(page.db, token));
  const evidence = value(await readAllEvidence(page.db, token));
  return {
    record: {
      ...record,
      token: '',
      createdAt: 0,
      finishedAt: 0,
      work: work && { ...work, attempts: 0 },
    },
    summary: { ...summary, elapsed: 0 },
    spectra,
    // The numbers give the order of the samples, and mean nothing else.
    samples: samples.map((row) => ({
      ...row,
      index: 0,
      evidence: evidence.get(row.index) ?? null,
    })),
    strayEvidence: [...evidence.keys()].filter((i) => !samples.some(({ index }) => index === i)),
  };
}

function spot(name: string, taxon: 'alpha' | 'beta' = 'alpha'): BuiltSpot {
  return { spot: name, fid: tinyCounts(taxon, Number(name.slice(1))) };
}

const SPOTS = [
  spot('A1'),
  spot('A2', 'beta'),
  { ...spot('A2', 'beta'), spot: 'A3' },
  spot('A4'),
  { spot: 'A5', fid: new Int32Array(21_424) },
  spot('A6', 'beta'),
  { ...spot('A7'), context: 'cal' },
  spot('A8'),
  spot('A9'),
  spot('A10', 'beta'),
];
const uid = (name: string) => builtUid('spectrum', name);
const SHEET = ['spectrum_id\tsample_id', `${uid('A1')}\tone`, `${uid('A4')}\tone`].join('\n');

const plain = buildRun({ title: 'Monday', spots: SPOTS });
const grouped = buildRun({ title: 'Monday', spots: SPOTS, sampleSheet: SHEET });
const sheetLast = [...grouped.slice(1), grouped[0]!];
const infoLast = [...plain.slice(1), plain[0]!];

const INPUTS: readonly (readonly [string, () => InputFile[]])[] = [
  ['a zip', () => [zipOf(plain)]],
  ['a folder', () => folderOf(plain)],
  ['two archives', () => [zipOf(plain, 'a.zip'), tarGzOf(plain, 'b.tar.gz')]],
  ['a zip with a sample sheet', () => [zipOf(grouped)]],
  ['a .tar.gz with the sample sheet at its end', () => [tarGzOf(sheetLast)]],
  ['a .tar.gz with the run information at its end', () => [tarGzOf(infoLast)]],
];

/**
 * Spectra in open formats: several in one file, some of which cannot be read, and some in files of their own.
 */
const PROFILES = [1, 2, 3, 4, 5, 6, 7].map((seed) => makeProfile({ points: 8_000, seed }));
const open = (path: string, text: string) => ({ path, bytes: bytesOf(text) });
const several = [
  open(
    'exports/run.mzML',
    mzml([
      { profile: PROFILES[0]!, id: 'spot=A1', mz: { zlib: true } },
      { profile: PROFILES[1]!, id: 'spot=A2' },
      { length: 0, id: 'spot=A3' },
      { profile: PROFILES[0]!, id: 'spot=A4', terms: term('MS:1000127') },
      { profile: PROFILES[1]!, terms: term('MS:1000511', '2') },
      { profile: PROFILES[1]!, id: 'spot=A2' },
      { profile: PROFILES[2]!, id: 'spot=A6' },
    ]),
  ),
  open('exports/scans.mzXML', mzxml([{ profile: PROFILES[3]! }, { profile: PROFILES[4]! }])),
  open('exports/one.txt', profileText(PROFILES[5]!)),
  open('exports/same.txt', profileText(PROFILES[5]!)),
  open('exports/peaks.txt', '2000 1\n2001 2\n2002 3\n'),
];
const fidFolder = plain.find(({ path }) => path.endsWith('/fid'))!.path.slice(0, -'/fid'.length);
const mixed = [
  open(`${fidFolder}/export.txt`, profileText(PROFILES[6]!)),
  ...several.slice(0, 2),
  ...plain,
  ...several.slice(2),
];

const OPEN_INPUTS: typeof INPUTS = [
  ['files of several spectra', () => folderOf(several)],
  ['a zip of files of several spectra and Bruker folders', () => [zipOf(mixed)]],
  ['a .tar.gz of the same, an export before its fid', () => [tarGzOf(mixed)]],
  ['a folder of Bruker and files of several spectra', () => folderOf(mixed)],
  ['an archive beside loose files', () => [tarGzOf(plain), ...folderOf(several)]],
];

/** Begins a job on a page that dies before an event, or after the job if it has fewer events. */
async function breakOff(files: InputFile[], at: number, setup: PageSetup = {}): Promise<string> {
  let dead: () => void = () => undefined;
  const died = new Promise<void>((resolve) => (dead = resolve));
  const page = new Page({
    ...setup,
    beforeEvent: async (dying, number) => {
      if (number < at) return;
      // A page that dies before it has copied the files asks for them, as another test shows.
      const { token } = session.record;
      await vi.waitFor(async () => expect((await dying.db.jobs.get(token))?.files).toBeDefined());
      // What the page had begun to write may be written or not. Different events test both.
      if (number % 2 === 0) await dying.db.jobs.count();
      dying.kill();
      dead();
    },
  });
  const { session, ended } = page.runs.enqueue(request(files));
  await Promise.race([died, ended]);
  page.kill();
  return session.record.token;
}

describe.each([...INPUTS, ...OPEN_INPUTS])('a job of %s', (_, input) => {
  it('gives the same as an undisturbed one, at whatever event its page dies', async () => {
    const whole = new Page();
    const undisturbed = whole.runs.enqueue(request(input()));
    await undisturbed.ended;
    const expected = await contentOf(whole, undisturbed.session.record.token);
    expect(expected.record.status).toBe('completed');
    expect(expected.samples.length).toBeGreaterThan(4);
    const paths = expected.spectra.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const computed = new Set(whole.worker.computed).size;
    whole.kill();

    let reused = 0;
    for (let events = 0; events < 14; events++) {
      const token = await breakOff(input(), events);
      const next = new Page();
      const before = await job(next, token);
      const after = await untilEnded(next, token);
      expect(await contentOf(next, token)).toEqual(expected);
      expect([after.createdAt, after.token]).toEqual([before.createdAt, token]);
      reused += computed - new Set(next.worker.computed).size;
      next.kill();
    }
    expect(reused).toBeGreaterThan(0);
  });
});

describe('a guarded job', () => {
  const files = () => [zipOf(plain)];
  async function planned(): Promise<GuardPlan> {
    const guard = value(await readModelPack(null));
    const { manifest } = await tinyPack();
    return planGuard(manifest, true, ok(guard))!;
  }

  it('keeps the guard’s findings when another page resumes it', async () => {
    const setup = { guard: await planned() };
    const whole = new Page(setup);
    const undisturbed = whole.runs.enqueue(request(files()));
    await undisturbed.ended;
    const expected = await contentOf(whole, undisturbed.session.record.token);
    expect(expected.record.guard).toEqual(setup.guard.told);
    expect(expected.samples[0]?.guard?.rule).toBe('poor-spectrum');
    const computed = new Set(whole.worker.computed).size;
    whole.kill();

    let reused = 0;
    for (const events of [3, 5, 7]) {
      const token = await breakOff(files(), events, setup);
      const next = new Page(setup);
      await untilEnded(next, token);
      expect(await contentOf(next, token)).toEqual(expected);
      reused += computed - new Set(next.worker.computed).size;
      next.kill();
    }
    expect(reused).toBeGreaterThan(0);
  });

  it('is computed again if it is no longer to be guarded', async () => {
    const token = await breakOff(files(), 7, { guard: await planned() });
    const off = { guard: null, told: { kind: 'not-watched', reason: 'Off.' } } as const;
    const next = new Page({ guard: off });
    const { guard: told } = await untilEnded(next, token);
    expect(told).toEqual(off.told);
    const { samples } = value(await readRows(next.db, token));
    expect(samples.map((sample) => sample.guard)).toEqual(samples.map(() => undefined));
    next.kill();
  });
});

it('a job whose pages die repeatedly is resumed each time, and finally asks', async () => {
  const token = await breakOff([zipOf(plain)], 0);
  for (let deaths = 0; deaths < 8; deaths++) {
    let dead: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (dead = resolve));
    const page = new Page({
      beforeEvent: (dying) => {
        dying.kill();
        dead();
      },
    });
    const asked = vi.waitFor(
      async () => expect((await job(page, token)).status).toBe('interrupted'),
      { timeout: 10_000 },
    );
    await Promise.race([died, asked.catch(() => undefined)]);
    page.kill();
  }
  const page = new Page();
  expect(await job(page, token)).toMatchObject({
    status: 'interrupted',
    problem: { kind: 'job-stopped-often' },
  });
  expect(await page.runs.goOn(token, null)).toBeNull();
  expect((await untilEnded(page, token)).status).toBe('completed');
});

describe('a job whose files could not be stored', () => {
  it('asks for them once, and resumes at the same point with the same files', async () => {
    const files = [zipOf(plain)];
    const token = await breakOff(files, 6, { wantsStored: false });
    const page = new Page();
    const asking = await untilEnded(page, token);
    expect(asking).toMatchObject({ status: 'interrupted', problem: { kind: 'job-needs-files' } });
    expect(spoken(asking.problem?.message)).toContain('no room');
    const { samples } = value(await readRows(page.db, token));
    expect(samples.length).toBeGreaterThan(0);
    expect(asking.counts.samples).toBe(samples.length);
    expect(asking.counts.done).toBeGreaterThan(0);

    const other = await page.runs.goOn(token, { files: [zipOf(plain, 'other.zip')], problems: [] });
    expect(other?.kind).toBe('other-input');
    expect(await page.runs.goOn(token, { files, problems: [] })).toBeNull();
    expect(await untilEnded(page, token)).toMatchObject({ status: 'completed', problem: null });
    expect(new Set(page.worker.computed).size).toBeLessThan(SPOTS.length);
  });

  it('starts again if a file of the same name and size has changed', async () => {
    const [{ path, blob }] = [zipOf(plain)];
    const file = (lastModified: number) => [
      { path, blob: new File([blob], path, { lastModified }) },
    ];
    const token = await breakOff(file(1), 6, { wantsStored: false });
    const page = new Page();
    await untilEnded(page, token);
    expect(await page.runs.goOn(token, { files: file(2), problems: [] })).toBeNull();
    await untilEnded(page, token);
    // The calibration spot is read too.
    expect(new Set(page.worker.computed).size).toBe(SPOTS.length);
  });
});

describe('earlier results are not used again', () => {
  it.each([
    ['by another build of the app', { buildId: 'another' }],
    ['by another version of the model', { modelVersion: '1.0.1' }],
  ])('%s', async (_, setup) => {
    const token = await breakOff([zipOf(plain)], 6);
    const page = new Page(setup);
    expect(value(await readRows(page.db, token)).samples.length).toBeGreaterThan(0);
    expect((await untilEnded(page, token)).status).toBe('completed');
    expect(new Set(page.worker.computed).size).toBe(SPOTS.length);
    expect(value(await readRows(page.db, token)).spectra).toHaveLength(SPOTS.length);
  });
});

describe('with two pages', () => {
  it('one job runs at a time, and the other page resumes it when the first one closes', async () => {
    let reached: () => void = () => undefined;
    const isUnderWay = new Promise<void>((resolve) => (reached = resolve));
    const first = new Page({
      beforeEvent: (_, number) => {
        if (number < 4) return;
        reached();
        return new Promise(() => undefined);
      },
    });
    const second = new Page();
    const { token } = first.runs.enqueue(request([zipOf(plain, 'one.zip')])).session.record;
    await vi.waitFor(async () => expect((await job(second, token)).status).toBe('running'));
    const own = second.runs.enqueue(request([zipOf(plain, 'two.zip')]));
    await vi.waitFor(() => expect(own.session.record.status).toBe('queued'));
    await isUnderWay;
    expect(second.runs.current).toBeNull();
    expect(second.worker.computed).toEqual([]);

    await vi.waitFor(async () => expect((await job(second, token)).files?.kind).toBe('kept'));
    first.kill();
    await own.ended;
    expect((await untilEnded(second, token)).status).toBe('completed');
    expect((await job(second, own.session.record.token)).status).toBe('completed');
    expect(locks.held).toEqual([]);
  });

  it('cancelling on one page stops the other, and keeps what was done', async () => {
    const second = new Page();
    const first = new Page({
      beforeEvent: ({ runs }, _, event) => {
        // Rows may still arrive when the job has ended.
        if (event.kind === 'rows' && runs.current) second.runs.cancel(runs.current.record.token);
      },
    });
    const { session, ended } = first.runs.enqueue(request([zipOf(plain)]));
    await ended;
    const { token } = session.record;
    expect(await job(second, token)).toMatchObject({ status: 'cancelled' });
    expect(value(await readRows(second.db, token)).samples.length).toBeGreaterThan(0);
  });

  it('a job that was deleted when its page died is not started again', async () => {
    const token = await breakOff([zipOf(plain)], 3);
    const page = new Page();
    value(await deleteJobs(page.db, [token], 5));
    await vi.waitFor(async () => expect((await job(page, token)).status).not.toBe('running'), {
      timeout: 10_000,
    });
    expect(['cancelled', 'completed']).toContain((await untilEnded(page, token)).status);
  });
});

it('waiting jobs are resumed in the order in which they were added', async () => {
  const first = new Page({ beforeEvent: () => new Promise(() => undefined) });
  const queued = ['one', 'two', 'three'].map((name) =>
    first.runs.enqueue(request([zipOf(plain, `${name}.zip`)], { name })),
  );
  await vi.waitFor(async () => {
    for (const { session } of queued) {
      expect((await job(first, session.record.token)).files?.kind).toBe('kept');
    }
  });
  first.kill();
  const order: string[] = [];
  const next = new Page({
    beforeEvent: (page, number) => {
      if (number === 0) order.push(page.runs.current?.record.name ?? '');
    },
  });
  for (const { session } of queued) {
    expect((await untilEnded(next, session.record.token)).status).toBe('completed');
  }
  expect(order).toEqual(['one', 'two', 'three']);
});
