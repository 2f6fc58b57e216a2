import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReviewEntry } from '../../../../src/core/review/entry';
import { ok } from '../../../../src/core/result';
import type { JobToWrite } from '../../../../src/io/job-file/job-lines';
import { takeFile, type TakenFile } from '../../../../src/state/job-files/take-file';
import { readJobToWrite } from '../../../../src/state/job-files/stored-job-source';
import { sumUp } from '../../../../src/state/job-files/sum-up';
import {
  addJob,
  deleteJobs,
  listAllJobs,
  listJobs,
  readJob,
  renameJob,
  restoreJobs,
} from '../../../../src/storage/jobs';
import { beginImport } from '../../../../src/storage/job-import';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { readManifest, saveManifest } from '../../../../src/storage/manifests';
import { readKeptInput } from '../../../../src/storage/run-files';
import { appendReviews, readReviews } from '../../../../src/storage/reviews';
import { saveRows } from '../../../../src/storage/rows';
import { filedJob, jobFileText, WRITTEN_AT } from '../../../builders/job-file';
import { freshDatabase, value } from '../../storage/fresh-database';
import { sampleRow, tokens } from '../../storage/records';
import { manifest } from '../manifest';

const NOW = 5_000_000;
let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => db.close());

function take(text: string, beside: readonly string[] = []): Promise<TakenFile> {
  const options = {
    db,
    beside: new Set(beside),
    now: () => NOW,
    tell: () => undefined,
    signal: new AbortController().signal,
  };
  return takeFile(new Blob([text]), 'a.ktyper.json', options);
}

async function storedText(token: string): Promise<string> {
  const record = value(await readJob(db, token))!;
  return jobFileText([value(await readJobToWrite(db, record))]);
}

async function countRecords(): Promise<readonly number[]> {
  return Promise.all([db.jobs, db.rowChunks, db.evidencePages, db.files].map((t) => t.count()));
}

function changed(job: JobToWrite): JobToWrite {
  const [first, ...rest] = job.samples;
  return { ...job, samples: [{ ...first!, spot: 'H12' }, ...rest] };
}

test('a job of a file is here then, and its file from here is the same', async () => {
  for (const spectra of [0, 1, 700]) {
    db = freshDatabase();
    const text = await jobFileText([filedJob({ spectra })]);
    const { jobs, problem } = await take(text);
    expect(problem).toBeNull();
    expect(jobs).toEqual([{ kind: 'added', token: tokens[0], name: 'Plate 7', without: false }]);
    expect(await storedText(tokens[0])).toBe(text);
    const record = value(await readJob(db, tokens[0]));
    expect(record).toMatchObject({
      deletedAt: null,
      imported: {
        token: tokens[0],
        appVersion: '1.2.3',
        writtenAt: Date.parse(WRITTEN_AT),
        at: NOW,
      },
    });
    expect(value(await readManifest(db, 'b'.repeat(64)))).toEqual(manifest);
  }
});

test('the same job is not taken twice, also under another name', async () => {
  const text = await jobFileText([filedJob({ spectra: 70 })]);
  await take(text);
  const before = await countRecords();
  value(await renameJob(db, tokens[0], 'Mine'));
  expect((await take(text)).jobs).toEqual([
    { kind: 'here', token: tokens[0], name: 'Mine', reviews: 0 },
  ]);
  // Nor where the job was made here.
  await db.jobs
    .where('token')
    .equals(tokens[0])
    .modify((job: { imported?: unknown }) => {
      delete job.imported;
    });
  expect((await take(text)).jobs).toMatchObject([{ kind: 'here' }]);
  expect(await countRecords()).toEqual(before);
});

test('a job of the same token with other results is added only when a person says so, once', async () => {
  await take(await jobFileText([filedJob()]));
  const other = await jobFileText([changed(filedJob())]);
  const before = await countRecords();
  expect((await take(other)).jobs).toEqual([
    { kind: 'differs', token: tokens[0], name: 'Plate 7' },
  ]);
  expect(await countRecords()).toEqual(before);
  const [added] = (await take(other, [tokens[0]])).jobs;
  expect(added).toMatchObject({ kind: 'added', name: 'Plate 7' });
  expect(value(await listJobs(db))).toHaveLength(2);
  // The copy is known again, whether or not it is asked for.
  const { token } = added as { token: string };
  expect((await take(other)).jobs[0]).toMatchObject({ kind: 'here', token });
  expect((await take(other, [tokens[0]])).jobs[0]).toMatchObject({ kind: 'here' });
  expect(value(await listJobs(db))).toHaveLength(2);
});

/** Entries of two people on the first samples of a job. */
function review(...changes: readonly Partial<ReviewEntry>[]): readonly ReviewEntry[] {
  return changes.map(
    (change, order) =>
      ({
        order,
        at: 1_000 + order,
        by: 'AB',
        sample: 'KPN1',
        spectrum: 0,
        kind: 'note',
        text: `Note ${order}`,
        ...change,
      }) as ReviewEntry,
  );
}

test('the review of a job comes with it, however long it is', async () => {
  const reviews = review(...Array.from({ length: 700 }, () => ({})));
  const text = await jobFileText([{ ...filedJob(), reviews }]);
  expect((await take(text)).jobs).toMatchObject([{ kind: 'added' }]);
  expect(value(await readReviews(db, tokens[0]))).toEqual(reviews);
  expect(await storedText(tokens[0])).toBe(text);
});

test('the review of a job that is here gets the entries that it lacks', async () => {
  const [first, second] = review({}, { by: 'CD' });
  await take(await jobFileText([{ ...filedJob(), reviews: [first!] }]));
  value(await appendReviews(db, tokens[0], review({ by: 'EF', at: 5_000 })));
  const there = [
    first!,
    second!,
    ...review({ kind: 'withdrawal', withdraws: 1, at: 9_000 }).map((entry) => ({
      ...entry,
      order: 2,
    })),
  ];
  const text = await jobFileText([{ ...filedJob(), reviews: there }]);
  const taken = await take(text);
  expect(taken.jobs).toMatchObject([{ kind: 'here', reviews: 2 }]);
  expect(sumUp([taken]).reviews).toBe(2);
  const merged = value(await readReviews(db, tokens[0]));
  expect(merged.map(({ by, order }) => `${order} ${by}`)).toEqual(['0 AB', '1 EF', '2 CD', '3 AB']);
  // The place of what is withdrawn is another one here.
  expect(merged[3]).toMatchObject({ kind: 'withdrawal', withdraws: 2 });
  expect((await take(text)).jobs).toMatchObject([{ kind: 'here', reviews: 0 }]);
});

test.each([
  ['of an unknown kind', { kind: 'erasure' }],
  ['without initials', { by: '' }],
  ['with the initials of nobody', { by: '=CMD()' }],
  ['longer than anybody writes', { text: 'x'.repeat(2_000) }],
  ['out of order', { order: 0 }],
])('a job with an entry of its review %s is refused', async (_what, change) => {
  const reviews = review({}, change as Partial<ReviewEntry>);
  const { jobs } = await take(await jobFileText([{ ...filedJob(), reviews }]));
  expect(jobs).toMatchObject([{ kind: 'refused' }]);
  expect(await countRecords()).toEqual([0, 0, 0, 0]);
});

test('a job that is being opened is no deleted one, and is not opened a second time meanwhile', async () => {
  value(await beginImport(db, filedJob().record, NOW));
  const lists = value(await listAllJobs(db));
  expect(lists).toEqual({ jobs: [], deleted: [] });
  expect(value(await restoreJobs(db, [tokens[0]]))).toBe(0);
  const text = await jobFileText([filedJob()]);
  expect((await take(text)).jobs).toMatchObject([
    { kind: 'refused', problem: { kind: 'job-file-busy' } },
  ]);
  // The page that was opening it went away long ago.
  await db.jobs.update(tokens[0], { deletedAt: NOW - 1 });
  expect((await take(text)).jobs).toMatchObject([{ kind: 'added' }]);
  expect(value(await readJob(db, tokens[0]))).not.toHaveProperty('importing');
});

test('what was deleted here is neither lost to an older copy nor to another job', async () => {
  const text = await jobFileText([filedJob()]);
  await take(text);
  value(await appendReviews(db, tokens[0], review({})));
  value(await deleteJobs(db, [tokens[0]], 1));
  // A file that ends early changes nothing.
  await take(text.slice(0, -300));
  expect(value(await readReviews(db, tokens[0]))).toHaveLength(1);
  expect((await take(text)).jobs).toMatchObject([{ kind: 'added', token: tokens[0] }]);
  expect(value(await readReviews(db, tokens[0]))).toHaveLength(1);
  expect(value(await readJob(db, tokens[0]))?.deletedAt).toBeNull();

  value(await deleteJobs(db, [tokens[0]], 2));
  const [other] = (await take(await jobFileText([changed(filedJob())]))).jobs;
  expect(other).toMatchObject({ kind: 'added' });
  expect((other as { token: string }).token).not.toBe(tokens[0]);
  expect(value(await restoreJobs(db, [tokens[0]]))).toBe(1);
  expect(value(await readReviews(db, tokens[0]))).toHaveLength(1);
});

test('a job that was deleted here comes back from its file', async () => {
  const text = await jobFileText([filedJob()]);
  await take(text);
  value(await deleteJobs(db, [tokens[0]], NOW));
  expect((await take(text)).jobs).toMatchObject([{ kind: 'added' }]);
  expect(await storedText(tokens[0])).toBe(text);
});

test('a history goes in and out: what was added, was here, and was refused', async () => {
  const [first, second, third] = tokens.map((token) => filedJob({ record: { token } }));
  await take(await jobFileText([first!]));
  const text = await jobFileText([first!, second!, third!]);
  // Its plain text: the second job is changed after it was written.
  const at = text.indexOf('"name":"S1"', text.indexOf(tokens[1]));
  const { jobs, problem } = await take(`${text.slice(0, at)}"name":"S9"${text.slice(at + 11)}`);
  expect(problem).toBeNull();
  expect(jobs.map(({ kind }) => kind)).toEqual(['here', 'refused', 'added']);
  expect(sumUp([{ path: '', jobs, problem }])).toMatchObject({ added: 1, here: 1 });
  expect(
    value(await listJobs(db))
      .map(({ token }) => token)
      .sort(),
  ).toEqual([tokens[0], tokens[2]]);
  expect((await take(text)).jobs.map(({ kind }) => kind)).toEqual(['here', 'added', 'here']);
});

test('nothing is left of a job whose file is cut off', async () => {
  const text = await jobFileText([filedJob({ spectra: 3_000 })]);
  for (const part of [0.5, 0.9, 0.99]) {
    const { jobs, problem } = await take(text.slice(0, text.length * part));
    expect(problem?.kind).toBe('job-file-truncated');
    // What is wrong with the file is said once.
    expect(sumUp([{ path: '', jobs, problem }])).toMatchObject({ added: 0, refused: [] });
    expect(await countRecords()).toEqual([0, 0, 0, 0]);
  }
});

test('a storage that takes no more leaves nothing of the job', async () => {
  const text = await jobFileText([filedJob({ spectra: 700 })]);
  let left = 5;
  db.rowChunks.hook('creating', () => {
    if (left-- === 0) throw new DOMException('full', 'QuotaExceededError');
  });
  const { jobs } = await take(text);
  expect(jobs).toMatchObject([{ kind: 'refused', problem: { kind: 'storage-full' } }]);
  expect(await countRecords()).toEqual([0, 0, 0, 0]);
});

test('the files of a run are kept with their job', async () => {
  const sampleSheet = { path: 'sheet.tsv', blob: new Blob(['a\tb']) };
  const input = { files: [{ path: 'run.zip', blob: new Blob(['bytes']) }], sampleSheet };
  await take(await jobFileText([filedJob({ input })]));
  expect(value(await readJob(db, tokens[0]))?.files).toEqual({ kind: 'kept', bytes: 5 });
  const kept = value(await readKeptInput(db, tokens[0]));
  expect(await kept?.files[0]?.blob.text()).toBe('bytes');
  expect(await kept?.sampleSheet?.blob.text()).toBe('a\tb');
});

test('a head that says otherwise of a known model is not taken', async () => {
  value(await saveManifest(db, 'b'.repeat(64), { ...manifest, title: 'Another' }));
  const { jobs } = await take(await jobFileText([filedJob()]));
  expect(jobs).toMatchObject([{ kind: 'refused', problem: { kind: 'job-file-other-model' } }]);
  expect(value(await readManifest(db, 'b'.repeat(64)))?.title).toBe('Another');
  expect(await countRecords()).toEqual([0, 0, 0, 0]);
});

test('a job that is being made here is not touched', async () => {
  const record = filedJob().record;
  value(await addJob(db, { ...record, status: 'running' }));
  const batch = { spectra: [], samples: [sampleRow(0)], evidence: [], withdrawn: [] };
  value(await saveRows(db, tokens[0], batch, {}));
  expect((await take(await jobFileText([filedJob()]))).jobs).toMatchObject([{ kind: 'differs' }]);
  expect(ok(await countRecords()).value).toEqual([1, 1, 0, 0]);
});
