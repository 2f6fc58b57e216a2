import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobEvent, JobSummary } from '../../../../src/core/job/types';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok, type Result } from '../../../../src/core/result';
import type { InputFile } from '../../../../src/io/entry';
import type { Analysis, PreparedModel } from '../../../../src/state/jobs/analysis';
import { Announcer } from '../../../../src/state/announcer.svelte';
import { exportResults } from '../../../../src/state/export-results';
import { openJob } from '../../../../src/state/jobs/open-job';
import { JobQueue, type JobQueueParts } from '../../../../src/state/jobs/job-queue.svelte';
import type { JobRequest } from '../../../../src/state/jobs/job-request';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { readJob } from '../../../../src/storage/jobs';
import { readIntoMemory } from '../../../../workers/evidence/session';
import { readEvidence } from '../../../../src/storage/evidence';
import { readRows, saveRows } from '../../../../src/storage/rows';
import { freshDatabase, value } from '../../storage/fresh-database';
import { markerEvidence, sampleRow, spectrumRow } from '../../storage/records';
import { HeldLocks, PassedMessages } from './other-pages';
import { manifest } from '../manifest';

const model = { id: 'markers', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };

const summary: JobSummary = {
  spectra: 2,
  ok: 2,
  failed: 0,
  skipped: 0,
  samples: 2,
  elapsed: 5,
  run: null,
  sampleSheet: null,
  problems: [problem('tar-truncated', 'The archive ends early.', 'Copy it again.')],
};

function rowsEvent(index: number): JobEvent {
  return {
    kind: 'rows',
    spectra: [spectrumRow(index)],
    samples: [sampleRow(index)],
    evidence: [{ sample: index, evidence: markerEvidence() }],
    withdrawn: [],
    done: index + 1,
  };
}

const wholeRun: readonly JobEvent[] = [
  { kind: 'found', spectra: 2, complete: true },
  { kind: 'run', run: { projectUid: null, title: 'Ward 3, Monday', missing: [], listed: 2 } },
  rowsEvent(0),
  rowsEvent(1),
  { kind: 'done', summary, cancelled: false },
];

/** An engine that plays events, and waits before one of them until it is released or cancelled. */
class PlayedAnalysis implements Analysis {
  prepared: Result<PreparedModel, Problem>;
  readonly started: string[] = [];
  /** Jobs that were released before they reached the point at which they wait. */
  #letGoEarly = 0;
  #goOn: (() => void) | null = null;

  constructor(events: readonly JobEvent[], holdBefore = Infinity) {
    const play = this.#play.bind(this);
    const run: PreparedModel['run'] = (input) => play(events, holdBefore, input);
    this.prepared = ok({ key: model.id, ref: model, manifest, run });
  }

  prepare() {
    return Promise.resolve(this.prepared);
  }

  /** Releases one job, now or when it reaches the point at which it waits. */
  letGo(): void {
    if (this.#goOn === null) this.#letGoEarly += 1;
    else this.#goOn();
  }

  async #hold(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (this.#letGoEarly > 0) {
      this.#letGoEarly -= 1;
      return;
    }
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      signal.addEventListener('abort', () => resolve());
    });
    this.#goOn = null;
  }

  async *#play(
    events: readonly JobEvent[],
    holdBefore: number,
    { files, signal }: Parameters<PreparedModel['run']>[0],
  ): AsyncGenerator<JobEvent> {
    this.started.push(files[0]?.path ?? '');
    for (const [i, event] of events.entries()) {
      if (i === holdBefore) await this.#hold(signal);
      if (signal.aborted) {
        yield { kind: 'done', summary, cancelled: true };
        return;
      }
      yield event;
    }
  }
}

function request(path = 'plate.zip', changes: Partial<JobRequest> = {}): JobRequest {
  return {
    name: null,
    title: path,
    origin: 'input',
    listing: Promise.resolve({ files: [inputFile(path)], problems: [] }),
    sampleSheet: null,
    ...changes,
  };
}

function inputFile(path: string): InputFile {
  return { path, blob: new Blob(['bytes']) };
}

let db: KtyperDatabase;
let locks: HeldLocks;
beforeEach(() => {
  db = freshDatabase();
  locks = new HeldLocks();
  // No frame ever comes, so a test sees only what was shown at the end of the job.
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

function queue(
  analysis: Analysis,
  rows: JobQueueParts['rows'] = { save: (...parts) => saveRows(db, ...parts) },
): JobQueue {
  const files = new KeptFiles(db, () => true);
  const announcer = new Announcer();
  return new JobQueue({
    db,
    analysis,
    locks: locks.page(),
    messages: new PassedMessages().page(),
    announcer,
    files,
    rows,
    example: () => Promise.resolve({ files: [], problems: [] }),
    appVersion: '1.0.0',
    painted: () => Promise.resolve(),
    buildId: 'this',
    pause: () => Promise.resolve(),
  });
}

describe('an idle page', () => {
  it('warms up its threads until a job begins', async () => {
    const analysis = new PlayedAnalysis(wholeRun);
    const signals: AbortSignal[] = [];
    const jobs = queue({
      prepare: async () => {
        const prepared = await analysis.prepare();
        const runIn = (signal: AbortSignal) => Promise.resolve(void signals.push(signal));
        return prepared.ok ? ok({ ...prepared.value, runIn }) : prepared;
      },
    });
    await jobs.warmUp();
    await jobs.warmUp();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    const { ended } = jobs.enqueue(request());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    await jobs.warmUp();
    await ended;
    expect(signals).toHaveLength(2);
  });
});

describe('a job', () => {
  it('can show its evidence while the evidence is still being written', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const { session, ended } = queue(new PlayedAnalysis(wholeRun), {
      save: async (...parts) => {
        await held;
        return saveRows(db, ...parts);
      },
    }).enqueue(request());
    await vi.waitFor(() => expect(session.record.status).toBe('completed'));
    const { token } = session.record;
    expect(value(await readEvidence(db, token, 1))).toBeNull();
    const told = value(await session.evidence(1));
    expect(told).toEqual(markerEvidence());
    // It is a copy, since the waiting evidence is freed once it is stored, and may be shown for longer.
    expect(told?.ions.buffer).not.toBe(value(await session.evidence(1))?.ions.buffer);
    expect([...session.unsavedEvidence().keys()]).toEqual([0, 1]);
    const startThread = () => ({
      api: {
        read: (...wanted: [string, number, ArrayBuffer]) => readIntoMemory(db, ...wanted),
      },
      died: new Promise<never>(() => undefined),
      terminate: () => undefined,
    });
    const made = exportResults(db, session, { format: 'json', shown: null }, '1', startThread);
    const file = value((await made)!);
    const { samples } = JSON.parse(await file.text()) as { samples: { evidence: unknown }[] };
    expect(samples.map(({ evidence }) => evidence === null)).toEqual([false, false]);

    letGo();
    await ended;
    expect(session.unsavedEvidence().size).toBe(0);
    expect(value(await session.evidence(1))).toEqual(markerEvidence());
  });

  /**
   * Makes an analysis that records the status of a job when its work begins, and whether the work was ended.
   */
  function early() {
    const played = new PlayedAnalysis(wholeRun);
    const noted = { status: [] as string[], ended: 0, look: () => '' };
    const analysis: Analysis = {
      prepare: async () => {
        const prepared = await played.prepare();
        if (!prepared.ok) return prepared;
        return ok({
          ...prepared.value,
          run: (input) => {
            noted.status.push(noted.look());
            const events = prepared.value.run(input)[Symbol.asyncIterator]();
            return {
              [Symbol.asyncIterator]: () => ({
                next: () => events.next(),
                return: async () => {
                  noted.ended += 1;
                  return (await events.return?.()) ?? { done: true, value: undefined };
                },
              }),
            };
          },
        });
      },
    };
    return { analysis, noted };
  }

  it('begins its work while its record is being written', async () => {
    const { analysis, noted } = early();
    const { session, ended } = queue(analysis).enqueue(request());
    noted.look = () => session.record.status;
    await ended;
    expect(noted.status).toEqual(['initialising']);
    expect(session.record.status).toBe('completed');
  });

  it('ends its work when it is cancelled before any event was taken', async () => {
    const { analysis, noted } = early();
    const runs = queue(analysis);
    const { session, ended } = runs.enqueue(request());
    noted.look = () => {
      runs.cancel(session.record.token);
      return session.record.status;
    };
    await ended;
    expect(session.record.status).toBe('cancelled');
    expect(noted).toMatchObject({ status: ['initialising'], ended: 1 });
  });

  it('ends with its rows, evidence and summary in the storage and on the screen', async () => {
    const { session, ended } = queue(new PlayedAnalysis(wholeRun)).enqueue(request());
    await ended;
    const { token } = session.record;
    const stored = value(await readJob(db, token));
    expect(stored).toEqual(session.record);
    expect(stored).toMatchObject({
      status: 'completed',
      name: 'Ward 3, Monday',
      model,
      inputs: [{ path: 'plate.zip', size: 5, files: 1 }],
      counts: { found: 2, done: 2, samples: 2, calls: { 'taxon-a': 2 } },
      summary,
    });
    expect(value(await readRows(db, token)).samples).toEqual([sampleRow(0), sampleRow(1)]);
    expect(value(await readEvidence(db, token, 1))).toEqual(markerEvidence());
    expect(session.samples).toHaveLength(2);
    expect(session.problems).toEqual(summary.problems);
    expect(session.unsaved).toBeNull();
  });

  it('is found by its token, with the manifest of its model', async () => {
    const runs = queue(new PlayedAnalysis(wholeRun));
    const { session, ended } = runs.enqueue(request());
    const { token } = session.record;
    expect(value(await openJob(db, runs, token))).toBe(session);
    await ended;
    const reopened = value(await openJob(db, runs, token));
    expect(reopened).not.toBe(session);
    expect(reopened?.samples).toEqual(session.samples);
    expect(reopened?.manifest).toEqual(manifest);
    expect(value(await openJob(db, runs, '0b9c2a54-1f0e-4d39-9a3b-1d2f6c1e0a01'))).toBeNull();
  });

  it('keeps the name that a person typed', async () => {
    const { session, ended } = queue(new PlayedAnalysis(wholeRun)).enqueue(
      request('plate.zip', { name: 'Mine' }),
    );
    await ended;
    expect(session.record.name).toBe('Mine');
  });

  it('is named after its input if the run has no title', async () => {
    const untitled = wholeRun.filter(({ kind }) => kind !== 'run');
    const { session, ended } = queue(new PlayedAnalysis(untitled)).enqueue(request('a/b/fid'));
    await ended;
    expect(session.record).toMatchObject({
      name: 'a',
      inputs: [{ path: 'a/', size: 5, files: 1 }],
    });
  });

  it('that is cancelled keeps what was done', async () => {
    const runs = queue(new PlayedAnalysis(wholeRun, 3));
    const { session, ended } = runs.enqueue(request());
    const { token } = session.record;
    await vi.waitFor(() => expect(session.counts().done).toBe(1));
    runs.cancel(token);
    await ended;
    expect(value(await readJob(db, token))?.status).toBe('cancelled');
    expect(value(await readRows(db, token)).samples).toEqual([sampleRow(0)]);
  });

  it('that was cancelled is resumed to its end with the files that this page has', async () => {
    const analysis = new PlayedAnalysis(wholeRun, 3);
    const runs = queue(analysis);
    const { session, ended } = runs.enqueue(request());
    const { token } = session.record;
    await vi.waitFor(() => expect(session.counts().done).toBe(1));
    runs.cancel(token);
    await vi.waitFor(() => expect(session.record.status).toBe('cancelled'));
    // The job is resumed at once, while its cancellation is still being written.
    expect(await runs.goOn(token, null)).toBeNull();
    await ended;
    analysis.letGo();
    await vi.waitFor(async () => {
      expect(value(await readJob(db, token))?.status).toBe('completed');
    });
    expect(value(await readRows(db, token)).samples).toEqual([sampleRow(0), sampleRow(1)]);
    expect(await runs.goOn(token, null)).toBeNull();
    expect(analysis.started).toEqual(['plate.zip', 'plate.zip']);
  });

  it('that is cancelled is shown as cancelled only once this is written, since a page could end before', async () => {
    const shown: string[] = [];
    const runs = queue(new PlayedAnalysis(wholeRun, 3), {
      save: async (...parts) => {
        const saved = await saveRows(db, ...parts);
        if (parts[2].status === 'cancelled') shown.push(session.record.status);
        return saved;
      },
    });
    const { session, ended } = runs.enqueue(request());
    await vi.waitFor(() => expect(session.counts().done).toBe(1));
    await vi.waitFor(() => expect(session.record.status).toBe('running'));
    runs.cancel(session.record.token);
    await ended;
    expect([...shown, session.record.status]).toEqual(['running', 'cancelled']);
  });

  it('that could not read anything fails with the reason', async () => {
    const reason = problem('nothing-found', 'No spectra in plate.zip.', 'Drop the run’s folder.');
    const { session, ended } = queue(
      new PlayedAnalysis([{ kind: 'failed', problem: reason }]),
    ).enqueue(request());
    await ended;
    expect(value(await readJob(db, session.record.token))).toMatchObject({
      status: 'failed',
      problem: reason,
    });
  });

  it('fails when its files cannot be listed, or its model is refused', async () => {
    const reason = problem('folder-unreadable', 'The folder cannot be read.', 'Copy it first.');
    const unreadable = queue(new PlayedAnalysis(wholeRun)).enqueue(
      request('x', { listing: Promise.resolve({ files: [], problems: [reason] }) }),
    );
    await unreadable.ended;
    expect(unreadable.session.record).toMatchObject({ status: 'failed', problem: reason });

    const analysis = new PlayedAnalysis(wholeRun);
    analysis.prepared = err(reason);
    const refused = queue(analysis).enqueue(request());
    await refused.ended;
    expect(refused.session.record).toMatchObject({ status: 'failed', problem: reason });
  });

  it('that meets an error of the program reports it, and the next one runs', async () => {
    const logged = vi.fn();
    vi.stubGlobal('reportError', logged);
    const runs = queue(new PlayedAnalysis([rowsEvent(0)]));
    const { session, ended } = runs.enqueue(request());
    await ended;
    expect(session.record).toMatchObject({
      status: 'failed',
      problem: { kind: 'program-fault' },
    });
    expect(value(await readRows(db, session.record.token)).samples).toHaveLength(1);
    expect(logged).toHaveBeenCalledOnce();
    expect(runs.busy).toBe(false);
  });

  it('stays on the screen when the storage is full, and reports this', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    db.rowChunks.hook('creating', () => {
      throw full;
    });
    const runs = queue(new PlayedAnalysis(wholeRun));
    const { session, ended } = runs.enqueue(request());
    await ended;
    expect(session.unsaved?.kind).toBe('storage-full');
    expect(session.samples).toHaveLength(2);
    expect(value(await session.evidence(1))).toEqual(markerEvidence());
    // The job can be opened again as long as the page is open.
    expect(value(await openJob(db, runs, session.record.token))).toBe(session);
    expect(session.record.status).toBe('completed');
    // The stored part is incomplete, and does not claim to be the whole job.
    expect(value(await readJob(db, session.record.token))).toMatchObject({
      status: 'interrupted',
      problem: { kind: 'storage-full' },
    });
    // No other page may start the job again while its results are on the screen.
    expect(locks.held).toEqual([`job:${session.record.token}`]);
  });

  it('is stored completely if there is room again at its end', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    let writes = 0;
    db.rowChunks.hook('creating', () => {
      if (++writes === 1) throw full;
    });
    const { session, ended } = queue(new PlayedAnalysis(wholeRun)).enqueue(request());
    await ended;
    expect(session.unsaved).toBeNull();
    const { token } = session.record;
    expect(value(await readJob(db, token))).toMatchObject({ status: 'completed', problem: null });
    expect(value(await readRows(db, token)).samples).toHaveLength(2);
    expect(value(await readEvidence(db, token, 0))).toEqual(markerEvidence());
    expect(locks.held).toEqual([]);
  });
});

it('a sample that is withdrawn leaves the table', async () => {
  const regrouped: JobEvent = {
    kind: 'rows',
    spectra: [],
    samples: [sampleRow(2, { name: 'Both', spectra: [0, 1] })],
    evidence: [],
    withdrawn: [0, 1],
    done: 2,
  };
  const events = [...wholeRun.slice(0, -1), regrouped, ...wholeRun.slice(-1)];
  const { session, ended } = queue(new PlayedAnalysis(events)).enqueue(request());
  await ended;
  expect(session.samples.map(({ name }) => name)).toEqual(['Both']);
  expect(session.record.counts).toMatchObject({ samples: 1, calls: { 'taxon-a': 1 } });
  const stored = value(await readRows(db, session.record.token));
  expect(stored.samples).toEqual(session.samples);
});

describe('the queue', () => {
  it('runs one job after the other, and holds a lock on each', async () => {
    const analysis = new PlayedAnalysis(wholeRun, 2);
    const runs = queue(analysis);
    const first = runs.enqueue(request('first.zip'));
    const second = runs.enqueue(request('second.zip'));
    await vi.waitFor(() => expect(second.session.record.status).toBe('queued'));
    await vi.waitFor(() => expect(first.session.record.status).toBe('running'));
    await vi.waitFor(() => expect(analysis.started).toEqual(['first.zip']));
    expect(runs.busy).toBe(true);
    expect(locks.held).toEqual([
      `job:${first.session.record.token}`,
      'turn',
      `job:${second.session.record.token}`,
    ]);

    analysis.letGo();
    await first.ended;
    await vi.waitFor(() => expect(analysis.started).toEqual(['first.zip', 'second.zip']));
    analysis.letGo();
    await second.ended;
    expect(second.session.record.status).toBe('completed');
    expect(runs.busy).toBe(false);
    expect(locks.held).toEqual([]);
  });

  it('cancels a waiting job without starting it', async () => {
    const analysis = new PlayedAnalysis(wholeRun, 2);
    const runs = queue(analysis);
    const first = runs.enqueue(request('first.zip'));
    const second = runs.enqueue(request('second.zip'));
    await vi.waitFor(() => expect(second.session.record.status).toBe('queued'));
    runs.cancel(second.session.record.token);
    await second.ended;
    expect(second.session.record.status).toBe('cancelled');
    analysis.letGo();
    await first.ended;
    expect(first.session.record.status).toBe('completed');
    expect(analysis.started).toEqual(['first.zip']);
  });
});
