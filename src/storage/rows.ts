import { Dexie } from 'dexie';
import { freeEvidence } from '../core/job/evidence-memory';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../core/job/types';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { JobChanges } from './jobs';
import { attempt, type StorageProblem } from './storage-problem';
import { readStored, trimEvidence } from './stored-evidence';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Rows that are new or have changed: one of the same index is replaced. */
export interface RowBatch {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: readonly { readonly sample: number; readonly evidence: MarkerEvidence }[];
  /** Indices of samples that stand no longer. They are not used again. */
  readonly withdrawn: readonly number[];
}

/** All rows that a job has. */
export interface WholeJob {
  /** Spectra, counted from 0 without a gap. */
  readonly spectra: number;
  /** Indices of its samples. */
  readonly samples: ReadonlySet<number>;
}

/**
 * Writes a batch and what it changes of its job: all of it, or (on a fault) nothing.
 * @param whole given with the last batch of a job that was begun anew: rows that an earlier attempt has
 * left and that are not of it go
 * @param piece rows that are handed to the database at once, which copies them there and then: few on the
 * page's thread, so that it can draw in between; on another all, as what waits longer is older garbage
 */
export function saveRows(
  db: KtyperDatabase,
  job: string,
  batch: RowBatch,
  changes: JobChanges,
  whole: WholeJob | null = null,
  piece = PIECE,
): Stored<void> {
  return attempt(() =>
    db.transaction('rw', [db.jobs, db.spectra, db.samples, db.evidence], async () => {
      // Another page may have removed the job for good: its rows would stay for ever.
      if ((await db.jobs.where('token').equals(job).count()) === 0) return;
      await inPieces(batch.spectra, piece, (some) =>
        db.spectra.bulkPut(some.map((row) => ({ job, index: row.index, row }))),
      );
      await inPieces(batch.samples, piece, (some) =>
        db.samples.bulkPut(some.map((row) => ({ job, index: row.index, row }))),
      );
      await inPieces(batch.evidence, piece, async (some) => {
        const records = some.map(({ sample, evidence }) => ({
          job,
          sample,
          evidence: trimEvidence(evidence),
        }));
        await db.evidence.bulkPut(records);
        freeEvidence(records.filter((record, i) => record.evidence !== some[i]!.evidence));
      });
      const withdrawn = batch.withdrawn.map((index): [string, number] => [job, index]);
      await db.samples.bulkDelete(withdrawn);
      await db.evidence.bulkDelete(withdrawn);
      if (whole !== null) await removeOthers(db, job, whole);
      await db.jobs.update(job, changes);
    }),
  );
}

/** For the page's thread. */
const PIECE = 48;

async function inPieces<Row>(
  rows: readonly Row[],
  piece: number,
  write: (some: readonly Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += piece) await write(rows.slice(at, at + piece));
}

/** Removes all rows of a job and changes its record: both, or (on a fault) nothing. */
export function clearRows(db: KtyperDatabase, job: string, changes: JobChanges): Stored<void> {
  return attempt(() =>
    db.transaction('rw', [db.jobs, db.spectra, db.samples, db.evidence], async () => {
      await removeOthers(db, job, { spectra: 0, samples: new Set() });
      await db.jobs.update(job, changes);
    }),
  );
}

async function removeOthers(
  db: KtyperDatabase,
  job: string,
  { spectra, samples }: WholeJob,
): Promise<void> {
  const isOther = ([, index]: [string, number]) => !samples.has(index);
  const range = rowsOf(job);
  await db.spectra.where('[job+index]').between([job, spectra], [job, Dexie.maxKey]).delete();
  const sampleKeys = await db.samples
    .where('[job+index]')
    .between(...range)
    .primaryKeys();
  await db.samples.bulkDelete(sampleKeys.filter(isOther));
  const evidenceKeys = await db.evidence
    .where('[job+sample]')
    .between(...range)
    .primaryKeys();
  await db.evidence.bulkDelete(evidenceKeys.filter(isOther));
}

/** All rows of a job in order of their index. */
export function readRows(
  db: KtyperDatabase,
  job: string,
): Stored<{ readonly spectra: SpectrumRow[]; readonly samples: SampleRow[] }> {
  return attempt(async () => {
    const [spectra, samples] = await Promise.all([
      db.spectra
        .where('[job+index]')
        .between(...rowsOf(job))
        .toArray(),
      db.samples
        .where('[job+index]')
        .between(...rowsOf(job))
        .toArray(),
    ]);
    return { spectra: spectra.map(({ row }) => row), samples: samples.map(({ row }) => row) };
  });
}

/** What the model saw in one sample; null when it was not kept (or there was nothing to see). */
export function readEvidence(
  db: KtyperDatabase,
  job: string,
  sample: number,
): Stored<MarkerEvidence | null> {
  return attempt(async () => {
    const record = await db.evidence.get([job, sample]);
    return record === undefined ? null : (readStored(record) ?? null);
  });
}

/** The evidence of all samples of a job, by the samples' index. */
export function readAllEvidence(
  db: KtyperDatabase,
  job: string,
): Stored<ReadonlyMap<number, MarkerEvidence>> {
  return attempt(async () => {
    const records = await db.evidence
      .where('[job+sample]')
      .between(...rowsOf(job))
      .toArray();
    return new Map(records.map((record) => [record.sample, readStored(record)]));
  });
}

function rowsOf(job: string): [unknown[], unknown[]] {
  return [
    [job, Dexie.minKey],
    [job, Dexie.maxKey],
  ];
}
