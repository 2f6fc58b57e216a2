import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/core/interruptible';
import { summariseRuns } from '../../../src/core/quality-history/run-summary';
import { createDatabase } from '../../../src/storage/database';
import { addJob, deleteJobs, removeDeletedJobs } from '../../../src/storage/jobs';
import { migrations } from '../../../src/storage/migrations';
import {
  readSummaryRecords,
  saveRunSummaries,
  summariesIn,
  SUMMARY_VERSION,
} from '../../../src/storage/run-summaries';
import { readRunSummaries, writeRunSummaries } from '../../../src/storage/run-summary-text';
import { measuredRow } from '../../builders/measured-row';
import { freshDatabase, value } from './fresh-database';
import { jobRecord, sampleRow, tokens } from './records';

const spectra = Array.from({ length: 96 }, (_, i) => measuredRow(i));
const samples = spectra.map(({ index }) => sampleRow(index));
const runs = runToEnd(summariseRuns(spectra, samples, null));
const job = { token: tokens[0], finishedAt: 5 };

describe('summaries of runs', () => {
  it('are read as they were stored, of jobs that have some', async () => {
    const db = freshDatabase();
    value(await addJob(db, jobRecord()));
    value(await saveRunSummaries(db, job, runs));
    const [stored, absent] = value(await readSummaryRecords(db, [tokens[0], tokens[1]]));
    expect(summariesIn(stored, job)).toEqual(runs);
    expect(summariesIn(absent, job)).toBeUndefined();
  });

  it('are made again for a job that went on, and by a version that makes others', async () => {
    const db = freshDatabase();
    value(await addJob(db, jobRecord()));
    value(await saveRunSummaries(db, job, runs));
    const [stored] = value(await readSummaryRecords(db, [tokens[0]]));
    expect(summariesIn(stored, { ...job, finishedAt: 6 })).toBeUndefined();
    expect(summariesIn({ ...stored!, version: SUMMARY_VERSION + 1 }, job)).toBeUndefined();
  });

  it('are not stored of a job that is not there, and go with their job', async () => {
    const db = freshDatabase();
    const refused = await saveRunSummaries(db, job, runs);
    expect(!refused.ok && refused.error.kind).toBe('job-gone');
    for (const token of [tokens[0], tokens[1]]) {
      value(await addJob(db, jobRecord({ token, status: 'completed' })));
      value(await saveRunSummaries(db, { token, finishedAt: 5 }, runs));
    }
    value(await deleteJobs(db, [tokens[0]], 7));
    expect(await db.runSummaries.count()).toBe(2);
    value(await removeDeletedJobs(db, 7));
    expect(await db.runSummaries.toCollection().primaryKeys()).toEqual([tokens[1]]);
  });

  it('have calibration spots as they were judged, and none in those of an older version', () => {
    const spots = [
      { name: 'BTS', spot: 'H12', measures: { found: 8, of: 8, shiftPpm: 12.5 } },
      { name: 'BTS', spot: 'H11', measures: null },
    ];
    const judged = runs.map((run) => ({ ...run, calibrationSpots: spots }));
    const text = writeRunSummaries(judged);
    expect(readRunSummaries(text)).toEqual(judged);
    const older = (JSON.parse(text) as object[]).map((run) => ({
      ...run,
      calibrationSpots: undefined,
    }));
    expect(readRunSummaries(JSON.stringify(older))).toEqual(runs);
    expect(readRunSummaries(text.replace('"found":8', '"found":"8"'))).toBeUndefined();
  });

  it('say a call once, whatever the number of its samples', () => {
    const text = writeRunSummaries(runs);
    expect(text.match(/Genus alpha/g)).toHaveLength(2);
    expect(text.length).toBeLessThan(6_000);
  });

  it.each(['', '{', '7', '[7]', '[{}]', JSON.stringify([{ ...runs[0], calls: [] }])])(
    'are none in what some failing disk has left: %s',
    (text) => expect(readRunSummaries(text)).toBeUndefined(),
  );
});

it('have a table after an update, in which older jobs have none yet', async () => {
  freshDatabase();
  const old = new Dexie('ktyper');
  for (const { version, stores } of migrations.slice(0, 8)) old.version(version).stores(stores);
  await old.table('jobs').put(jobRecord());
  await old.table('reviews').put({ job: tokens[0], number: 0, next: 1, entries: '[]' });
  expect(old.tables.map(({ name }) => name)).not.toContain('runSummaries');
  old.close();
  const db = createDatabase();
  expect(value(await readSummaryRecords(db, [tokens[0]]))).toEqual([undefined]);
  expect(await db.reviews.count()).toBe(1);
  value(await saveRunSummaries(db, job, runs));
  expect(await db.runSummaries.count()).toBe(1);
});
