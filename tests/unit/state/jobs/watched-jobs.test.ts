import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobEvent, JobSummary } from '../../../../src/core/job/types';
import { problem } from '../../../../src/core/problem';
import { ok } from '../../../../src/core/result';
import type { WatchList } from '../../../../src/core/watch/types';
import type { Analysis, PreparedModel } from '../../../../src/state/jobs/analysis';
import { Announcer } from '../../../../src/state/announcer.svelte';
import { JobQueue } from '../../../../src/state/jobs/job-queue.svelte';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { readJob } from '../../../../src/storage/jobs';
import { saveRows } from '../../../../src/storage/rows';
import { manifest } from '../manifest';
import { HeldLocks, PassedMessages } from './other-pages';
import { freshDatabase, value } from '../../storage/fresh-database';

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

const peak = { name: 'A', mz: 5000, charge: 1, mass: null, tolerancePpm: 500, note: '' } as const;
const listOf = (title: string): WatchList => ({ title, sha256: 'c', peaks: [peak] });

/** An engine that records what is watched, and ends with one event. */
class NotingAnalysis implements Analysis {
  readonly watched: (readonly string[])[] = [];

  constructor(private readonly last: JobEvent) {}

  prepare() {
    const ref = { id: 'markers', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
    const run: PreparedModel['run'] = ({ watch }) => {
      this.watched.push(watch.map(({ name }) => name));
      const { last } = this;
      return (async function* () {
        await Promise.resolve();
        yield last;
      })();
    };
    return Promise.resolve(ok({ key: 'markers', ref, manifest, run }));
  }
}

let db: KtyperDatabase;
let lists: readonly WatchList[];
beforeEach(() => {
  db = freshDatabase();
  lists = [listOf('Plasmids')];
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

const files = [{ path: 'plate.zip', blob: new Blob(['bytes']) }];

function queue(analysis: Analysis): JobQueue {
  return new JobQueue({
    db,
    analysis,
    locks: new HeldLocks().page(),
    messages: new PassedMessages().page(),
    announcer: new Announcer(),
    files: new KeptFiles(db, () => true),
    rows: { save: (...parts) => saveRows(db, ...parts) },
    watching: () => Promise.resolve(lists),
    example: () => Promise.resolve({ files: [], problems: [] }),
    appVersion: '1.0.0',
    painted: () => Promise.resolve(),
    buildId: 'this',
    pause: () => Promise.resolve(),
  });
}

function enqueue(runs: JobQueue) {
  return runs.enqueue({
    name: null,
    title: 'plate.zip',
    origin: 'input',
    listing: Promise.resolve({ files, problems: [] }),
    sampleSheet: null,
  });
}

describe('a job', () => {
  it('stores the lists that are watched when it begins', async () => {
    const analysis = new NotingAnalysis({ kind: 'done', summary, cancelled: false });
    const runs = queue(analysis);
    const { session, ended } = enqueue(runs);
    lists = [listOf('Later')];
    await ended;
    expect(analysis.watched).toEqual([['A']]);
    const stored = value(await readJob(db, session.record.token));
    expect(stored?.watch).toEqual([listOf('Plasmids')]);
  });

  it('stores no lists if none is watched', async () => {
    lists = [];
    const analysis = new NotingAnalysis({ kind: 'done', summary, cancelled: false });
    const { session, ended } = enqueue(queue(analysis));
    await ended;
    expect(analysis.watched).toEqual([[]]);
    expect(value(await readJob(db, session.record.token))).not.toHaveProperty('watch');
  });

  it('is resumed with its own lists after an interruption, whatever is watched by then', async () => {
    const reason = problem('worker-died', 'A thread stopped.', 'Try again.');
    const broken = enqueue(queue(new NotingAnalysis({ kind: 'failed', problem: reason })));
    await broken.ended;
    const { token } = broken.session.record;
    expect(broken.session.record.status).toBe('interrupted');
    lists = [];
    const analysis = new NotingAnalysis({ kind: 'done', summary, cancelled: false });
    expect(await queue(analysis).goOn(token, null)).toBeNull();
    await vi.waitFor(() => expect(analysis.watched).toEqual([['A']]));
    await vi.waitFor(async () => expect(value(await readJob(db, token))?.status).toBe('completed'));
    expect(value(await readJob(db, token))?.watch).toEqual([listOf('Plasmids')]);
  });
});
