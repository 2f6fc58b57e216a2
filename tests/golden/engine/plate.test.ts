import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputFile, inputFiles } from '../../../scripts/headless/input-files';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { ProgressLine } from '../../../scripts/headless/progress-line';
import { PreprocessRun } from '../../../scripts/headless/preprocess-run';
import { ArchiveSession } from '../../../workers/archive/session';
import { run } from '../../builders/headless-job';
import { hasShared, SHARED } from '../../builders/plate';
import { readSummary, type ReferenceSpectrum } from '../reference-data';
import { inEnglish } from '../../../src/words/in-words';

const shared = (path: string) => fileURLToPath(new URL(`data/${path}`, SHARED));
const PLATE = shared('klebsiella-plate-rows-A-D.zip');

describe.skipIf(!hasShared)('the plate with its reference', { timeout: 60_000 }, () => {
  let folder: string;
  let reference: Record<string, ReferenceSpectrum>;
  beforeAll(async () => {
    reference = Object.fromEntries(readSummary());
    folder = await mkdtemp(join(tmpdir(), 'ktyper-plate-'));
    const archive = new ArchiveSession();
    await archive.open(await inputFiles([PLATE]), null);
    const preprocess = new PreprocessRun(folder, new ProgressLine({ write: () => true }));
    for (let steps; (steps = await archive.next(16)).length > 0;) await preprocess.take(steps);
    expect(preprocess.finish()).toBe(0);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  async function vectorOf(uid: string): Promise<Float64Array> {
    const bytes = await readFile(join(folder, `${uid}.f64`));
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  }

  it('is written as one vector for each spectrum, named by its uid', async () => {
    const names = Object.keys(reference).map((uid) => `${uid}.f64`);
    expect((await readdir(folder)).toSorted()).toEqual(names.toSorted());
  });

  it('agrees with every sum and every largest bin', async () => {
    for (const [uid, { processed }] of Object.entries(reference)) {
      const vector = await vectorOf(uid);
      expect(vector).toHaveLength(19_049);
      const sum = vector.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - processed.sum)).toBeLessThan(1e-12);
      for (const [edge, value] of processed.top5_bins) {
        expect(Math.abs(vector[edge - 1950]! - value)).toBeLessThanOrEqual(1e-12 * processed.max);
      }
    }
  });

  it.each(['KPN293', 'KPN297', 'KPN305', 'KPN313', 'KPN321', 'KPN329'])(
    'agrees with the whole vector of %s, bin by bin',
    async (analyte) => {
      const file = readFileSync(shared(`reference/processed-${analyte}.f64.gz`));
      const expected = new Float64Array(gunzipSync(new Uint8Array(file)).slice().buffer);
      const uid = Object.keys(reference).find((key) => reference[key]?.analyte === analyte)!;
      const vector = await vectorOf(uid);
      const largest = Math.max(...expected);
      const apart = expected.map((value, b) => Math.abs(value - vector[b]!));
      expect(Math.max(...apart)).toBeLessThanOrEqual(1e-12 * largest);
    },
  );

  it('has the names, spots and measures of the reference, and names no empty spot', async () => {
    const pack = await readModelPack(null);
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    const { spectra, samples, summary } = await run(await inputFiles([PLATE]), {
      pack: pack.value,
    });
    expect(spectra).toHaveLength(48);
    for (const row of spectra) {
      const known = reference[row.uid]!;
      expect([row.name, row.spot, row.path]).toEqual([known.analyte, known.spot, known.path]);
      expect(row.names).toMatchObject({
        sampleName: known.identifiers.sample_name,
        fullName: known.identifiers.full_name,
        semiUniqueName: known.identifiers.semi_unique_name,
        uniqueName: known.identifiers.unique_name,
      });
      if (known.raw_intensity_sum === 0) continue;
      expect(row.measures?.points).toBe(known.points);
      expect(row.measures?.totalIntensity).toBe(known.raw_intensity_sum);
      expect(row.measures?.mzFirst).toBeCloseTo(known.mz_first_middle_last[0], 8);
      expect(row.measures?.mzLast).toBeCloseTo(known.mz_first_middle_last[2], 8);
    }
    const empty = samples.filter(({ name }) => name === 'KPN329' || name === 'KPN330');
    expect(empty.map(({ call }) => [call.kind, call.rule])).toEqual([
      ['none', 'no-spectrum'],
      ['none', 'no-spectrum'],
    ]);
    expect(summary?.run).toMatchObject({ title: '191212-1014-1011022437', listed: 96 });
    expect(summary?.run?.missing).toHaveLength(48);
  });

  it('is grouped by its sample sheet as the original groups it', async () => {
    const pack = await readModelPack(null);
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    const sheet = await inputFile(shared('reference/sample_sheet.tsv'));
    const text = await sheet.blob.arrayBuffer();
    const { samples, summary } = await run(await inputFiles([PLATE]), {
      pack: pack.value,
      sampleSheet: new TextDecoder().decode(text),
    });
    const printed = readFileSync(
      shared('reference/spectracl-random-forest-sample-sheet.tsv'),
      'utf8',
    );
    const names = printed
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0]);
    expect(samples.map(({ originalName }) => originalName).toSorted()).toEqual(names.toSorted());
    expect(summary?.sampleSheet).toMatchObject({ rows: 16, matched: 16, unmatched: [] });
  });
});
