import { beforeEach, expect, it } from 'vitest';
import { judgeComparison } from '../../../../src/state/compare/comparable';
import type { KtyperDatabase } from '../../../../src/storage/database';
import type { JobRecord } from '../../../../src/storage/records';
import { saveRows } from '../../../../src/storage/rows';
import { addJob } from '../../../../src/storage/jobs';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, spectrumRow } from '../../storage/records';

const model = { id: 'markers', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
const counts = { found: 2, done: 2, samples: 2, calls: {} };

let db: KtyperDatabase;
beforeEach(() => (db = freshDatabase()));

/** Stores a job of spectra with these hashes; null is one that could not be read. */
async function store(
  token: string,
  hashes: readonly (string | null)[],
  changes: Partial<JobRecord> = {},
): Promise<JobRecord> {
  const job = jobRecord({
    token: `${token}-${Math.random()}`,
    name: token,
    status: 'completed',
    model,
    counts,
    ...changes,
  });
  value(await addJob(db, job));
  const spectra = hashes.map((sha256, i) => spectrumRow(i, { sha256, path: `${token}/${i}/fid` }));
  value(await saveRows(db, job.token, { spectra, samples: [], evidence: [], withdrawn: [] }, {}));
  return job;
}

it('jobs of the same spectra can be compared, whatever the names of their files', async () => {
  const one = await store('folder', ['a', 'b', null], { createdAt: 9 });
  const other = await store('archive', ['b', 'c'], { createdAt: 1 });
  expect(value(await judgeComparison(db, one, other))).toEqual({
    kind: 'yes',
    path: `/results/${other.token}/compare/${one.token}`,
    shared: 1,
  });
});

it('jobs of other spectra cannot, nor those whose spectra could not be read', async () => {
  const one = await store('one', ['a', null]);
  const other = await store('other', ['b', null]);
  expect(value(await judgeComparison(db, one, other))).toMatchObject({ kind: 'no' });
});

it('a job that runs or has no results is named', async () => {
  const one = await store('one', ['a']);
  const running = await store('busy', ['a'], { status: 'running' });
  expect(value(await judgeComparison(db, one, running))).toEqual({
    kind: 'no',
    why: 'These two jobs can be compared when “busy” has ended.',
  });
  const failed = await store('bad', [], { status: 'failed', model: null });
  expect(value(await judgeComparison(db, failed, one))).toEqual({
    kind: 'no',
    why: 'These two jobs cannot be compared: “bad” has no results. Mark two jobs that have results.',
  });
});
