import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';
import { RecordWriter } from '../../../src/state/record-writer';
import type { JobChanges } from '../../../src/storage/jobs';

/** A storage whose writes end when they are told to. */
function storage() {
  const writes: { changes: JobChanges; end: (result: Result<void, Problem>) => void }[] = [];
  const lost: Problem[] = [];
  const writer = new RecordWriter(
    (changes) => new Promise((end) => writes.push({ changes, end })),
    (reason) => lost.push(reason),
  );
  const begun = async (count: number) => {
    while (writes.length < count) await Promise.resolve();
  };
  return { writer, writes, lost, begun };
}

const full = problem('storage-full', 'There is no room.', 'Make some.');

describe('RecordWriter', () => {
  it('writes at once, and as one what changes meanwhile, the latest of each', async () => {
    const { writer, writes, begun } = storage();
    const first = writer.put({ status: 'queued' });
    await begun(1);
    const second = writer.put({ status: 'running', name: 'a' });
    const third = writer.put({ status: 'completed' });
    expect(writes.map(({ changes }) => changes)).toEqual([{ status: 'queued' }]);
    writes[0]!.end(ok(undefined));
    expect(await first).toBe(true);
    await begun(2);
    expect(writes[1]!.changes).toEqual({ status: 'completed', name: 'a' });
    writes[1]!.end(ok(undefined));
    expect([await second, await third]).toEqual([true, true]);
    expect(writes).toHaveLength(2);
  });

  it('takes what is put in the same turn into the first write', async () => {
    const { writer, writes, begun } = storage();
    void writer.put({});
    void writer.put({ name: 'a' });
    await begun(1);
    expect(writes[0]!.changes).toEqual({ name: 'a' });
  });

  it('settles once all is written', async () => {
    const { writer, writes, begun } = storage();
    let isSettled = false;
    void writer.put({ name: 'a' });
    await begun(1);
    void writer.put({ name: 'b' });
    const settled = writer.settled().then(() => (isSettled = true));
    writes[0]!.end(ok(undefined));
    await begun(2);
    expect(isSettled).toBe(false);
    writes[1]!.end(ok(undefined));
    await settled;
    expect(isSettled).toBe(true);
  });

  it('tells of what is lost, and goes on', async () => {
    const { writer, writes, lost, begun } = storage();
    const first = writer.put({ name: 'a' });
    await begun(1);
    writes[0]!.end(err(full));
    expect(await first).toBe(false);
    expect(lost).toEqual([full]);
    const second = writer.put({ name: 'b' });
    await begun(2);
    writes[1]!.end(ok(undefined));
    expect(await second).toBe(true);
  });
});
