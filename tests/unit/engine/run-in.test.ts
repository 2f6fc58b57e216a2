import { describe, expect, it } from 'vitest';
import { artificialAcquisition, runIn } from '../../../src/engine/run-in';
import { err, ok } from '../../../src/core/result';
import { problem } from '../../../src/core/problem';
import { SpectrumSession } from '../../../workers/spectrum/session';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { value } from '../storage/fresh-database';

const atOnce = () => Promise.resolve();

/** A pool that uses the calling thread, and counts its work. */
function pool(session: SpectrumSession) {
  const batches: number[] = [];
  return {
    batches,
    process: async (...[batch, options]: Parameters<SpectrumSession['process']>) => {
      batches.push(batch.length);
      return ok((await session.process(batch, options)).map((outcome) => ok(outcome)));
    },
  };
}

describe('the warm-up of the threads', () => {
  it('takes artificial spectra through all steps of a real one', async () => {
    const session = new SpectrumSession();
    const { files } = value(await readModelPack(null));
    expect((await session.loadModel(files)).ok).toBe(true);
    const options = { keepVectors: false };
    const [outcome] = await session.process([artificialAcquisition(3)], options);
    expect(outcome).toMatchObject({ index: 3, warnings: [], answer: { ok: true } });
    expect(outcome!.measures).toMatchObject({ points: 20_000 });
    expect(outcome!.measures!.mzFirst).toBeCloseTo(1_971, 0);
    expect(outcome!.measures!.mzLast).toBeGreaterThan(21_000);
    expect(outcome!.measures!.quality).not.toBeNull();
  });

  it('processes 192 spectra, eight at a time, whenever the page is idle', async () => {
    let asked = 0;
    const idle = () => Promise.resolve(void (asked += 1));
    const counted = pool(new SpectrumSession());
    expect(await runIn(counted, idle, new AbortController().signal)).toBe(192);
    expect(counted.batches).toEqual(Array(24).fill(8));
    expect(asked).toBe(24);
  });

  it('stops when a job begins, after the spectra that are being processed', async () => {
    const stop = new AbortController();
    let turns = 0;
    const idle = () => Promise.resolve(void (++turns === 3 && stop.abort()));
    const counted = pool(new SpectrumSession());
    expect(await runIn(counted, idle, stop.signal)).toBe(16);
    expect(counted.batches).toEqual([8, 8]);
  });

  it('stops when no thread is left', async () => {
    const lost = { process: () => Promise.resolve(err(problem('lost', 'Lost.', 'Nothing.'))) };
    expect(await runIn(lost, atOnce, new AbortController().signal)).toBe(0);
  });
});
