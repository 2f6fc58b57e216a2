import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputFile } from '../../../../scripts/headless/input-files';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import { ok } from '../../../../src/core/result';
import type { ModelPack } from '../../../../src/io/open-model-pack';
import { planGuard } from '../../../../src/engine/plan-guard';
import { exportSpectracl } from '../../../../src/io/exports/spectracl';
import { run, type RanJob } from '../../../builders/headless-job';
import { hasShared, SHARED } from '../../../builders/plate';
import { importPack, sharedText } from './import-pack';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const path = (name: string) => fileURLToPath(new URL(`data/${name}`, SHARED));
const PLATE = path('klebsiella-plate-rows-A-D.zip');
const OTHERS = path('other-bacteria-species1-2.tar.gz');

let guard: ModelPack;
beforeAll(async () => {
  const read = await readModelPack(null);
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  guard = read.value;
});

async function runWith(pack: ModelPack, file: string, isGuarded: boolean, sampleSheet?: string) {
  const plan = isGuarded ? planGuard(pack.manifest, null, ok(guard)) : null;
  const sheet = sampleSheet === undefined ? {} : { sampleSheet };
  return run([await inputFile(file)], { pack, guard: plan, ...sheet });
}

function printed({ manifest, ref }: ModelPack, { summary, samples, spectra }: RanJob): string[] {
  const job = { name: '', token: null, createdAt: '2026-01-01T00:00:00.000Z', summary };
  const app = { name: 'ktyper', version: '0' };
  const lines = exportSpectracl({ app, job, model: { manifest, ref }, samples, spectra });
  return [...lines].toSorted();
}

const referenceLines = (name: string) =>
  sharedText(`reference/${name}`)
    .trimEnd()
    .split('\n')
    .map((line) => `${line}\n`)
    .toSorted();

describe.skipIf(!hasShared)('a laboratory’s forest with a guard', { timeout: 60_000 }, () => {
  describe.each(['random-forest', 'one-vs-rest', 'historic-ktyper-0.0.1'])('%s', (name) => {
    let pack: ModelPack;
    beforeAll(async () => {
      pack = await importPack(name);
    });

    it('gives no spectrum of other bacteria a confident name, and flags all 48', async () => {
      const { samples } = await runWith(pack, OTHERS, true);
      expect(samples).toHaveLength(48);
      for (const sample of samples) {
        expect(sample.guard).toMatchObject({ pattern: 'no' });
        expect(sample.call).toMatchObject({ kind: 'species', confidence: 'weak' });
        expect(spoken(sample.call.reason)).toContain('No Klebsiella pattern');
      }
    });

    it('keeps its confidence for each spectrum of the plate that the guard accepts', async () => {
      const [watched, bare, guarded] = [
        await runWith(pack, PLATE, true),
        await runWith(pack, PLATE, false),
        await runWith(guard, PLATE, false),
      ];
      const accepted = guarded.samples.map(({ call }) => call.kind !== 'none');
      expect(accepted.filter((isAccepted) => isAccepted).length).toBeGreaterThanOrEqual(45);
      for (const [i, sample] of watched.samples.entries()) {
        const before = bare.samples[i]!;
        expect(sample.call.label).toBe(before.call.label);
        expect(sample.probabilities).toEqual(before.probabilities);
        if (!accepted[i]) continue;
        expect(sample.guard?.pattern).toBe('yes');
        expect(sample.call).toEqual(before.call);
      }
      // The original printed no guard, so the guard must not change what is printed.
      expect(printed(pack, watched)).toEqual(printed(pack, bare));
    });
  });

  it.each([
    ['spectra', undefined, 'spectracl-random-forest.tsv'],
    [
      'samples of a sheet',
      'reference/sample_sheet.tsv',
      'spectracl-random-forest-sample-sheet.tsv',
    ],
  ])('prints for %s what the original printed', async (_, sheet, expected) => {
    const pack = await importPack('random-forest');
    const text = sheet === undefined ? undefined : sharedText(sheet);
    const job = await runWith(pack, PLATE, true, text);
    expect(printed(pack, job)).toEqual(referenceLines(expected));
  });
});
