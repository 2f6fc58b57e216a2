import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportedJob } from '../../../../src/io/exports/types';
import { exportWriters } from '../../../../src/state/export-writers';
import { exportXlsx } from '../../../../src/io/exports/xlsx';
import { WorkbookFile } from '../../../../src/io/workbook/workbook-file';
import { readWorkbook, withoutTimes } from '../../../builders/read-workbook';
import { sampleJob } from './sample-job';

const WRITERS = Object.entries({
  ...exportWriters,
  // On the page it is written in a thread.
  xlsx: (exported: ExportedJob) => exportXlsx(exported, () => new WorkbookFile()),
});

async function bytesOf(
  pieces: ReturnType<(typeof exportWriters)['csv' | 'xlsx']>,
): Promise<Uint8Array> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

describe('the same job', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(WRITERS)('gives the same %s, byte for byte, at another time', async (format, write) => {
    const first = await bytesOf(write(sampleJob));
    vi.setSystemTime(new Date('2031-07-09T17:45:12Z'));
    const second = await bytesOf(write(structuredCopy()));
    if (format !== 'xlsx') expect(second).toEqual(first);
    else expect(withoutTimes(second)).toEqual(withoutTimes(first));
  });

  it.each(WRITERS)('computed again gives the same %s but for its time', async (format, write) => {
    const { job } = sampleJob;
    const again = { ...sampleJob, job: { ...job, createdAt: '2031-07-09T17:45:12.000Z' } };
    const [one, two] = [await bytesOf(write(sampleJob)), await bytesOf(write(again))];
    if (format === 'xlsx') {
      const [before, after] = [readWorkbook(one), readWorkbook(two)];
      const changed = before.flatMap(({ name, rows }, i) =>
        rows.flatMap((row, at) =>
          JSON.stringify(row) === JSON.stringify(after[i]!.rows[at]) ? [] : [[name, row[0]]],
        ),
      );
      expect(changed).toEqual([['record', 'Created']]);
      return;
    }
    const text = new TextDecoder().decode(two);
    expect(text.replaceAll(again.job.createdAt, job.createdAt)).toBe(new TextDecoder().decode(one));
  });

  /** The same job as other objects. */
  function structuredCopy(): ExportedJob {
    const { evidence, ...rest } = sampleJob;
    return { ...structuredClone(rest), ...(evidence === undefined ? {} : { evidence }) };
  }
});
