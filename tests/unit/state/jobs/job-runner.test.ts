import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobEvent, JobSummary } from '../../../../src/core/job/types';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok, type Result } from '../../../../src/core/result';
import { Announcer } from '../../../../src/state/announcer.svelte';
import type { Analysis, PreparedModel } from '../../../../src/state/jobs/analysis';
import type { PhaseName } from '../../../../src/state/jobs/job-phase';
import type { JobSource } from '../../../../src/state/jobs/job-request';
import { JobRunner } from '../../../../src/state/jobs/job-runner';
import { JobSaver } from '../../../../src/state/jobs/job-saver';
import { JobSession } from '../../../../src/state/jobs/job-session.svelte';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob, readJob } from '../../../../src/storage/jobs';
import type { JobRecord } from '../../../../src/storage/records';
import { readRows, saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, sampleRow, spectrumRow } from '../../storage/records';
import { manifest } from '../manifest';

const summary: JobSummary = {
  spectra: 1,
  ok: 1,
  failed: 0,
  skipped: 0,
  samples: 1,
  elapsed: 5,
  run: null,
  sampleSheet: null,
  problems: [],
};
const ROWS: JobEvent = {
  kind: 'rows',
  spectra: [spectrumRow(0)],
  samples: [sampleRow(0)],
  evidence: [],
  withdrawn: [],
  done: 1,
};
const DONE: JobEvent = { kind: 'done', summary, cancelled: false };
const refused = problem('model-damaged', 'The model is damaged.', 'Reload the page.');

const files = [{ path: 'plate.zip', blob: new Blob(['bytes']) }];
const REQUEST: JobSource = {
  kind: 'request',
  request: {
    name: null,
    title: 'plate.zip',
    origin: 'input',
    listing: Promise.resolve({ files, problems: [] }),
    sampleSheet: null,
  },
};

/** Makes a promise that a test resolves when it wants to. */
function gate<T>() {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => (open = resolve));
  return { opened, open };
}

let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

interface Setup {
  readonly source?: JobSource;
  readonly record?: Partial<JobRecord>;
  readonly events?: readonly JobEvent[];
  /** Resolves when the page has been drawn. */
  readonly drawn?: Promise<void>;
}

/** Makes a job whose every step waits for the test, and records its phases as others see them. */
function job({
  source = REQUEST,
  record = {},
  events = [ROWS, DONE],
  drawn = Promise.resolve(),
}: Setup = {}) {
  const seen: PhaseName[] = [];
  const see = () => {
    if (seen.at(-1) !== runner.phase) seen.push(runner.phase);
  };
  const owned = gate<boolean>();
  const turn = gate<boolean>();
  const prepared = gate<Result<null, Problem>>();
  const taken = gate<void>();
  const stop = new AbortController();
  const counts = { runs: 0, events: 0, returned: 0 };

  const run: PreparedModel['run'] = () => {
    counts.runs += 1;
    const played = (async function* () {
      await taken.opened;
      yield* events;
    })();
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          see();
          counts.events += 1;
          return played.next();
        },
        return: () => {
          see();
          counts.returned += 1;
          return Promise.resolve({ done: true as const, value: undefined });
        },
      }),
    };
  };
  const analysis: Analysis = {
    prepare: async () => {
      see();
      const answer = await prepared.opened;
      const ref = { id: 'markers', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
      return answer.ok ? ok({ key: 'markers', ref, manifest, run }) : answer;
    },
  };
  const kept = new KeptFiles(db, () => true);
  const session = new JobSession(jobRecord({ status: 'initialising', inputs: [], ...record }), () =>
    Promise.resolve(ok(null)),
  );
  const save = vi.fn((...parts: Parameters<typeof saveRows>) => {
    see();
    return saveRows(...parts);
  });
  const saver = new JobSaver(
    { db, files: kept, rows: { save: (...parts) => save(db, ...parts) } },
    session,
  );
  const parts = {
    db,
    analysis,
    announcer: new Announcer(),
    files: kept,
    example: () => Promise.resolve({ files: [], problems: [] }),
    appVersion: '1.0.0',
    painted: () => drawn,
    buildId: 'this',
  };
  const runner = new JobRunner(parts, saver, {
    session,
    source,
    signal: stop.signal,
    owned: owned.opened,
    turn: turn.opened,
    watch: Promise.resolve([]),
    isAlone: false,
  });
  see();
  const ended = runner.run().then(see);
  const cancel = () => {
    stop.abort();
    owned.open(false);
    turn.open(false);
  };
  return {
    runner,
    session,
    saver,
    seen,
    ended,
    owned,
    turn,
    prepared,
    taken,
    save,
    counts,
    cancel,
  };
}

type Job = ReturnType<typeof job>;

function stored({ session }: Job) {
  return readJob(db, session.record.token).then(value);
}

/** Gives the job time for anything that it might do by mistake. */
async function untilIdle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
}

describe('a job that is', () => {
  it('queued starts when its turn comes, and not before', async () => {
    const one = job();
    one.owned.open(true);
    await vi.waitFor(() => expect(one.session.record.status).toBe('queued'));
    await untilIdle();
    expect(one.runner.phase).toBe('queued');
    one.turn.open(true);
    await vi.waitFor(() => expect(one.runner.phase).toBe('starting'));
    one.prepared.open(ok(null));
    one.taken.open();
    await one.ended;
    expect(one.seen).toEqual(['queued', 'starting', 'running', 'saving', 'ended']);
    expect(one.session.record.status).toBe('completed');
    expect(await stored(one)).toEqual(one.session.record);
  });

  it('queued and cancelled ends without having started', async () => {
    const one = job();
    one.owned.open(true);
    await vi.waitFor(() => expect(one.session.record.status).toBe('queued'));
    one.cancel();
    await one.ended;
    expect(one.seen).toEqual(['queued', 'ended']);
    expect(one.counts.runs).toBe(0);
    expect(await stored(one)).toMatchObject({ status: 'cancelled', files: { reason: 'removed' } });
  });

  it('starting and cancelled ends at once, and does not start when its model comes', async () => {
    const one = job();
    one.owned.open(true);
    one.turn.open(true);
    await vi.waitFor(() => expect(one.session.record.status).toBe('running'));
    expect(one.runner.phase).toBe('starting');
    one.cancel();
    await one.ended;
    one.prepared.open(ok(null));
    await untilIdle();
    expect([one.runner.phase, one.counts.runs]).toEqual(['ended', 0]);
    expect((await stored(one))?.status).toBe('cancelled');
  });

  it('starting fails with its model', async () => {
    const one = job();
    one.owned.open(true);
    one.turn.open(true);
    one.prepared.open(err(refused));
    await one.ended;
    expect(one.seen.at(-1)).toBe('ended');
    expect(one.counts.runs).toBe(0);
    expect(await stored(one)).toMatchObject({ status: 'failed', problem: refused });
  });

  it('started shows its first rows, and the rest waits until its record is written', async () => {
    const one = job();
    one.turn.open(true);
    one.prepared.open(ok(null));
    await vi.waitFor(() => expect(one.runner.phase).toBe('started'));
    one.taken.open();
    await untilIdle();
    expect(one.counts).toMatchObject({ runs: 1, events: 1 });
    expect(one.session.counts()).toMatchObject({ done: 1, samples: 1 });
    expect(one.save).not.toHaveBeenCalled();
    expect(await stored(one)).toBeNull();
    one.owned.open(true);
    await one.ended;
    expect(one.counts.events).toBe(3);
    expect(await stored(one)).toMatchObject({ status: 'completed' });
  });

  it('started and cancelled before its record is written keeps the rows that it has shown', async () => {
    const one = job({ events: [ROWS, { ...DONE, cancelled: true }] });
    one.turn.open(true);
    one.prepared.open(ok(null));
    one.taken.open();
    await vi.waitFor(() => expect(one.session.counts().done).toBe(1));
    one.owned.open(true);
    one.cancel();
    await one.ended;
    expect(await stored(one)).toMatchObject({ status: 'cancelled', counts: { samples: 1 } });
    expect(value(await readRows(db, one.session.record.token)).samples).toHaveLength(1);
  });

  it('running draws its first rows before they are written', async () => {
    const drawing = gate<void>();
    const one = job({ drawn: drawing.opened });
    one.owned.open(true);
    one.turn.open(true);
    one.prepared.open(ok(null));
    one.taken.open();
    await vi.waitFor(() => expect(one.session.counts().done).toBe(1));
    await vi.waitFor(() => expect(one.runner.phase).toBe('running'));
    await untilIdle();
    expect(one.save).not.toHaveBeenCalled();
    drawing.open();
    await one.ended;
    expect(await stored(one)).toMatchObject({ status: 'completed' });
  });

  it('started and cancelled ends its run without writing any of its events', async () => {
    const one = job();
    one.turn.open(true);
    one.prepared.open(ok(null));
    await vi.waitFor(() => expect(one.runner.phase).toBe('started'));
    one.cancel();
    await one.ended;
    expect(one.counts).toEqual({ runs: 1, events: 1, returned: 1 });
    expect(one.save).not.toHaveBeenCalled();
    expect(one.seen).toEqual(['queued', 'starting', 'saving', 'ended']);
  });

  it('running saves its end with the last rows, and has ended only then', async () => {
    const one = job();
    one.owned.open(true);
    one.turn.open(true);
    one.prepared.open(ok(null));
    await vi.waitFor(() => expect(one.runner.phase).toBe('running'));
    one.save.mockImplementation((...parts) => {
      expect(one.runner.phase).toBe('saving');
      return saveRows(...parts);
    });
    one.taken.open();
    await one.ended;
    expect(one.save).toHaveBeenCalledOnce();
    expect(one.runner.phase).toBe('ended');
  });

  it.each([
    ['failed', refused],
    ['interrupted', problem('worker-lost', 'A worker was lost.', 'Try again.')],
  ] as const)('running ends as %s if its run says so', async (status, reason) => {
    const one = job({ events: [ROWS, { kind: 'failed', problem: reason }] });
    for (const { open } of [one.owned, one.turn]) open(true);
    one.prepared.open(ok(null));
    one.taken.open();
    await one.ended;
    expect(one.runner.phase).toBe('ended');
    expect(await stored(one)).toMatchObject({ status, problem: reason, counts: { samples: 1 } });
  });

  it('saving when the program fails ends nevertheless, and reports the error', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const one = job();
    for (const { open } of [one.owned, one.turn]) open(true);
    one.prepared.open(ok(null));
    one.save.mockImplementation(() => Promise.reject(new Error('a mistake')));
    one.taken.open();
    await one.ended;
    expect(one.runner.phase).toBe('ended');
    expect(reported).toHaveBeenCalledOnce();
    expect(await stored(one)).toMatchObject({
      status: 'failed',
      problem: { kind: 'program-fault' },
    });
  });
});

it('a resumed job does not start before its attempt is recorded', async () => {
  const work = { build: 'this', input: '', attempts: 1, reached: 0 };
  const record = { status: 'running', work } as const;
  const one = job({ source: { kind: 'stored' }, record });
  value(await addJob(db, one.session.record));
  await new KeptFiles(db, () => true).secure(one.session.record.token, {
    files,
    sampleSheet: null,
  });
  one.turn.open(true);
  one.prepared.open(ok(null));
  await untilIdle();
  expect(one.runner.phase).toBe('queued');
  one.owned.open(true);
  await vi.waitFor(() => expect(one.runner.phase).toBe('running'));
  expect((await stored(one))?.work?.attempts).toBe(2);
  one.taken.open();
  await one.ended;
  expect((await stored(one))?.status).toBe('completed');
});

it('a job reports that it has begun once it runs', async () => {
  const one = job();
  let begun = 0;
  void one.runner.begun.then(() => (begun += 1));
  one.owned.open(true);
  await vi.waitFor(() => expect(one.session.record.status).toBe('queued'));
  await untilIdle();
  expect(begun).toBe(0);
  one.turn.open(true);
  await vi.waitFor(() => expect(begun).toBe(1));
  one.cancel();
  await one.ended;
});
