import { describe, expect, it } from 'vitest';
import { type ModelRun, ModelRunTeller } from '../../../../workers/transport/model-run';
import { TestTimers } from '../../../builders/test-timers';

function told() {
  const timers = new TestTimers();
  const said: ModelRun['modelRows'][] = [];
  const teller = new ModelRunTeller(({ modelRows }) => said.push(modelRows), timers);
  /** Runs a model for so many milliseconds. */
  const run = (rows: number, milliseconds = 0) =>
    teller.run(rows, () => {
      timers.elapse(milliseconds);
      return Promise.resolve(rows);
    });
  return { timers, said, teller, run };
}

describe('what a thread tells of its model', () => {
  it('is told before the first run, and returns its result', async () => {
    const { said, run } = told();
    expect(await run(4)).toBe(4);
    expect(said).toEqual([4]);
  });

  it('is told once a second while one run follows another', async () => {
    const { said, run } = told();
    for (let time = 0; time < 3_000; time += 10) await run(4, 10);
    expect(said).toEqual([4, 4, 4]);
  });

  it('is told at once of a run of more rows, which may take longer', async () => {
    const { said, run } = told();
    for (const rows of [4, 2, 32, 4]) await run(rows);
    expect(said).toEqual([4, 32]);
  });

  it('is told to have ended after a quarter of a second without a run', async () => {
    const { timers, said, run } = told();
    await run(4, 10);
    timers.elapse(200);
    await run(4, 10);
    timers.pass();
    expect(said).toEqual([4]);
    timers.pass();
    expect(said).toEqual([4, null]);
    expect(timers.pending).toBe(0);
    await run(4);
    expect(said).toEqual([4, null, 4]);
  });

  it('is not told to have ended during a run', async () => {
    const { timers, said, teller, run } = told();
    await run(4);
    let end: () => void = () => undefined;
    const long = teller.run(4, () => new Promise<void>((resolve) => (end = resolve)));
    timers.pass();
    expect(said).toEqual([4]);
    expect(timers.pending).toBe(0);
    end();
    await long;
    timers.pass();
    expect(said).toEqual([4, null]);
  });

  it('is told to have ended when a run failed', async () => {
    const { timers, said, teller } = told();
    await expect(teller.run(4, () => Promise.reject(new Error('no memory')))).rejects.toThrow();
    timers.pass();
    expect(said).toEqual([4, null]);
  });
});
