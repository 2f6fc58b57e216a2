import { describe, expect, it, vi } from 'vitest';
import { problem, type Problem } from '../../../../src/core/problem';
import { err, ok, type Result } from '../../../../src/core/result';
import { RowWriter } from '../../../../src/state/jobs/row-writer';
import type { RowBatch } from '../../../../src/storage/row-chunks';
import { markerEvidence, sampleRow } from '../../storage/records';

function rows(first: number, count: number): RowBatch {
  const samples = Array.from({ length: count }, (_, i) => sampleRow(first + i));
  return { spectra: [], samples, evidence: [], withdrawn: [] };
}

/** As many rows as make the writer write. */
const FULL = 256;

describe('RowWriter', () => {
  it('collects small batches until a second has passed', async () => {
    let now = 0;
    const written: number[] = [];
    const save = (batch: RowBatch) => {
      written.push(batch.samples.length);
      return Promise.resolve(ok(undefined));
    };
    const writer = new RowWriter(
      save,
      () => ({}),
      () => undefined,
      () => now,
    );
    await writer.add(rows(0, 3));
    now = 100;
    await writer.add(rows(3, 3));
    expect(written).toEqual([]);
    now = 1_000;
    await writer.add(rows(6, 1));
    expect(written).toEqual([7]);
    await writer.finish();
    expect(written).toEqual([7, 0]);
  });

  it('gives access to evidence that is being written until it is stored', async () => {
    const seen = markerEvidence();
    const ends: ((result: Result<void, Problem>) => void)[] = [];
    const writer = new RowWriter(
      () => new Promise((end) => ends.push(end)),
      () => ({}),
      () => undefined,
    );
    await writer.add({ ...rows(0, 1), evidence: [{ sample: 0, evidence: seen }] });
    expect([...writer.evidence().keys()]).toEqual([0]);
    const finished = writer.finish();
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    expect(writer.evidence().get(0)).toBe(seen);
    ends[0]!(ok(undefined));
    await finished;
    expect(writer.evidence().size).toBe(0);
  });

  it('writes the collected rows when no more come', async () => {
    vi.useFakeTimers();
    try {
      const written: number[] = [];
      const save = (batch: RowBatch) => {
        written.push(batch.samples.length);
        return Promise.resolve(ok(undefined));
      };
      const writer = new RowWriter(
        save,
        () => ({}),
        () => undefined,
      );
      await writer.add(rows(0, 3));
      await vi.advanceTimersByTimeAsync(999);
      expect(written).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(written).toEqual([3]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('makes the run wait when a write is in progress and the next batch is full', async () => {
    const finishWrite: (() => void)[] = [];
    const save = () =>
      new Promise<ReturnType<typeof ok<void>>>((resolve) =>
        finishWrite.push(() => resolve(ok(undefined))),
      );
    const writer = new RowWriter(
      save,
      () => ({}),
      () => undefined,
      () => 0,
    );
    await writer.add(rows(0, FULL));
    await writer.add(rows(FULL, FULL - 1));
    expect(finishWrite).toHaveLength(1);

    let waited = true;
    const third = writer.add(rows(2 * FULL - 1, 1)).then(() => (waited = false));
    await Promise.resolve();
    expect(waited).toBe(true);
    finishWrite[0]?.();
    await third;
    expect(finishWrite).toHaveLength(2);
  });

  it('never makes two writes at the same time', async () => {
    vi.useFakeTimers();
    try {
      let underWay = 0;
      let most = 0;
      const ends: (() => void)[] = [];
      const save = () => {
        most = Math.max(most, ++underWay);
        return new Promise<Result<void, Problem>>((end) =>
          ends.push(() => {
            underWay -= 1;
            end(ok(undefined));
          }),
        );
      };
      const writer = new RowWriter(
        save,
        () => ({}),
        () => undefined,
        () => Date.now(),
      );
      const first = writer.add(rows(0, FULL));
      await vi.advanceTimersByTimeAsync(0);
      // During the write a few rows are added, which the timer takes, and then the end comes.
      await writer.add(rows(FULL, 1));
      await vi.advanceTimersByTimeAsync(2_000);
      const finished = writer.finish();
      while (ends.length > 0) {
        ends.shift()!();
        await vi.advanceTimersByTimeAsync(0);
      }
      await Promise.all([first, finished]);
      expect(most).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('returns the rows that could not be written, and continues', async () => {
    const full = problem('storage-full', 'No room.', 'Make room.');
    const lost: number[] = [];
    const writer = new RowWriter(
      (batch) => Promise.resolve(batch.samples.length > 0 ? err(full) : ok(undefined)),
      () => ({}),
      (batch) => lost.push(batch.samples.length),
      () => 0,
    );
    await writer.add(rows(0, FULL));
    await writer.add(rows(FULL, 10));
    await writer.finish();
    expect(lost).toEqual([FULL, 10]);
  });
});
