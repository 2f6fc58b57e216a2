import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import { defaultPoolSize, SpectrumPool } from '../../../../workers/spectrum/pool';
import { WorkerClient } from '../../../../workers/worker-client';
import type { SpectrumWorkerApi } from '../../../../workers/spectrum/api';
import { here } from '../../../builders/headless-job';
import { tinyPack } from '../../../builders/tiny-pack';

const DEAD = problem('worker-died', 'It died.', '');

/** A worker that counts what it is asked, and answers when it is told to. */
class FakeWorker implements SpectrumWorkerApi {
  batches = 0;
  models = 0;
  answer: () => void = () => undefined;
  die: (reason: Problem) => void = () => undefined;
  readonly died = new Promise<Problem>((resolve) => (this.die = resolve));
  loaded: Awaited<ReturnType<SpectrumWorkerApi['loadModel']>> = ok({ elapsed: 0 });

  loadModel() {
    this.models += 1;
    return Promise.resolve(this.loaded);
  }

  process() {
    this.batches += 1;
    return new Promise<[]>((resolve) => (this.answer = () => resolve([])));
  }

  classify() {
    return Promise.resolve([]);
  }
}

function poolOf(...workers: FakeWorker[]): SpectrumPool {
  const left = workers.values();
  return new SpectrumPool(() => {
    const worker = left.next().value!;
    return here<SpectrumWorkerApi>(worker, worker.died);
  }, workers.length);
}

async function loadedPool(...workers: FakeWorker[]): Promise<SpectrumPool> {
  const pool = poolOf(...workers);
  await pool.load(await tinyPack());
  await settled();
  return pool;
}

/** Until everything that waits for nothing more has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const process = (pool: SpectrumPool) => pool.process([], { keepVectors: false });

describe('SpectrumPool, with a guard', () => {
  it('loads a model again when another guard watches it, and when none does any more', async () => {
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

  it('uses the model where the guard cannot be opened, tells why, and tries it anew', async () => {
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
  it('gives work to the worker that has least to do', async () => {
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

  it('loads a model once, and another one instead of it', async () => {
    const worker = new FakeWorker();
    const pool = poolOf(worker);
    const pack = await tinyPack();
    expect(await pool.load(pack)).toBeNull();
    expect(await pool.load(pack)).toBeNull();
    expect(worker.models).toBe(1);
    await pool.load({ ...pack, ref: { ...pack.ref, manifestSha256: 'another' } });
    expect(worker.models).toBe(2);
  });

  it('says why a model cannot be used, and tries it again when asked again', async () => {
    const worker = new FakeWorker();
    worker.loaded = err(DEAD);
    const pool = poolOf(worker);
    const pack = await tinyPack();
    expect(await pool.load(pack)).toEqual(DEAD);
    worker.loaded = ok({ elapsed: 0 });
    expect(await pool.load(pack)).toBeNull();
  });

  it('starts the others once the first has its model, and works with that one meanwhile', async () => {
    const [one, two] = [new FakeWorker(), new FakeWorker()];
    let opened: () => void = () => undefined;
    one.loadModel = () => new Promise((resolve) => (opened = () => resolve(ok({ elapsed: 0 }))));
    const pool = poolOf(one, two);
    const loading = pool.load(await tinyPack());
    void process(pool);
    void process(pool);
    expect([one.batches, two.batches, two.models]).toEqual([2, 0, 0]);
    opened();
    expect(await loading).toBeNull();
    await settled();
    void process(pool);
    expect([one.batches, two.batches, two.models]).toEqual([2, 1, 1]);
  });

  it('goes on without another that cannot take the model', async () => {
    const [one, two] = [new FakeWorker(), new FakeWorker()];
    two.loaded = err(DEAD);
    const pool = await loadedPool(one, two);
    expect(pool.size).toBe(1);
    void process(pool);
    void process(pool);
    expect([one.batches, two.batches]).toEqual([2, 0]);
  });
});

describe('WorkerClient', () => {
  it('makes a value of what a request throws', async () => {
    const client = new WorkerClient(() => here({ fail: () => Promise.reject(new Error('oops')) }));
    const answer = await client.ask((api) => api.fail());
    expect(answer.ok ? null : answer.error.kind).toBe('internal-error');
    expect(client.pending).toBe(0);
    expect(client.isAlive).toBe(true);
  });
});

describe('defaultPoolSize', () => {
  it.each([
    [undefined, 2],
    [1, 1],
    [2, 1],
    [4, 3],
    [8, 4],
  ])('of %s cores is %i', (cores, size) => {
    expect(defaultPoolSize(cores)).toBe(size);
  });
});
