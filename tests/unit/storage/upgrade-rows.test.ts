import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { createDatabase, type KtyperDatabase } from '../../../src/storage/database';
import { readAllEvidence, readEvidence } from '../../../src/storage/evidence';
import { deleteJobs, listJobs, removeDeletedJobs } from '../../../src/storage/jobs';
import { migrations } from '../../../src/storage/migrations';
import { readRows, saveRows } from '../../../src/storage/rows';
import { freshDatabase, value } from './fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from './records';

const SPECTRA = 450;

/** Writes a database of version 4, which had a record for each row, and opens it with this version. */
async function upgraded(
  records: Readonly<Record<string, readonly object[]>>,
): Promise<KtyperDatabase> {
  freshDatabase();
  const old = new Dexie('ktyper');
  for (const { version, stores } of migrations.slice(0, 4)) old.version(version).stores(stores);
  for (const [table, rows] of Object.entries(records)) await old.table(table).bulkPut(rows);
  old.close();
  return createDatabase();
}

it('keeps the rows and the evidence of all jobs', async () => {
  const spectra = Array.from({ length: SPECTRA }, (_, i) => spectrumRow(i));
  const samples = Array.from({ length: SPECTRA }, (_, i) => sampleRow(i));
  const db = await upgraded({
    jobs: [jobRecord(), jobRecord({ token: tokens[1] })],
    spectra: [
      ...spectra.map((row) => ({ job: tokens[0], index: row.index, row })),
      { job: tokens[1], index: 0, row: spectrumRow(0, { name: 'Other' }) },
    ],
    samples: samples.map((row) => ({ job: tokens[0], index: row.index, row })),
    evidence: samples.map(({ index }) => ({
      job: tokens[0],
      sample: index,
      evidence: markerEvidence({ shiftPpm: index }),
    })),
  });
  expect(value(await listJobs(db))).toHaveLength(2);
  expect(value(await readRows(db, tokens[0]))).toEqual({ spectra, samples });
  const other = value(await readRows(db, tokens[1]));
  expect(other.spectra.map(({ name }) => name)).toEqual(['Other']);
  expect(value(await readEvidence(db, tokens[0], 449))).toEqual(markerEvidence({ shiftPpm: 449 }));
  expect(value(await readAllEvidence(db, tokens[0]))).toHaveProperty('size', SPECTRA);
  expect(db.tables.map(({ name }) => name)).not.toContain('spectra');
  expect(await db.rowChunks.count()).toBeLessThan(60);
});

it('reads evidence without tilt and sensitivity with 0 and 1', async () => {
  const { scores, loci, ions, shiftPpm, lociSupported, lociContradicted } = markerEvidence();
  const older = { scores, loci, ions, shiftPpm, lociSupported, lociContradicted };
  const db = await upgraded({
    jobs: [jobRecord()],
    evidence: [{ job: tokens[0], sample: 0, evidence: older }],
  });
  const whole = markerEvidence({ tiltPpmPerKda: 0, sensitivity: 1 });
  expect(value(await readEvidence(db, tokens[0], 0))).toEqual(whole);
});

it('loses no valid record to a damaged one', async () => {
  const db = await upgraded({
    jobs: [jobRecord()],
    spectra: [
      { job: tokens[0], index: 0 },
      { job: tokens[0], index: 1, row: null },
      { job: tokens[0], index: 2, row: spectrumRow(2) },
    ],
    samples: [
      { job: tokens[0], index: 0, row: {} },
      { job: tokens[0], index: 1, row: [1] },
      { job: tokens[0], index: 2, row: sampleRow(2) },
      { job: tokens[0], index: 3, row: { ...sampleRow(3), warnings: Float32Array.of(1) } },
    ],
    evidence: [
      { job: tokens[0], sample: 0, evidence: null },
      { job: tokens[0], sample: 1, evidence: { scores: [1] } },
      { job: tokens[0], sample: 2, evidence: markerEvidence() },
    ],
  });
  const { spectra, samples } = value(await readRows(db, tokens[0]));
  expect([spectra, samples]).toEqual([[spectrumRow(2)], [sampleRow(2)]]);
  expect([...value(await readAllEvidence(db, tokens[0])).keys()]).toEqual([2]);
});

it('leaves jobs to which rows can be added, and which can be removed', async () => {
  const db = await upgraded({
    jobs: [jobRecord({ status: 'completed' })],
    samples: [{ job: tokens[0], index: 0, row: sampleRow(0) }],
    evidence: [{ job: tokens[0], sample: 0, evidence: markerEvidence() }],
  });
  const changed = {
    spectra: [],
    samples: [sampleRow(0, { name: 'Renamed' })],
    evidence: [{ sample: 0, evidence: markerEvidence({ shiftPpm: 7 }) }],
    withdrawn: [],
  };
  value(await saveRows(db, tokens[0], changed, {}));
  expect(value(await readRows(db, tokens[0])).samples).toEqual(changed.samples);
  expect(value(await readEvidence(db, tokens[0], 0))?.shiftPpm).toBe(7);
  value(await deleteJobs(db, [tokens[0]], 5));
  expect(value(await removeDeletedJobs(db, 5))).toBe(1);
  expect([await db.rowChunks.count(), await db.evidencePages.count()]).toEqual([0, 0]);
});
