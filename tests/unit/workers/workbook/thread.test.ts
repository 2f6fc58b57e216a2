import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/core/problem';
import { writeWorkbook } from '../../../../src/io/exports/workbook/write-workbook';
import { WorkbookFile } from '../../../../src/io/workbook/workbook-file';
import type { WorkbookWorkerApi } from '../../../../workers/workbook/api';
import { LostWorkbook, WorkbookThread } from '../../../../workers/workbook/client';
import { WorkbookSession } from '../../../../workers/workbook/session';
import { exportedBytes } from '../../../builders/exported-bytes';
import { withoutTimes } from '../../../builders/read-workbook';

const died = problem('worker-died', 'It died.', 'Try again.');
const columns = [{ head: 'A', cell: () => null }, { head: 'B' }];
const rows = Array.from({ length: 600 }, (_, group) =>
  Array.from({ length: 8 }, (_, i) => [`=Köln ${group}`, (group * 8 + i) / 7]),
);
const sheets = ['one', 'two'].map((name) => ({ name, columns, rows }));

/** A thread whose calls are those of a session here. */
function threadOf(api: Partial<WorkbookWorkerApi> = {}) {
  const session = new WorkbookSession();
  const state = { ended: false, die: (_: typeof died) => undefined as void };
  const ending = new Promise<typeof died>((resolve) => (state.die = resolve));
  const whole: WorkbookWorkerApi = {
    // A browser copies what it sends.
    begin: (name, heads) => session.begin(name, structuredClone(heads)),
    add: (carrier) => session.add(carrier),
    end: () => session.end(),
    ...api,
  };
  const terminate = () => void (state.ended = true);
  return {
    state,
    session,
    thread: new WorkbookThread(() => ({ api: whole, died: ending, terminate })),
  };
}

describe('a workbook that a thread writes', () => {
  it('is the one that is written here, and the thread ends', async () => {
    const { state, thread } = threadOf();
    const bytes = await exportedBytes(writeWorkbook(sheets, () => thread));
    const here = await exportedBytes(writeWorkbook(sheets, () => new WorkbookFile()));
    expect(withoutTimes(bytes)).toEqual(withoutTimes(here));
    expect(state.ended).toBe(true);
  });

  it('has at most two batches on their way, in buffers that are used again', async () => {
    const used = new Set<ArrayBuffer>();
    let open = 0;
    let most = 0;
    const { session, thread } = threadOf({
      add: async (carrier) => {
        used.add(carrier);
        most = Math.max(most, (open += 1));
        const written = await session.add(carrier);
        open -= 1;
        return written;
      },
    });
    await exportedBytes(writeWorkbook(sheets, () => thread));
    expect(most).toBe(2);
    expect(used.size).toBeLessThanOrEqual(3);
  });

  it('says why it is not whole where the thread is lost', async () => {
    const { state, thread } = threadOf({ add: () => new Promise(() => undefined) });
    const writing = exportedBytes(writeWorkbook(sheets, () => thread));
    state.die(died);
    await expect(writing).rejects.toThrow(LostWorkbook);
    await expect(writing).rejects.toMatchObject({ problem: died });
    expect(state.ended).toBe(true);
  });
});
