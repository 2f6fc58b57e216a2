import { describe, expect, it, vi } from 'vitest';
import type { ArchiveStep, ListedSteps } from '../../../../workers/archive/api';
import {
  MANY_ACQUISITIONS,
  STEPS_AHEAD,
  StepsAhead,
} from '../../../../workers/archive/page/steps-ahead';

const ACQUISITIONS = 500;

/** A listing as the thread has it: what announces the acquisitions, and then these. */
function listed(announced: number): ArchiveStep[] {
  const acquisitions = Array.from({ length: ACQUISITIONS }, (_, i) => acquisition(`${i}/fid`));
  return [{ kind: 'ahead', source: 0, acquisitions: announced }, ...acquisitions];
}

function acquisition(path: string): ArchiveStep {
  const fid = { kind: 'blob', blob: new Blob() } as const;
  return { kind: 'acquisition', source: 0, path, size: 0, fid, acqu: null };
}

/** The archive's thread, which holds bytes of the steps from `heldFrom` on. */
function thread(steps: readonly ArchiveStep[], heldFrom = Infinity) {
  let at = 0;
  const ask = vi.fn((max: number): Promise<ListedSteps> => {
    const some = steps.slice(at, at + max);
    at += some.length;
    const holds = at > heldFrom;
    return Promise.resolve({ items: { plain: some }, steps: some.length, holds });
  });
  const onEnd = vi.fn();
  const decode = ({ items }: ListedSteps) => ('plain' in items ? items.plain : []);
  return { ask, decode, onEnd, taken: () => at };
}

async function readAll(listing: StepsAhead, max: number): Promise<readonly ArchiveStep[]> {
  const all: ArchiveStep[] = [];
  for (;;) {
    const steps = await listing.next(max);
    expect(steps.length).toBeLessThanOrEqual(max);
    if (steps.length === 0) return all;
    all.push(...steps);
  }
}

/** Lets all that is already answered be taken. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('StepsAhead', () => {
  it('asks for a small source at the pace of its reader, and leaves the thread alone', async () => {
    const steps = listed(MANY_ACQUISITIONS - 1);
    const one = thread(steps);
    const listing = new StepsAhead(one);
    await listing.next(32);
    await settled();
    expect(one.taken()).toBe(32);
    expect(await readAll(listing, 32)).toEqual(steps.slice(32));
    expect(one.ask.mock.calls.every(([max]) => max === 32)).toBe(true);
    expect(one.onEnd).not.toHaveBeenCalled();
  });

  it('asks for the rest of a large source at once, and then lets the thread end', async () => {
    const steps = listed(MANY_ACQUISITIONS);
    const one = thread(steps);
    const listing = new StepsAhead(one);
    const first = await listing.next(32);
    await settled();
    expect(one.taken()).toBe(steps.length);
    expect(one.ask).toHaveBeenLastCalledWith(STEPS_AHEAD);
    expect(one.onEnd).toHaveBeenCalledOnce();
    expect([...first, ...(await readAll(listing, 32))]).toEqual(steps);
    expect(await listing.next(32)).toEqual([]);
  });

  it('goes back to the pace of its reader where the thread holds bytes', async () => {
    const steps = listed(MANY_ACQUISITIONS);
    const one = thread(steps, 200);
    const listing = new StepsAhead(one);
    const first = await listing.next(32);
    await settled();
    expect(one.taken()).toBe(32 + 2 * STEPS_AHEAD);
    expect([...first, ...(await readAll(listing, 32))]).toEqual(steps);
    expect(one.ask).toHaveBeenLastCalledWith(32);
    expect(one.onEnd).not.toHaveBeenCalled();
  });

  it('gives what was listed before the thread was lost, and then throws why', async () => {
    const steps = listed(MANY_ACQUISITIONS);
    const one = thread(steps);
    const lost = new Error('lost');
    const ask = vi.fn((max: number) => (one.taken() > 100 ? Promise.reject(lost) : one.ask(max)));
    const listing = new StepsAhead({ ...one, ask });
    await listing.next(32);
    const read: ArchiveStep[] = [];
    await expect(
      (async () => {
        for (;;) read.push(...(await listing.next(32)));
      })(),
    ).rejects.toBe(lost);
    expect(read).toEqual(steps.slice(32, 32 + STEPS_AHEAD));
    expect(one.onEnd).not.toHaveBeenCalled();
  });

  it('asks for nothing more once it is stopped, and answers who waits', async () => {
    const steps = listed(MANY_ACQUISITIONS);
    const one = thread(steps);
    let answer: () => void = () => undefined;
    const ask = async (max: number) => {
      if (one.taken() > 0) await new Promise<void>((resolve) => (answer = resolve));
      return one.ask(max);
    };
    const listing = new StepsAhead({ ...one, ask });
    await listing.next(32);
    const waiting = listing.next(32);
    await settled();
    listing.stop();
    expect(await waiting).toEqual([]);
    answer();
    await settled();
    expect(one.taken()).toBe(32 + STEPS_AHEAD);
    expect(one.onEnd).not.toHaveBeenCalled();
  });
});
