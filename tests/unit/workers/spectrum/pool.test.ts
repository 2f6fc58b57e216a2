import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import { SpectrumPool } from '../../../../workers/spectrum/page/pool';
import { WorkerClient } from '../../../../workers/worker-client';
import type { Timers } from '../../../../workers/watchdog';
import type { AcquisitionInput, SpectrumWorkerApi } from '../../../../workers/spectrum/api';
import type { SpectrumOutcome } from '../../../../src/core/job/outcome';
import { here } from '../../../builders/headless-job';
import { tinyPack } from '../../../builders/tiny-pack';

const DEAD = problem('worker-died', 'It died.', '');

let now = 0;
/** Timers whose time passes only when a test says so. */
const TIMERS: Timers = { now: () => now, set: () => null, clear: () => undefined };
const ABSENT = { kind: 'unreadable', problem: DEAD } as const;
/** Enough spectra to be measured. Each takes 2 ms. */
const SLOW = Array.from({ length: 32 }, (_, index): AcquisitionInput => {
  return { index, path: `${index}/fid`, size: 0, fid: ABSENT, acqu: null };
});
/** Enough work for any number of workers. */
const MANY = 100_000;

/** A worker that counts its requests, and answers when it is told to. */
class FakeWorker implements SpectrumWorkerApi {
  batches = 0;
  models = 0;
  ended = false;
  answer: () => void = () => undefined;
  die: (reason: Problem) => void = () => undefined;
  readonly died = new Promise<Problem>((resolve) => (this.die = resolve));
  loaded: Awaited<ReturnType<SpectrumWorkerApi['loadModel']>> = ok({ elapsed: 0 });

  loadModel() {
    this.models += 1;
    return Promise.resolve(this.loaded);
  }

  process(batch: readonly AcquisitionInput[]) {
    this.batches += 1;
    return new Promise<SpectrumOutcome[]>((resolve) => {
      this.answer = () => resolve(batch.map(({ index }) => ({ index }) as SpectrumOutcome));
    });
  }

  classify() {
    return Promise.resolve([]);
  }
}

function poolOf(...workers: FakeWorker[]): SpectrumPool {
  const left = workers.values();
  const start = () => {
    const worker = left.next().value!;
    const handle = here<SpectrumWorkerApi>(worker, worker.died);
    return { ...handle, terminate: () => (worker.ended = true) };
  };
  return new SpectrumPool(start, workers.length, TIMERS);
}

/** Gives the first worker enough slow spectra for their time to be measured. */
async function measure(pool: SpectrumPool, worker: FakeWorker): Promise<void> {
  const work = pool.process(SLOW, { keepVectors: false });
  now += 64;
  worker.answer();
  await work;
}

async function loadedPool(...workers: FakeWorker[]): Promise<SpectrumPool> {
  const pool = poolOf(...workers);
  await pool.load(await tinyPack());
  await measure(pool, workers[0]!);
  for (let more = 1; more < workers.length; more++) {
    void pool.grow(MANY);
    await settled();
  }
  for (const worker of workers) worker.batches = 0;
  return pool;
}

/** Waits until everything that is ready has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const process = (pool: SpectrumPool) => pool.process([], { keepVectors: false });

describe('SpectrumPool, with a guard', () => {
  it('loads a model again with another guard, and again without a guard', async () => {
    const worker = new FakeWorker();
    const pool = poolOf(worker);
    const pack = await tinyPack();
    const guard = await tinyPack({ manifest: { version: '2.0.0' } });
    for (const [beside, models] of [
      [null, 1],
      [guard, 2],
      [guard, 2],
      [null, 3],
    ] as const) {
      expect(await pool.load(pack, beside)).toBeNull();
      expect(worker.models).toBe(models);
    }
  });

  it('uses the model if the guard cannot be opened, reports why, and tries the guard again', async () => {
    const worker = new FakeWorker();
    const guardProblem = problem('model-tensors', 'It has no scores.', 'Install it again.');
    worker.loaded = ok({ elapsed: 0, guardProblem });
    const pool = poolOf(worker);
    const pack = await tinyPack();
    expect(await pool.load(pack, pack)).toBeNull();
    expect(pool.guardProblem).toBe(guardProblem);
    worker.loaded = ok({ elapsed: 0, guardProblem: null });
    expect(await pool.load(pack, pack)).toBeNull();
    expect(pool.guardProblem).toBeNull();
    expect(worker.models).toBe(2);
  });
});

describe('SpectrumPool', () => {
  it('gives work to the worker with the least to do', async () => {
    const [one, two] = [new FakeWorker(), new FakeWorker()];
    const pool = await loadedPool(one, two);
    const first = process(pool);
    void process(pool);
    expect([one.batches, two.batches]).toEqual([1, 1]);
    one.answer();
    expect(await first).toEqual(ok([]));
    void process(pool);
    expect([one.batches, two.batches]).toEqual([2, 1]);
  });

  it('loads a model once, and replaces it with another one', async () => {
    const worker = new FakeWorker();
    const pool = poolOf(worker);
    const pack = await tinyPack();
    expect(await pool.load(pack)).toBeNull();
    expect(await pool.load(pack)).toBeNull();
    expect(worker.models).toBe(1);
    await pool.load({ ...pack, ref: { ...pack.ref, manifestSha256: 'another' } });
    expect(worker.models).toBe(2);
  });

  it('reports why a model cannot be used, and tries it again when requested', async () => {
    const worker = new FakeWorker();
    worker.loaded = err(DEAD);
    const pool = poolOf(worker);
    const pack = await tinyPack();
    expect(await pool.load(pack)).toEqual(DEAD);
    worker.loaded = ok({ elapsed: 0 });
    expect(await pool.load(pack)).toBeNull();
  });

  it('starts no second worker for a plate, however slow the first one begins', async () => {
    const [one, two] = [new FakeWorker(), new FakeWorker()];
    const pool = poolOf(one, two);
    const loading = pool.load(await tinyPack());
    const first = pool.process(SLOW.slice(0, 16), { keepVectors: false });
    now += 5_000;
    await loading;
    await settled();
    one.answer();
    await first;
    void pool.grow(384);
    await measure(pool, one);
    void pool.grow(384);
    await settled();
    expect([pool.size, two.models]).toEqual([1, 0]);
  });

  it('starts the other workers one after the other, when there is enough work for each', async () => {
    const workers = [new FakeWorker(), new FakeWorker(), new FakeWorker()];
    const [one, two, three] = workers as [FakeWorker, FakeWorker, FakeWorker];
    let opened: () => void = () => undefined;
    two.loadModel = () => {
      two.models += 1;
      return new Promise((resolve) => (opened = () => resolve(ok({ elapsed: 0 }))));
    };
    const pool = poolOf(...workers);
    await pool.load(await tinyPack());
    await measure(pool, one);
    void pool.grow(1_000);
    void pool.grow(MANY);
    await settled();
    // While one starts, the first works alone, and no further one starts.
    void process(pool);
    void process(pool);
    expect([one.batches, two.batches, two.models, three.models]).toEqual([3, 0, 1, 0]);
    opened();
    await settled();
    void process(pool);
    expect([pool.size, two.batches]).toEqual([2, 1]);
    // At 2 ms each, the work that was enough for the second is not enough for the third.
    void pool.grow(1_000);
    await settled();
    expect(three.models).toBe(0);
    void pool.grow(2_000);
    await settled();
    expect([pool.size, three.models]).toEqual([3, 1]);
  });

  it('keeps one worker at rest, and measures the next job again', async () => {
    const workers = [new FakeWorker(), new FakeWorker(), new FakeWorker()];
    const pool = await loadedPool(...workers);
    pool.rest();
    expect(workers.map(({ ended }) => ended)).toEqual([false, true, true]);
    void pool.grow(MANY);
    await settled();
    expect(pool.size).toBe(1);
  });

  it('ends a worker whose model is loaded only after the job', async () => {
    const [one, two] = [new FakeWorker(), new FakeWorker()];
    const pool = poolOf(one, two);
    await pool.load(await tinyPack());
    await measure(pool, one);
    void pool.grow(MANY);
    pool.rest();
    await settled();
    expect([pool.size, two.ended]).toEqual([1, true]);
  });

  it('continues without a worker that cannot load the model, and does not try a third one', async () => {
    const [one, two, three] = [new FakeWorker(), new FakeWorker(), new FakeWorker()];
    two.loaded = three.loaded = err(DEAD);
    const pool = await loadedPool(one, two, three);
    void pool.grow(MANY);
    await settled();
    expect([pool.size, two.models, three.models]).toEqual([1, 1, 1]);
    void process(pool);
    void process(pool);
    expect([one.batches, two.batches]).toEqual([2, 0]);
  });
});

describe('WorkerClient', () => {
  it('turns the error of a request into a value', async () => {
    const client = new WorkerClient(() => here({ fail: () => Promise.reject(new Error('oops')) }));
    const answer = await client.ask((api) => api.fail());
    expect(answer.ok ? null : answer.error.kind).toBe('internal-error');
    expect(client.pending).toBe(0);
    expect(client.isAlive).toBe(true);
  });
});
