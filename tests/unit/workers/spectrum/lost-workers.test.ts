import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok, type Result } from '../../../../src/core/result';
import { SpectrumPool } from '../../../../workers/spectrum/page/pool';
import type { ModelRun } from '../../../../workers/transport/model-run';
import type { Timers } from '../../../../workers/watchdog';
import type { AcquisitionInput, SpectrumWorkerApi } from '../../../../workers/spectrum/api';
import type { ModelAnswer, SpectrumOutcome } from '../../../../src/core/job/outcome';
import { here } from '../../../builders/headless-job';
import { tinyPack } from '../../../builders/tiny-pack';

const DIED = problem('worker-died', 'It died.', '');

type Answer = Result<ModelAnswer, Problem>;

/** The effect of a spectrum on the worker that gets it. */
type Effect = 'none' | 'kills' | 'hangs' | 'throws' | 'spoils' | 'hangs the model';

/** Timers whose time passes only when a test says so. */
class TestTimers implements Timers {
  #now = 0;
  readonly #waiting = new Map<number, { due: number; callback: () => void }>();
  #made = 0;

  now = () => this.#now;

  set(callback: () => void, milliseconds: number): number {
    this.#waiting.set(++this.#made, { due: this.#now + milliseconds, callback });
    return this.#made;
  }

  clear(timer: unknown): void {
    this.#waiting.delete(timer as number);
  }

  get pending(): number {
    return this.#waiting.size;
  }

  elapse(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Advances the time until the next timer is due, and then by so many milliseconds more. */
  pass(late = 0): void {
    const next = [...this.#waiting].sort(([, a], [, b]) => a.due - b.due)[0];
    if (next === undefined) return;
    const [key, { due, callback }] = next;
    this.#waiting.delete(key);
    this.#now = due + late;
    callback();
  }
}

/** Workers on which spectra have the effects that the test sets. The indices identify the spectra. */
class Workers {
  readonly timers = new TestTimers();
  readonly #effects: (index: number) => Effect;
  started = 0;
  alive = 0;
  /** Sizes of the batches, in the order in which they came. */
  readonly batches: number[] = [];
  modelFault: Problem | null = null;
  modelHangs = false;
  diesAtStart: (started: number) => boolean = () => false;

  constructor(effects: Record<number, Effect>) {
    this.#effects = (index) => effects[index] ?? 'none';
  }

  readonly start = () => {
    this.started += 1;
    this.alive += 1;
    let die: (reason: Problem) => void = () => undefined;
    const died = new Promise<Problem>((resolve) => (die = resolve));
    let isGone = false;
    const end = () => {
      if (!isGone) this.alive -= 1;
      isGone = true;
    };
    let spoilt = false;
    let tell: (run: ModelRun) => void = () => undefined;
    if (this.diesAtStart(this.started)) die(DIED);
    const answer = async <T>(effect: Effect, good: T, bad: T): Promise<T> => {
      await settled();
      if (effect === 'kills') die(DIED);
      tell({ modelRows: 1 });
      if (effect === 'hangs the model') return new Promise(() => undefined);
      tell({ modelRows: null });
      if (effect === 'hangs' || effect === 'kills') return new Promise(() => undefined);
      if (effect === 'throws') throw new RangeError('out of memory');
      spoilt ||= effect === 'spoils';
      return spoilt ? bad : good;
    };
    const api: SpectrumWorkerApi = {
      loadModel: async () => {
        await settled();
        if (this.modelHangs) {
          tell({ modelRows: 2 });
          return new Promise(() => undefined);
        }
        return this.modelFault === null ? ok({ elapsed: 0 }) : err(this.modelFault);
      },
      process: async (batch) => {
        this.batches.push(batch.length);
        const outcomes: SpectrumOutcome[] = [];
        for (const { index } of batch) {
          const [good, bad] = [outcome(index), outcome(index, OUT_OF_MEMORY)];
          outcomes.push(await answer(this.#effects(index), good, bad));
        }
        return outcomes;
      },
      classify: async (vectors) => {
        const answers = [];
        for (const [index = 0] of vectors) {
          answers.push(await answer<Answer>(this.#effects(index), ok(ANSWER), err(OUT_OF_MEMORY)));
        }
        return answers;
      },
    };
    const onModelRun = (listener: typeof tell) => (tell = listener);
    return { ...here(api, died.finally(end)), terminate: end, onModelRun };
  };

  async pool(size = 2): Promise<SpectrumPool> {
    const pool = new SpectrumPool(this.start, size, this.timers);
    await pool.load(await tinyPack());
    // Other workers start once there is enough work for them.
    for (let more = 1; more < size; more++) {
      const work = pool.process(batchOf(...SLOW), { keepVectors: false });
      this.timers.elapse(10_000);
      await work;
      void pool.grow(100_000);
      await settled();
      await settled();
    }
    return pool;
  }
}

/** Spectra on which no test has any effect. */
const SLOW = Array.from({ length: 32 }, (_, i) => 1_000 + i);
const OUT_OF_MEMORY = problem('internal-error', 'RangeError: no memory.', '');
const ANSWER: ModelAnswer = { probabilities: new Float32Array(1), evidence: null, peaks: null };

function outcome(index: number, fault: Problem | null = null): SpectrumOutcome {
  return {
    index,
    uid: `uid-${index}`,
    spot: '',
    names: null,
    record: null,
    measures: null,
    sha256: null,
    warnings: [],
    skipped: null,
    answer: fault === null ? ok(ANSWER) : err(fault),
    vector: null,
  };
}

function batchOf(...indices: readonly number[]): AcquisitionInput[] {
  const unreadable = { kind: 'unreadable', problem: DIED } as const;
  return indices.map((index) => ({
    index,
    path: `${index}/fid`,
    size: 0,
    fid: unreadable,
    acqu: null,
  }));
}

/** Waits until everything that is ready has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Advances the time whenever nothing else happens, until the work is done. */
async function finish<T>(workers: Workers, work: Promise<T>): Promise<T> {
  let done = false;
  const finished = work.finally(() => (done = true));
  for (let idle = 0; !done; idle++) {
    await settled();
    if (idle % 50 === 49) workers.timers.pass();
  }
  return finished;
}

async function processAll(workers: Workers, ...batches: readonly (readonly number[])[]) {
  const pool = await workers.pool();
  const answered = await finish(
    workers,
    Promise.all(batches.map((batch) => pool.process(batchOf(...batch), { keepVectors: false }))),
  );
  const seen = answered.map((batch) => (batch.ok ? batch.value.map(nameOf) : batch.error.kind));
  return { pool, seen };
}

/** Returns the name, such as `uid-3`, or the kind of the problem. */
function nameOf(answer: { ok: true; value: SpectrumOutcome } | { ok: false; error: Problem }) {
  if (!answer.ok) return answer.error.kind;
  const { uid, answer: own } = answer.value;
  return own?.ok === false ? own.error.kind : uid;
}

describe('a spectrum that a worker does not survive', () => {
  it.each([
    ['kills', 'worker-died'],
    ['hangs', 'worker-hung'],
    ['hangs the model', 'model-hung'],
    ['throws', 'internal-error'],
    ['spoils', 'internal-error'],
  ] as const)('is the only one without an outcome if its effect is "%s"', async (effect, kind) => {
    const workers = new Workers({ 5: effect });
    const { pool, seen } = await processAll(workers, [0, 1, 2, 3], [4, 5, 6, 7]);
    expect(seen).toEqual([
      ['uid-0', 'uid-1', 'uid-2', 'uid-3'],
      ['uid-4', kind, 'uid-6', 'uid-7'],
    ]);
    expect(pool.size).toBe(2);
    expect(workers.alive).toBe(2);
    expect(workers.timers.pending).toBe(0);
  });

  it('does not affect the next batch in the same worker', async () => {
    const workers = new Workers({ 0: 'kills' });
    const pool = await workers.pool(1);
    const answered = await finish(
      workers,
      Promise.all([
        pool.process(batchOf(0, 1), { keepVectors: false }),
        pool.process(batchOf(2, 3), { keepVectors: false }),
      ]),
    );
    expect(answered.map((batch) => batch.ok && batch.value.map(nameOf))).toEqual([
      ['worker-died', 'uid-1'],
      ['uid-2', 'uid-3'],
    ]);
    expect(pool.size).toBe(1);
  });

  it('ends a worker each time, however often such a spectrum comes', async () => {
    const effects = Object.fromEntries(
      Array.from({ length: 12 }, (_, i): [number, Effect] => [i, i % 2 ? 'kills' : 'hangs']),
    );
    const workers = new Workers(effects);
    const { pool, seen } = await processAll(
      workers,
      [0, 1, 2],
      [3, 4, 5, 20],
      [6, 7, 8, 9, 10, 11],
    );
    expect(seen.flat().filter((name) => name !== 'uid-20')).toHaveLength(12);
    expect(seen[1]?.[3]).toBe('uid-20');
    expect(pool.size).toBeGreaterThan(0);
  });

  it('does not affect the outcome of any other, for any effects, batches and orders', async () => {
    const effect = fc.constantFrom<Effect>('none', 'none', 'kills', 'hangs', 'throws', 'spoils');
    const batches = fc
      .array(fc.array(effect, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
      // This many in a row would count as an error that comes with every spectrum.
      .filter((plan) => plan.flat().filter((one) => one === 'spoils').length < 8);
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 3 }), async (plan, size) => {
        const effects: Record<number, Effect> = {};
        let next = 0;
        const indices = plan.map((batch) =>
          batch.map((what) => {
            effects[next] = what;
            return next++;
          }),
        );
        const workers = new Workers(effects);
        const pool = await workers.pool(size);
        const answered = await finish(
          workers,
          Promise.all(indices.map((batch) => pool.process(batchOf(...batch), keep))),
        );
        answered.forEach((batch, b) => {
          const names = batch.ok ? batch.value.map(nameOf) : [];
          names.forEach((name, i) => {
            const index = indices[b]![i]!;
            if (effects[index] === 'none') expect(name).toBe(`uid-${index}`);
            else expect(name).toMatch(/^(worker-died|worker-hung|model-hung|internal-error)$/);
          });
          expect(names).toHaveLength(indices[b]!.length);
        });
        expect(pool.size).toBeGreaterThan(0);
        expect(workers.alive).toBeLessThanOrEqual(size + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('is found among the means of samples as well', async () => {
    const workers = new Workers({ 1: 'kills' });
    const pool = await workers.pool();
    const vectors = [0, 1, 2].map((index) => Float64Array.of(index));
    const answers = await finish(workers, pool.classify(vectors));
    expect(answers.ok && answers.value.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});

const keep = { keepVectors: false };

it('an error of our own that comes with every spectrum does not start new workers forever', async () => {
  const effects = Object.fromEntries(
    Array.from({ length: 200 }, (_, i): [number, Effect] => [i, 'spoils']),
  );
  const workers = new Workers(effects);
  const pool = await workers.pool();
  for (let at = 0; at < 200; at += 10) {
    const batch = batchOf(...Array.from({ length: 10 }, (_, i) => at + i));
    const answered = await finish(workers, pool.process(batch, keep));
    expect(answered.ok && answered.value.map(nameOf)).toEqual(Array(10).fill('internal-error'));
  }
  expect(workers.started).toBeLessThan(20);
});

describe('a model that hangs', () => {
  const all = Object.fromEntries(
    Array.from({ length: 64 }, (_, i): [number, Effect] => [i, 'hangs the model']),
  );
  const batch = (from: number) => batchOf(...Array.from({ length: 32 }, (_, i) => from + i));

  it('on several spectra in a row is given up within 30 s', async () => {
    const workers = new Workers(all);
    const pool = await workers.pool(2);
    const start = workers.timers.now();
    const answered = await finish(
      workers,
      Promise.all([pool.process(batch(0), keep), pool.process(batch(32), keep)]),
    );
    expect(answered.map((one) => (one.ok ? 'ok' : one.error.kind))).toEqual([
      'model-given-up',
      'model-given-up',
    ]);
    expect(workers.timers.now() - start).toBeLessThan(30_000);
    const next = await pool.process(batchOf(0), keep);
    expect(next.ok ? 'ok' : next.error.kind).toBe('model-given-up');
    // Another model can still be used.
    const other = await tinyPack({ manifest: { version: '2.0.0' } });
    expect(await finish(workers, pool.load(other))).toBeNull();
    const good = await finish(workers, pool.process(batchOf(100), keep));
    expect(good.ok && good.value.map(nameOf)).toEqual(['uid-100']);
    pool.terminate();
  });

  it('in its self-test is not tried again, and the pool can load another one', async () => {
    const workers = new Workers({});
    workers.modelHangs = true;
    const pool = new SpectrumPool(workers.start, 1, workers.timers);
    const fault = await finish(workers, pool.load(await tinyPack()));
    expect(fault?.kind).toBe('model-hung');
    expect(workers.timers.now()).toBeLessThan(30_000);
    workers.modelHangs = false;
    expect(await finish(workers, pool.load(await tinyPack()))).toBeNull();
    expect(workers.started).toBe(2);
  });

  it('on a few spectra affects only these', async () => {
    const workers = new Workers({
      1: 'hangs the model',
      2: 'hangs the model',
      4: 'hangs the model',
    });
    const { seen } = await processAll(workers, [0, 1, 2, 3, 4, 5]);
    expect(seen).toEqual([['uid-0', 'model-hung', 'model-hung', 'uid-3', 'model-hung', 'uid-5']]);
  });
});

it('a worker that answers late because the computer slept is not ended', async () => {
  const workers = new Workers({});
  const pool = await workers.pool(1);
  const answering = pool.process(batchOf(0), keep);
  workers.timers.pass(3_600_000);
  const answered = await answering;
  expect(answered.ok && answered.value.map(nameOf)).toEqual(['uid-0']);
  expect(workers.started).toBe(1);
});

it('the pool reports a problem as a whole if no worker can start', async () => {
  const workers = new Workers({ 0: 'kills' });
  const pool = await workers.pool(1);
  workers.diesAtStart = () => true;
  const answered = await finish(workers, pool.process(batchOf(0, 1), keep));
  expect(answered.ok ? null : answered.error.kind).toBe('worker-died');
  expect(pool.size).toBe(0);
});

it('a first worker that dies with its model is started again, once', async () => {
  const workers = new Workers({});
  workers.diesAtStart = (started) => started === 1;
  const pool = await workers.pool(1);
  expect(pool.size).toBe(1);
  expect(workers.started).toBe(2);
});

it('a terminated pool answers every open request, and starts nothing new', async () => {
  const workers = new Workers({ 0: 'hangs', 2: 'hangs' });
  const pool = await workers.pool(1);
  const owed = [pool.process(batchOf(0, 1), keep), pool.process(batchOf(2), keep)];
  await settled();
  pool.terminate();
  const answered = await Promise.all(owed);
  expect(answered.map((batch) => (batch.ok ? 'ok' : batch.error.kind))).toEqual([
    'pool-stopped',
    'pool-stopped',
  ]);
  expect(workers.started).toBe(1);
  expect(workers.alive).toBe(0);
});
