import { ok, type Result } from '../../src/core/result';
import type { Problem } from '../../src/core/problem';
import { readPage } from '../../src/storage/evidence';
import type { KtyperDatabase } from '../../src/storage/database';
import type { EvidencePage, EvidenceRecord } from './api';

/** What memory grows by: pages of one model differ by little. */
const STEP = 1 << 18;

/** Reads a page of a job's evidence into memory that is given, where that is large enough. */
export async function readIntoMemory(
  db: KtyperDatabase,
  job: string,
  page: number,
  memory: ArrayBuffer,
): Promise<Result<EvidencePage, Problem>> {
  const read = await readPage(db, job, page);
  if (!read.ok) return read;
  const needed = read.value.reduce((sum, record) => sum + bytesOf(record), 0);
  const used =
    memory.byteLength < needed ? new ArrayBuffer(Math.ceil(needed / STEP) * STEP) : memory;
  let at = 0;
  const records = read.value.map((record) => {
    const heads = new Float64Array(used, at, record.heads.length);
    const numbers = new Float32Array(used, at + heads.byteLength, record.numbers.length);
    heads.set(record.heads);
    numbers.set(record.numbers);
    at += bytesOf(record);
    return { heads, numbers, withdrawn: record.withdrawn };
  });
  return ok({ memory: used, records });
}

/** In steps of eight, since the next record begins with numbers of eight bytes. */
function bytesOf({ heads, numbers }: EvidenceRecord): number {
  return heads.byteLength + 8 * Math.ceil(numbers.byteLength / 8);
}
