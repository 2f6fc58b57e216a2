import { beforeEach, describe, expect, it } from 'vitest';
import type { KtyperDatabase } from '../../../src/storage/database';
import { addJob, readJob } from '../../../src/storage/jobs';
import { readKnownSpectra } from '../../../src/storage/known-rows';
import { readAllEvidence, readEvidence, readRows, saveRows } from '../../../src/storage/rows';
import { freshDatabase, value } from './fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from './records';

let db: KtyperDatabase;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, jobRecord()));
});

describe('rows', () => {
  it('come back as they were written, in order of their index', async () => {
    const spectra = [spectrumRow(2), spectrumRow(0), spectrumRow(10)];
    const samples = [sampleRow(1, { probabilities: [0.1 + 0.2, 0.7] }), sampleRow(0)];
    value(await saveRows(db, tokens[0], { spectra, samples, evidence: [], withdrawn: [] }, {}));
    expect(value(await readRows(db, tokens[0]))).toEqual({
      spectra: [spectra[1], spectra[0], spectra[2]],
      samples: [samples[1], samples[0]],
    });
  });

  it('are replaced by a later row of the same index', async () => {
    const first = {
      spectra: [spectrumRow(0)],
      samples: [sampleRow(0)],
      evidence: [],
      withdrawn: [],
    };
    value(await saveRows(db, tokens[0], first, {}));
    const changed = {
      spectra: [],
      samples: [sampleRow(0, { name: 'Renamed' })],
      evidence: [],
      withdrawn: [],
    };
    value(await saveRows(db, tokens[0], changed, {}));
    const { spectra, samples } = value(await readRows(db, tokens[0]));
    expect(spectra).toHaveLength(1);
    expect(samples.map(({ name }) => name)).toEqual(['Renamed']);
  });

  it('go, with their evidence, when they are withdrawn', async () => {
    const samples = [sampleRow(0), sampleRow(1)];
    const evidence = [0, 1].map((sample) => ({ sample, evidence: markerEvidence() }));
    value(await saveRows(db, tokens[0], { spectra: [], samples, evidence, withdrawn: [] }, {}));
    const regrouped = { spectra: [], samples: [sampleRow(2)], evidence: [], withdrawn: [0] };
    value(await saveRows(db, tokens[0], regrouped, {}));
    expect(value(await readRows(db, tokens[0])).samples).toEqual([sampleRow(1), sampleRow(2)]);
    expect([...value(await readAllEvidence(db, tokens[0])).keys()]).toEqual([1]);
  });

  it('of an older version have a tilt of 0 and a sensitivity of 1, wherever they are read', async () => {
    const { scores, loci, ions, shiftPpm, lociSupported, lociContradicted } = markerEvidence();
    const older = { scores, loci, ions, shiftPpm, lociSupported, lociContradicted };
    const batch = {
      spectra: [spectrumRow(0)],
      samples: [sampleRow(0)],
      evidence: [],
      withdrawn: [],
    };
    value(await saveRows(db, tokens[0], batch, {}));
    await db.evidence.put({ job: tokens[0], sample: 0, evidence: older });
    const whole = markerEvidence({ tiltPpmPerKda: 0, sensitivity: 1 });
    expect(value(await readEvidence(db, tokens[0], 0))).toEqual(whole);
    expect(value(await readAllEvidence(db, tokens[0])).get(0)).toEqual(whole);
    const places = [{ spectrum: 0, sample: 0 }];
    expect(value(await readKnownSpectra(db, tokens[0], places))[0]?.evidence).toEqual(whole);
    // What is there stays as it is.
    const tilted = markerEvidence({ tiltPpmPerKda: -80, sensitivity: 0.45 });
    await db.evidence.put({ job: tokens[0], sample: 0, evidence: tilted });
    expect(value(await readEvidence(db, tokens[0], 0))).toEqual(tilted);
    expect(value(await readEvidence(db, tokens[0], 9))).toBeNull();
  });

  it('change their job in the same stroke', async () => {
    const counts = { found: 2, done: 1, samples: 1, calls: { 'taxon-a': 1 } };
    const batch = { spectra: [spectrumRow(0)], samples: [], evidence: [], withdrawn: [] };
    value(await saveRows(db, tokens[0], batch, { counts }));
    expect(value(await readJob(db, tokens[0]))?.counts).toEqual(counts);
  });

  it('leave the job as it was when one of them cannot be written', async () => {
    const unstorable = { ...spectrumRow(0), name: () => 'a function' } as never;
    const batch = { spectra: [unstorable], samples: [], evidence: [], withdrawn: [] };
    await expect(saveRows(db, tokens[0], batch, { name: 'Changed' })).rejects.toThrow();
    expect(value(await readJob(db, tokens[0]))?.name).toBe('Plate 7');
    expect(value(await readRows(db, tokens[0])).spectra).toEqual([]);
  });

  it('of other jobs are not read', async () => {
    const batch = {
      spectra: [spectrumRow(0)],
      samples: [sampleRow(0)],
      evidence: [],
      withdrawn: [],
    };
    value(await saveRows(db, tokens[1], batch, {}));
    expect(value(await readRows(db, tokens[0]))).toEqual({ spectra: [], samples: [] });
  });
});

describe('evidence', () => {
  it('keeps every bit of its arrays', async () => {
    const evidence = markerEvidence({ scores: Float32Array.of(1 / 3, -0, 4e-39) });
    const batch = { spectra: [], samples: [], evidence: [{ sample: 3, evidence }], withdrawn: [] };
    value(await saveRows(db, tokens[0], batch, {}));
    expect(value(await readEvidence(db, tokens[0], 3))).toEqual(evidence);
    expect(value(await readEvidence(db, tokens[0], 4))).toBeNull();
    expect([...value(await readAllEvidence(db, tokens[0])).keys()]).toEqual([3]);
  });

  it('is stored without the rest of the buffer that it is a view into', async () => {
    const batchOutput = Float32Array.from({ length: 1000 }, (_, i) => i);
    const evidence = markerEvidence({ ions: batchOutput.subarray(100, 104) });
    const batch = { spectra: [], samples: [], evidence: [{ sample: 0, evidence }], withdrawn: [] };
    value(await saveRows(db, tokens[0], batch, {}));
    const stored = value(await readEvidence(db, tokens[0], 0));
    expect(stored?.ions).toEqual(Float32Array.of(100, 101, 102, 103));
    expect(stored?.ions.buffer.byteLength).toBe(16);
  });
});
