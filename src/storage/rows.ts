import { Dexie } from 'dexie';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../core/job/types';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { JobChanges } from './jobs';
import { attempt, type StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** Rows that are new or have changed: one of the same index is replaced. */
export interface RowBatch {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: readonly { readonly sample: number; readonly evidence: MarkerEvidence }[];
  /** Indices of samples that stand no longer. They are not used again. */
  readonly withdrawn: readonly number[];
}

/** Writes a batch and what it changes of its job: all of it, or (on a fault) nothing. */
export function saveRows(
  db: KtyperDatabase,
  job: string,
  batch: RowBatch,
  changes: JobChanges,
): Stored<void> {
  return attempt(() =>
    db.transaction('rw', [db.jobs, db.spectra, db.samples, db.evidence], async () => {
      await db.spectra.bulkPut(batch.spectra.map((row) => ({ job, index: row.index, row })));
      await db.samples.bulkPut(batch.samples.map((row) => ({ job, index: row.index, row })));
      await db.evidence.bulkPut(
        batch.evidence.map(({ sample, evidence }) => ({ job, sample, evidence: trim(evidence) })),
      );
      const withdrawn = batch.withdrawn.map((index): [string, number] => [job, index]);
      await db.samples.bulkDelete(withdrawn);
      await db.evidence.bulkDelete(withdrawn);
      await db.jobs.update(job, changes);
    }),
  );
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
  return attempt(async () => (await db.evidence.get([job, sample]))?.evidence ?? null);
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
    return new Map(records.map(({ sample, evidence }) => [sample, evidence]));
  });
}

function rowsOf(job: string): [unknown[], unknown[]] {
  return [
    [job, Dexie.minKey],
    [job, Dexie.maxKey],
  ];
}

/**
 * The evidence with arrays of their own. A view's whole buffer is stored with it, and evidence may
 * come as views into the output of a batch.
 */
function trim(evidence: MarkerEvidence): MarkerEvidence {
  return {
    ...evidence,
    scores: own(evidence.scores),
    loci: own(evidence.loci),
    ions: own(evidence.ions),
  };
}

function own(values: Float32Array): Float32Array {
  return values.byteLength === values.buffer.byteLength ? values : values.slice();
}
