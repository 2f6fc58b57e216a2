import { beforeEach, describe, expect, it } from 'vitest';
import type { KtyperDatabase } from '../../../src/storage/database';
import {
  addJob,
  changeJob,
  deleteJobs,
  listActiveJobs,
  listAllJobs,
  listJobs,
  readJob,
  removeDeletedJobs,
  removeDeletion,
  renameJob,
  restoreJobs,
} from '../../../src/storage/jobs';
import { readManifest, saveManifest } from '../../../src/storage/manifests';
import { readAllEvidence } from '../../../src/storage/evidence';
import { readRows, saveRows } from '../../../src/storage/rows';
import { tinyPack } from '../../builders/tiny-pack';
import { freshDatabase, value } from './fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from './records';

let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
});

async function listed(): Promise<string[]> {
  return value(await listJobs(db)).map(({ token }) => token);
}

const rows = {
  spectra: [spectrumRow(0)],
  samples: [sampleRow(0)],
  evidence: [{ sample: 0, evidence: markerEvidence() }],
  withdrawn: [],
};

describe('jobs', () => {
  it('are listed in order, the newest first', async () => {
    for (const [i, token] of tokens.entries()) {
      value(await addJob(db, jobRecord({ token, createdAt: [20, 30, 10][i] ?? 0 })));
    }
    expect(await listed()).toEqual([tokens[1], tokens[0], tokens[2]]);
  });

  it('are all listed, however many there are, and apart from those that are deleted', async () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      jobRecord({ token: `job-${i}`, createdAt: i, deletedAt: i % 4 === 0 ? 5 : null }),
    );
    await db.jobs.bulkAdd(many);
    const { jobs, deleted } = value(await listAllJobs(db));
    expect(jobs).toHaveLength(90);
    expect(jobs[0]?.createdAt).toBe(119);
    expect(deleted).toHaveLength(30);
    await db.jobs.clear();
    expect(value(await listAllJobs(db))).toEqual({ jobs: [], deleted: [] });
  });

  it('are found by their token, and a token of another computer is not found', async () => {
    value(await addJob(db, jobRecord()));
    expect(value(await readJob(db, tokens[0]))?.name).toBe('Plate 7');
    expect(value(await readJob(db, tokens[1]))).toBeNull();
  });

  it('change only in the given fields', async () => {
    value(await addJob(db, jobRecord()));
    value(await changeJob(db, tokens[0], { status: 'completed', finishedAt: 9 }));
    expect(value(await readJob(db, tokens[0]))).toEqual(
      jobRecord({ status: 'completed', finishedAt: 9 }),
    );
  });

  it('remember that a person typed their name', async () => {
    value(await addJob(db, jobRecord()));
    value(await renameJob(db, tokens[0], 'Ward 3'));
    expect(value(await readJob(db, tokens[0]))).toMatchObject({ name: 'Ward 3', nameTyped: true });
  });

  it('keep a name that was typed on another page when the run provides its title', async () => {
    value(await addJob(db, jobRecord()));
    value(await renameJob(db, tokens[0], 'Ward 3'));
    value(await changeJob(db, tokens[0], { name: 'Title of the run', status: 'running' }));
    value(await saveRows(db, tokens[0], rows, { name: 'Title of the run', appVersion: '2.0.0' }));
    expect(value(await readJob(db, tokens[0]))).toMatchObject({
      name: 'Ward 3',
      nameTyped: true,
      status: 'running',
      appVersion: '2.0.0',
    });
  });

  it('are removed or restored only together with the jobs of the same deletion', async () => {
    for (const token of tokens) value(await addJob(db, jobRecord({ token })));
    value(await deleteJobs(db, [tokens[0]], 50));
    // Another page, whose list is older, deletes the first job again, together with another one.
    value(await deleteJobs(db, [tokens[0], tokens[1]], 60));
    expect(value(await restoreJobs(db, [tokens[0], tokens[1]], 60))).toBe(1);
    expect((await listed()).sort()).toEqual([tokens[1], tokens[2]]);

    value(await deleteJobs(db, [tokens[1]], 70));
    expect(value(await removeDeletion(db, [tokens[1]], 60))).toBe(0);
    expect(value(await removeDeletion(db, [tokens[1]], 70))).toBe(1);
    expect(value(await readJob(db, tokens[0]))?.deletedAt).toBe(50);
    expect(value(await readJob(db, tokens[1]))).toBeNull();
  });

  it('are not listed when deleted, and come back with their rows when that is undone', async () => {
    value(await addJob(db, jobRecord()));
    value(await saveRows(db, tokens[0], rows, {}));
    value(await deleteJobs(db, [tokens[0]], 50));
    expect(await listed()).toEqual([]);
    expect(value(await readJob(db, tokens[0]))?.deletedAt).toBe(50);

    value(await restoreJobs(db, [tokens[0]]));
    expect(await listed()).toEqual([tokens[0]]);
    expect(value(await readRows(db, tokens[0])).samples).toHaveLength(1);
  });

  it('are removed with all their rows some time after their deletion, and others stay', async () => {
    value(await addJob(db, jobRecord()));
    value(await addJob(db, jobRecord({ token: tokens[1] })));
    for (const token of [tokens[0], tokens[1]]) value(await saveRows(db, token, rows, {}));
    value(await deleteJobs(db, [tokens[0]], 50));

    expect(value(await removeDeletedJobs(db, 49))).toBe(0);
    expect(value(await removeDeletedJobs(db, 50))).toBe(1);
    expect(value(await readJob(db, tokens[0]))).toBeNull();
    expect(value(await readRows(db, tokens[0]))).toEqual({ spectra: [], samples: [] });
    expect(value(await readAllEvidence(db, tokens[0])).size).toBe(0);
    expect(value(await readRows(db, tokens[1])).spectra).toHaveLength(1);
    expect(value(await readAllEvidence(db, tokens[1])).size).toBe(1);
  });

  it('that a page is running, or ran before it ended, are listed with the oldest first', async () => {
    const statuses = ['queued', 'completed', 'initialising'] as const;
    for (const [i, token] of tokens.entries()) {
      value(await addJob(db, jobRecord({ token, createdAt: 30 - i, status: statuses[i]! })));
    }
    const active = value(await listActiveJobs(db)).map(({ token }) => token);
    expect(active).toEqual([tokens[2], tokens[0]]);
  });

  it('keep the manifest of their model as long as one of them needs it', async () => {
    const { manifest } = await tinyPack();
    const model = { id: 'markers', version: '1', sha256: 'a', manifestSha256: 'b' };
    value(await saveManifest(db, 'b', manifest));
    for (const token of [tokens[0], tokens[1]]) {
      value(await addJob(db, jobRecord({ token, model, status: 'completed' })));
    }
    value(await deleteJobs(db, [tokens[0]], 1));
    value(await removeDeletedJobs(db, 1));
    expect(value(await readManifest(db, 'b'))).toEqual(manifest);

    value(await deleteJobs(db, [tokens[1]], 1));
    value(await removeDeletedJobs(db, 1));
    expect(value(await readManifest(db, 'b'))).toBeNull();
  });
});
