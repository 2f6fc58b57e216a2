import { beforeEach, expect, it } from 'vitest';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { readPage } from '../../../../src/storage/evidence';
import { addJob } from '../../../../src/storage/jobs';
import { saveRows } from '../../../../src/storage/rows';
import { readIntoMemory } from '../../../../workers/evidence/session';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, markerEvidence, tokens } from '../../storage/records';

let db: KtyperDatabase;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, jobRecord()));
});

/** Writes evidence of samples, whose arrays have an odd number of numbers. */
async function write(samples: readonly number[], withdrawn: readonly number[] = []): Promise<void> {
  const evidence = samples.map((sample) => ({
    sample,
    evidence: markerEvidence({ scores: Float32Array.of(sample, 1 / 3, -0) }),
  }));
  const rows = { spectra: [], samples: [], evidence, withdrawn };
  value(await saveRows(db, tokens[0], rows, {}));
}

it('reads all records of a page, in their order', async () => {
  await write([0, 1, 2]);
  await write([2, 3], [1]);
  const read = value(await readIntoMemory(db, tokens[0], 0, new ArrayBuffer()));
  const stored = value(await readPage(db, tokens[0], 0));
  expect(stored).toHaveLength(2);
  const plain = stored.map(({ heads, numbers, withdrawn }) => ({ heads, numbers, withdrawn }));
  expect(read.records).toEqual(plain);
  for (const { heads, numbers } of read.records) {
    expect([heads.buffer, numbers.buffer]).toEqual([read.memory, read.memory]);
  }
});

it('reads into what it is given, where that is large enough', async () => {
  await write([0]);
  const large = new ArrayBuffer(1 << 20);
  expect(value(await readIntoMemory(db, tokens[0], 0, large)).memory).toBe(large);
  const small = new ArrayBuffer(8);
  const { memory } = value(await readIntoMemory(db, tokens[0], 0, small));
  expect(memory).not.toBe(small);
  expect(memory.byteLength).toBeGreaterThan(8);
});

it('has no records of a page that is not there', async () => {
  const read = value(await readIntoMemory(db, tokens[0], 7, new ArrayBuffer()));
  expect(read.records).toEqual([]);
});
