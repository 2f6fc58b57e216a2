import { beforeEach, describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import { RowStore } from '../../../../workers/rows/client';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob } from '../../../../src/storage/jobs';
import { readEvidence, readRows, type RowBatch, saveRows } from '../../../../src/storage/rows';
import type { RowsWorkerApi } from '../../../../workers/rows/api';
import { here } from '../../../builders/headless-job';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from '../../storage/records';

const [job] = tokens;

function batchOf(index: number): RowBatch {
  return {
    spectra: [spectrumRow(index)],
    samples: [sampleRow(index)],
    evidence: [{ sample: index, evidence: markerEvidence() }],
    withdrawn: [],
  };
}

let db: KtyperDatabase;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, jobRecord()));
});

const indices = async () => value(await readRows(db, job)).samples.map(({ index }) => index);

describe('RowStore', () => {
  it('has its thread write, and starts it with the first rows', async () => {
    let started = 0;
    const written: number[] = [];
    const rows = new RowStore(db, () => {
      started += 1;
      return here<RowsWorkerApi>({
        save(job, batch, ...rest) {
          written.push(...batch.samples.map(({ index }) => index));
          return saveRows(db, job, batch, ...rest);
        },
      });
    });
    expect(started).toBe(0);
    value(await rows.save(job, batchOf(0), {}, null));
    value(await rows.save(job, batchOf(1), {}, null));
    expect(started).toBe(1);
    expect(written).toEqual([0, 1]);
    expect(await indices()).toEqual([0, 1]);
    expect(value(await readEvidence(db, job, 1))).toEqual(markerEvidence());
  });

  it('gives its thread’s work to another after some thousand rows, never while one writes', async () => {
    let alive = 0;
    let started = 0;
    const sizes: number[] = [];
    const rows = new RowStore(db, () => {
      started += 1;
      alive += 1;
      const api: RowsWorkerApi = {
        save(_, { samples }) {
          sizes.push(samples.length);
          return Promise.resolve(ok(undefined));
        },
      };
      return { ...here(api), terminate: () => (alive -= 1) };
    });
    const large = { ...batchOf(0), samples: Array.from({ length: 750 }, (_, i) => sampleRow(i)) };
    for (let i = 0; i < 6; i++) value(await rows.save(job, large, {}, null));
    expect([started, alive]).toEqual([2, 1]);
    await Promise.all([1, 2, 3, 4].map(() => rows.save(job, large, {}, null)));
    expect([started, alive]).toEqual([3, 1]);
    expect(sizes).toEqual(Array(10).fill(750));
  });

  it('gives back why the storage did not take them, and does not try by itself', async () => {
    const full = problem('storage-full', 'No room.', 'Make some.');
    const rows = new RowStore(db, () =>
      here<RowsWorkerApi>({ save: () => Promise.resolve(err(full)) }),
    );
    expect(await rows.save(job, batchOf(0), {}, null)).toEqual(err(full));
    expect(await indices()).toEqual([]);
  });

  it('writes by itself when the thread dies, then and afterwards', async () => {
    let die: (reason: Problem) => void = () => undefined;
    const died = new Promise<Problem>((resolve) => (die = resolve));
    let asked = 0;
    let ended = 0;
    const api: RowsWorkerApi = {
      save() {
        asked += 1;
        die(problem('worker-died', 'It died.', ''));
        return new Promise(() => undefined);
      },
    };
    const rows = new RowStore(db, () => ({ ...here(api, died), terminate: () => (ended += 1) }));
    value(await rows.save(job, batchOf(0), { name: 'Changed' }, null));
    value(await rows.save(job, batchOf(1), {}, null));
    expect(asked).toBe(1);
    expect(ended).toBeGreaterThan(0);
    expect(await indices()).toEqual([0, 1]);
  });

  it('writes by itself when the thread is silent for too long', async () => {
    let now = 0;
    let ring: () => void = () => undefined;
    const timers = {
      now: () => now,
      set(callback: () => void, milliseconds: number) {
        ring = () => {
          now += milliseconds;
          callback();
        };
        return 1;
      },
      clear: () => undefined,
    };
    const silent: RowsWorkerApi = { save: () => new Promise(() => undefined) };
    const rows = new RowStore(db, () => here(silent), timers);
    const saving = rows.save(job, batchOf(0), {}, null);
    ring();
    value(await saving);
    expect(await indices()).toEqual([0]);
  });

  it('writes by itself where the thread cannot take what it is given', async () => {
    const rows = new RowStore(db, () =>
      here<RowsWorkerApi>({ save: () => Promise.reject(new Error('DataCloneError')) }),
    );
    value(await rows.save(job, batchOf(0), {}, null));
    expect(await indices()).toEqual([0]);
  });
});
