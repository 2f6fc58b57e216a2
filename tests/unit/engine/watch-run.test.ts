import { beforeAll, describe, expect, it } from 'vitest';
import { readModelPack } from '../../../scripts/headless/model-pack';
import type { ModelPack } from '../../../src/io/open-model-pack';
import { readOutcomes, writeOutcomes } from '../../../workers/spectrum/outcome-codec';
import { TEN_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { MessageBufferPool } from '../../../workers/transport/message-buffer-pool';
import type { WatchedPeak } from '../../../src/core/watch/types';
import { outcomeOf } from '../../../src/state/jobs/recovery';
import { SpectrumSession } from '../../../workers/spectrum/session';
import { buildRun } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { tinyCounts, tinyPack } from '../../builders/tiny-pack';
import { inEnglish } from '../../../src/words/in-words';

const peak = (name: string, mz: number): WatchedPeak => ({
  name,
  mz,
  charge: 1,
  mass: null,
  tolerancePpm: 500,
  note: '',
});

/** The peak of the alpha spectra, that of the beta spectra, and an m/z without a peak. */
const WATCH = [peak('alpha', 4000.5), peak('beta', 6000.5), peak('nothing', 15_000)];

const files = [
  zipOf(
    buildRun({
      spots: [
        { spot: 'A1', fid: tinyCounts('alpha', 1) },
        { spot: 'A2', fid: tinyCounts('beta', 2) },
        { spot: 'A3', fid: new Uint8Array(7) },
        { spot: 'A4', fid: new Int32Array(21_424) },
        { spot: 'A5', fid: tinyCounts('alpha', 1) },
      ],
    }),
  ),
];

describe('a job with peaks to watch', () => {
  it('finds them in each spectrum that is read, and does not search the others', async () => {
    const { spectra } = await run(files, { watch: WATCH });
    const seen = spectra.map(({ spot, watched }) => [
      spot,
      watched?.found.map((one) => one.peak) ?? null,
    ]);
    expect(seen).toEqual([
      ['A1', [0]],
      ['A2', [1]],
      ['A3', null],
      ['A4', null],
      ['A5', null],
    ]);
    const [found] = spectra[0]!.watched!.found;
    expect(found!.mz).toBeCloseTo(4000.5, 0);
    expect(found!.overNoise).toBeGreaterThan(30);
    // The tiny model has no markers, so it fits no mass error.
    expect(spectra[0]!.watched!.line).toBeNull();
  });

  it('has the same rows as a job without them, except for what was found', async () => {
    const [plain, watching] = await Promise.all([run(files), run(files, { watch: WATCH })]);
    expect(watching.samples).toEqual(plain.samples);
    expect(watching.spectra.map(({ watched: _, ...row }) => row)).toEqual(plain.spectra);
    expect(plain.spectra.some((row) => 'watched' in row)).toBe(false);
  });

  it('searches in bins of 1 Da, whatever the model’s bins are', async () => {
    const bins = TEN_DALTON_BINS;
    const pack = await tinyPack({ manifest: { bins } });
    const { spectra } = await run(files, { watch: WATCH, pack });
    expect(spectra[0]!.watched!.found[0]!.mz).toBeCloseTo(4000.5, 0);
  });

  it('keeps what was found when it is sent between threads, and from an interrupted job', async () => {
    const { spectra, samples } = await run(files, { watch: WATCH });
    const carriers = new MessageBufferPool();
    const pack = await tinyPack();
    const spectrum = spectra[0]!;
    const known = { index: 0, spectrum, sample: samples[0]!, evidence: null };
    const outcome = outcomeOf(known, spectrum.path, pack.manifest)!;
    expect(outcome.watched).toEqual(spectrum.watched);
    const sent = readOutcomes(carriers.fill(writeOutcomes([outcome])!));
    expect(sent[0]!.watched).toEqual(spectrum.watched);
  });
});

describe('recalibration', () => {
  let pack: ModelPack;
  beforeAll(async () => {
    const read = await readModelPack(null);
    if (!read.ok) throw new Error(inEnglish(read.error.message));
    pack = read.value;
  });

  it('is not done by a model that refuses the spectrum', async () => {
    const { spectra, samples } = await run(files, {
      watch: WATCH,
      pack,
      workers: [new SpectrumSession()],
    });
    expect(samples[0]!.call.kind).toBe('none');
    expect(spectra[0]!.watched).toMatchObject({ line: null, found: [{ peak: 0 }] });
  });
});
