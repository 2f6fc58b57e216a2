import { beforeEach, describe, expect, it } from 'vitest';
import type { KtyperDatabase } from '../../../src/storage/database';
import { addJob, changeJob, readJob } from '../../../src/storage/jobs';
import { KnownRows } from '../../../src/storage/known-rows';
import { ByteArena } from '../../../src/core/byte-arena';
import {
  EvidencePages,
  type PageReader,
  readAllEvidence,
  readEvidence,
} from '../../../src/storage/evidence';
import { encodePages } from '../../../src/storage/evidence-pages';
import { problem } from '../../../src/core/problem';
import { err, ok } from '../../../src/core/result';
import type { StoredChunk } from '../../../src/storage/row-chunks';
import { clearRows, readRows, saveRows } from '../../../src/storage/rows';
import { freshDatabase, value } from './fresh-database';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from './records';

const NONE = { spectra: [], samples: [], evidence: [], withdrawn: [] };

let db: KtyperDatabase;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, jobRecord()));
});

describe('rows', () => {
  it('are read as they were written, in order of their index', async () => {
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

  it('are removed with their evidence when they are withdrawn', async () => {
    const samples = [sampleRow(0), sampleRow(1)];
    const evidence = [0, 1].map((sample) => ({ sample, evidence: markerEvidence() }));
    value(await saveRows(db, tokens[0], { spectra: [], samples, evidence, withdrawn: [] }, {}));
    const regrouped = { spectra: [], samples: [sampleRow(2)], evidence: [], withdrawn: [0] };
    value(await saveRows(db, tokens[0], regrouped, {}));
    expect(value(await readRows(db, tokens[0])).samples).toEqual([sampleRow(1), sampleRow(2)]);
    expect([...value(await readAllEvidence(db, tokens[0])).keys()]).toEqual([1]);
  });

  it('change their job in the same transaction', async () => {
    const counts = { found: 2, done: 1, samples: 1, calls: { 'taxon-a': 1 } };
    const batch = { spectra: [spectrumRow(0)], samples: [], evidence: [], withdrawn: [] };
    value(await saveRows(db, tokens[0], batch, { counts }));
    expect(value(await readJob(db, tokens[0]))?.counts).toEqual(counts);
  });

  it('leave the job unchanged if one of them cannot be written', async () => {
    db.evidencePages.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const evidence = [{ sample: 0, evidence: markerEvidence() }];
    const batch = { spectra: [spectrumRow(0)], samples: [sampleRow(0)], evidence, withdrawn: [] };
    const saved = await saveRows(db, tokens[0], batch, { name: 'Changed' });
    expect(saved).toMatchObject({ ok: false, error: { kind: 'storage-full' } });
    expect(value(await readJob(db, tokens[0]))?.name).toBe('Plate 7');
    expect(value(await readRows(db, tokens[0])).spectra).toEqual([]);
  });

  it('have lists where the engine has arrays of numbers', async () => {
    const sample = sampleRow(0, { probabilities: Float32Array.of(0.1, 1e-38, 0) });
    value(await saveRows(db, tokens[0], { ...NONE, samples: [sample] }, {}));
    const [read] = value(await readRows(db, tokens[0])).samples;
    expect(read).toEqual({ ...sample, probabilities: [Math.fround(0.1), Math.fround(1e-38), 0] });
    const stored = await db.rowChunks.toArray();
    expect(stored.map(({ rows }) => rows instanceof Uint8Array)).toEqual([true]);
  });

  it('have names in any script', async () => {
    const samples = [sampleRow(0, { name: 'Čeněk 7 µ' }), sampleRow(1, { name: '肺炎 \u2028 🧫' })];
    value(await saveRows(db, tokens[0], { ...NONE, samples }, {}));
    expect(value(await readRows(db, tokens[0])).samples).toEqual(samples);
  });

  it('of a database that had them as text are read', async () => {
    const rows = JSON.stringify({ ...NONE, samples: [sampleRow(0, { name: 'Čeněk' })] });
    await db.rowChunks.put({ job: tokens[0], number: 0, rows });
    value(await saveRows(db, tokens[0], { ...NONE, samples: [sampleRow(1)] }, {}));
    const { samples } = value(await readRows(db, tokens[0]));
    expect(samples.map(({ name }) => name)).toEqual(['Čeněk', sampleRow(1).name]);
  });

  it('may be more than fit into one chunk', async () => {
    const count = 1_003;
    const spectra = Array.from({ length: count }, (_, i) => spectrumRow(i));
    const samples = Array.from({ length: 3 }, (_, i) => sampleRow(i));
    const batch = { spectra, samples, evidence: [], withdrawn: [1] };
    value(await saveRows(db, tokens[0], batch, {}));
    value(await saveRows(db, tokens[0], { ...NONE, samples: [sampleRow(9)] }, {}));
    expect(await db.rowChunks.count()).toBeGreaterThan(3);
    expect(value(await readRows(db, tokens[0]))).toEqual({
      spectra,
      samples: [samples[0], samples[2], sampleRow(9)],
    });
  });

  it('keep numbers that JSON does not have', async () => {
    const samples = [sampleRow(0, { shiftPpm: NaN }), sampleRow(1, { shiftPpm: -Infinity })];
    value(await saveRows(db, tokens[0], { ...NONE, samples }, {}));
    expect(value(await readRows(db, tokens[0])).samples).toEqual(samples);
  });

  it('of an earlier attempt are removed if the whole job does not have them', async () => {
    const spectra = [0, 1, 2, 3].map((index) => spectrumRow(index));
    const samples = [0, 1, 2, 3].map((index) => sampleRow(index));
    value(await saveRows(db, tokens[0], { ...NONE, spectra, samples }, {}));
    const last = { ...NONE, samples: [sampleRow(4)] };
    const whole = { spectra: 3, samples: new Set([0, 2, 4]) };
    value(await saveRows(db, tokens[0], last, {}, whole));
    expect(value(await readRows(db, tokens[0]))).toEqual({
      spectra: spectra.slice(0, 3),
      samples: [samples[0], samples[2], sampleRow(4)],
    });
    // Rows that are written later are not affected.
    value(await saveRows(db, tokens[0], { ...NONE, samples: [sampleRow(7)] }, {}));
    expect(value(await readRows(db, tokens[0])).samples).toHaveLength(4);
  });

  it.each([
    ['no text', 5],
    ['no JSON', '{"spectra":[{"index":0}'],
    ['no chunk', '[]'],
    ['no rows', '{"spectra":7,"samples":[null,{"index":"a"}],"withdrawn":{}}'],
    ['bytes that are no text', Uint8Array.of(0xff, 0x7b, 0)],
    ['bytes of a text that breaks off', new TextEncoder().encode('{"spectra":[{"index":0}')],
  ])('are read beside a damaged chunk: %s', async (_, rows) => {
    value(await saveRows(db, tokens[0], { ...NONE, samples: [sampleRow(0)] }, {}));
    await db.rowChunks.put({ job: tokens[0], number: 1, rows: rows as StoredChunk });
    value(await saveRows(db, tokens[0], { ...NONE, samples: [sampleRow(2)] }, {}));
    const read = value(await readRows(db, tokens[0]));
    expect(read).toEqual({ spectra: [], samples: [sampleRow(0), sampleRow(2)] });
  });

  it('of other jobs are not read', async () => {
    const batch = {
      spectra: [spectrumRow(0)],
      samples: [sampleRow(0)],
      evidence: [],
      withdrawn: [],
    };
    value(await addJob(db, jobRecord({ token: tokens[1] })));
    value(await saveRows(db, tokens[1], batch, {}));
    expect(value(await readRows(db, tokens[0]))).toEqual({ spectra: [], samples: [] });
  });

  it('of a removed job are refused, and leave nothing behind', async () => {
    const batch = { ...NONE, samples: [sampleRow(0)] };
    const gone = { ok: false, error: { kind: 'job-gone' } };
    expect(await saveRows(db, tokens[2], batch, {})).toMatchObject(gone);
    expect(await clearRows(db, tokens[2], {})).toMatchObject(gone);
    expect(await changeJob(db, tokens[2], { name: 'Any' })).toMatchObject(gone);
    expect(await db.rowChunks.count()).toBe(0);
  });
});

describe('evidence', () => {
  it('is read from the database once a page, when samples of many pages take turns', async () => {
    const count = 12 * 32;
    const evidence = Array.from({ length: count }, (_, sample) => ({
      sample,
      evidence: markerEvidence({ shiftPpm: sample }),
    }));
    value(await saveRows(db, tokens[0], { ...NONE, evidence }, {}));
    let reads = 0;
    db.evidencePages.hook('reading', (record) => {
      reads += 1;
      return record;
    });
    const pages = new EvidencePages(db, tokens[0]);
    for (let turn = 0; turn < 32; turn++) {
      const samples = Array.from({ length: 12 }, (_, page) => page * 32 + turn);
      const read = value(await pages.read(samples));
      expect(samples.map((sample) => read.get(sample)?.shiftPpm)).toEqual(samples);
    }
    expect(reads).toBe(12);
  });

  it('is read elsewhere where that works, and here where it does not', async () => {
    const evidence = [0, 40].map((sample) => ({
      sample,
      evidence: markerEvidence({ shiftPpm: sample }),
    }));
    value(await saveRows(db, tokens[0], { ...NONE, evidence }, {}));
    let reads = 0;
    db.evidencePages.hook('reading', (record) => {
      reads += 1;
      return record;
    });
    const stored = [...encodePages([{ sample: 0, evidence: markerEvidence() }], []).values()];
    const given: ArrayBuffer[] = [];
    const elsewhere: PageReader = {
      read: (job, page) =>
        Promise.resolve(
          job === tokens[0] && page !== 1
            ? ok({ memory: new ArrayBuffer(page), records: page === 0 ? stored : [] })
            : err(problem('worker-died', 'It died.', 'Try again.')),
        ),
      giveBack: ({ memory }) => void given.push(memory),
    };
    const pages = new EvidencePages(db, tokens[0], undefined, elsewhere);
    const read = value(await pages.read([0, 40]));
    expect(read.get(0)).toEqual(markerEvidence());
    expect(read.get(40)).toEqual(markerEvidence({ shiftPpm: 40 }));
    expect(reads).toBe(1);
    // Pages that are kept no longer give their memory back.
    await pages.read(Array.from({ length: 17 }, (_, i) => 32 * (i + 2)));
    expect(given.map(({ byteLength }) => byteLength)).toEqual([0, 2]);
  });

  it('is given in memory that is used again, and frees the pages that it keeps no longer', async () => {
    const count = 40 * 32;
    const evidence = Array.from({ length: count }, (_, sample) => ({
      sample,
      evidence: markerEvidence({ ions: Float32Array.of(sample, 0, 0, 0) }),
    }));
    value(await saveRows(db, tokens[0], { ...NONE, evidence }, {}));
    const held: ArrayBuffer[] = [];
    db.evidencePages.hook('reading', (record) => {
      held.push(record.numbers.buffer);
      return record;
    });
    const arena = new ByteArena();
    const pages = new EvidencePages(db, tokens[0], (length) => {
      const { buffer, byteOffset } = arena.take(4 * length);
      return new Float32Array(buffer, byteOffset, length);
    });
    const buffers = new Set<ArrayBufferLike>();
    for (let from = 0; from < count; from += 64) {
      arena.clear();
      const samples = Array.from({ length: 64 }, (_, i) => from + i);
      const read = value(await pages.read(samples));
      expect(samples.map((sample) => read.get(sample)?.ions[0])).toEqual(samples);
      for (const { ions } of read.values()) buffers.add(ions.buffer);
    }
    expect(buffers.size).toBe(1);
    expect(held.slice(0, -16).every(({ byteLength }) => byteLength === 0)).toBe(true);
    expect(held.slice(-16).some(({ byteLength }) => byteLength === 0)).toBe(false);
  });

  it('keeps every bit of its arrays', async () => {
    const evidence = markerEvidence({ scores: Float32Array.of(1 / 3, -0, 4e-39) });
    const batch = { spectra: [], samples: [], evidence: [{ sample: 3, evidence }], withdrawn: [] };
    value(await saveRows(db, tokens[0], batch, {}));
    expect(value(await readEvidence(db, tokens[0], 3))).toEqual(evidence);
    expect(value(await readEvidence(db, tokens[0], 4))).toBeNull();
    expect([...value(await readAllEvidence(db, tokens[0])).keys()]).toEqual([3]);
  });

  it('is read without the rest of its page', async () => {
    const evidence = [4, 5, 6, 40].map((sample) => ({
      sample,
      evidence: markerEvidence({ ions: Float32Array.of(sample, 0, 0, 0) }),
    }));
    value(await saveRows(db, tokens[0], { ...NONE, evidence }, {}));
    const { scores, loci, ions } = value(await readEvidence(db, tokens[0], 5))!;
    expect(ions).toEqual(Float32Array.of(5, 0, 0, 0));
    expect(ions.buffer.byteLength).toBe(4 * (scores.length + loci.length + ions.length));
    expect(value(await readEvidence(db, tokens[0], 40))).toEqual(evidence[3]!.evidence);
  });

  it('may consist of views into the output of a batch', async () => {
    const output = Float32Array.from({ length: 1000 }, (_, i) => i);
    const evidence = markerEvidence({ ions: output.subarray(100, 104) });
    value(await saveRows(db, tokens[0], { ...NONE, evidence: [{ sample: 0, evidence }] }, {}));
    expect(value(await readEvidence(db, tokens[0], 0))).toEqual(evidence);
    expect(output).toHaveLength(1000);
  });

  it('that was written last applies', async () => {
    const write = async (sample: number, shiftPpm: number) => {
      const evidence = [{ sample, evidence: markerEvidence({ shiftPpm }) }];
      value(await saveRows(db, tokens[0], { ...NONE, evidence }, {}));
    };
    for (const shift of [1, 2, 3]) await write(3, shift);
    await write(4, 9);
    expect(value(await readEvidence(db, tokens[0], 3))?.shiftPpm).toBe(3);
    expect(value(await readAllEvidence(db, tokens[0])).get(3)?.shiftPpm).toBe(3);
    value(await saveRows(db, tokens[0], { ...NONE, withdrawn: [3] }, {}));
    expect(value(await readEvidence(db, tokens[0], 3))).toBeNull();
    expect([...value(await readAllEvidence(db, tokens[0])).keys()]).toEqual([4]);
  });

  it('is null if its page is damaged', async () => {
    const page = { job: tokens[0], page: 0, number: 0, heads: 'x', numbers: null, withdrawn: [] };
    await db.evidencePages.put(page as never);
    expect(value(await readEvidence(db, tokens[0], 0))).toBeNull();
  });
});

describe('known rows', () => {
  it('are spectra that are samples by themselves, each of them once', async () => {
    const spectra = [0, 1, 2, 3].map((index) => spectrumRow(index));
    const samples = [
      sampleRow(0, { spectra: [1] }),
      sampleRow(1, { spectra: [2, 3] }),
      sampleRow(2, { spectra: [9] }),
      sampleRow(3, { spectra: [0] }),
    ];
    const evidence = [{ sample: 0, evidence: markerEvidence() }];
    value(await saveRows(db, tokens[0], { spectra, samples, evidence, withdrawn: [] }, {}));
    const known = value(await KnownRows.read(db, tokens[0]));
    expect(value(await known.take([0, 1, 2, 3, 9]))).toEqual([
      { index: 0, spectrum: spectra[0], sample: samples[3], evidence: null },
      { index: 1, spectrum: spectra[1], sample: samples[0], evidence: markerEvidence() },
    ]);
    expect(value(await known.take([0, 1]))).toEqual([]);
  });
});
