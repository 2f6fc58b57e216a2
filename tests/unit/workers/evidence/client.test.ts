import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import type { EvidencePage, EvidenceWorkerApi } from '../../../../workers/evidence/api';
import { EvidenceThread } from '../../../../workers/evidence/client';

const page = (number: number, memory = new ArrayBuffer(8)): EvidencePage => ({
  memory,
  records: [{ heads: Float64Array.of(number), numbers: new Float32Array(), withdrawn: [] }],
});

/** Threads that answer with the number of the page, until they end. */
function threads(read: EvidenceWorkerApi['read']) {
  const states: { ended: boolean; die: (reason: ReturnType<typeof died>) => void }[] = [];
  const start = () => {
    let die: (reason: ReturnType<typeof died>) => void = () => undefined;
    const ending = new Promise<ReturnType<typeof died>>((resolve) => (die = resolve));
    const state = { ended: false, die };
    states.push(state);
    return { api: { read }, died: ending, terminate: () => void (state.ended = true) };
  };
  return { states, thread: new EvidenceThread(start) };
}

const died = () => problem('worker-died', 'It died.', 'Try again.');
const answer: EvidenceWorkerApi['read'] = (_job, number) => Promise.resolve(ok(page(number)));

describe('threads that read evidence', () => {
  it('end after some pages, and another reads the next ones', async () => {
    const { states, thread } = threads(answer);
    for (let number = 0; number < 130; number++) {
      expect(await thread.read('job', number)).toEqual(ok(page(number)));
    }
    expect(states.map(({ ended }) => ended)).toEqual([true, true, false]);
    thread.end();
    expect(states.every(({ ended }) => ended)).toBe(true);
  });

  it('read into memory that was given back', async () => {
    const used: number[] = [];
    const { thread } = threads((_job, number, memory) => {
      used.push(memory.byteLength);
      return Promise.resolve(ok(page(number, new ArrayBuffer(100 + number))));
    });
    for (let number = 0; number < 3; number++) {
      const read = await thread.read('job', number);
      if (read.ok && number !== 1) thread.giveBack(read.value);
    }
    await thread.read('job', 3);
    expect(used).toEqual([0, 100, 0, 102]);
  });

  it('start with the first page', () => {
    const { states, thread } = threads(answer);
    thread.end();
    expect(states).toEqual([]);
  });

  it('answer with what the storage says', async () => {
    const fault = problem('storage-unavailable', 'It cannot be read.', 'Reload the page.');
    const { thread } = threads(() => Promise.resolve(err(fault)));
    expect(await thread.read('job', 1)).toEqual(err(fault));
  });

  it('answer also when they are lost', async () => {
    const { states, thread } = threads(() => new Promise(() => undefined));
    const read = thread.read('job', 1);
    states[0]!.die(died());
    expect(await read).toEqual(err(died()));
  });
});
