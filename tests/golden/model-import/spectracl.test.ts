import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputFile } from '../../../scripts/headless/input-files';
import { exportJson } from '../../../src/io/exports/json';
import { exportSpectracl } from '../../../src/io/exports/spectracl';
import type { ExportedJob } from '../../../src/io/exports/types';
import { type ModelPack, openModelPack } from '../../../src/engine/open-model';
import { ImporterSession } from '../../../workers/importer-session';
import { run } from '../../builders/headless-job';
import { inputFiles } from '../../builders/laboratory-model';
import { hasShared, SHARED } from '../../builders/plate';

const read = (path: string) => new Uint8Array(readFileSync(new URL(`data/${path}`, SHARED)));
const text = (path: string) => readFileSync(new URL(`data/${path}`, SHARED), 'utf8');
const PLATE = fileURLToPath(new URL('data/klebsiella-plate-rows-A-D.zip', SHARED));

/** What a laboratory's files make, through the importer of the page. */
async function importPack(name: string, answers: { names: readonly string[] | null }) {
  const session = new ImporterSession();
  const features = `sklearn-models/${name}.features_selected.txt`;
  await session.read(
    inputFiles({
      'model.bin': read(`sklearn-models/${name}.model.bin`),
      ...(existsSync(new URL(`data/${features}`, SHARED))
        ? { 'features_selected.txt': read(features) }
        : {}),
    }),
  );
  const made = await session.make({ title: name, version: '1.0.0', namedFrom: 0, ...answers });
  if (!made.ok) throw new Error(made.error.message);
  const pack = await openModelPack(made.value);
  if (!pack.ok) throw new Error(pack.error.message);
  return pack.value;
}

async function classify(pack: ModelPack, sampleSheet?: string): Promise<ExportedJob> {
  const collected = await run([await inputFile(PLATE)], {
    pack,
    ...(sampleSheet === undefined ? {} : { sampleSheet }),
  });
  const { summary, samples, spectra } = collected;
  const { manifest, ref } = pack;
  return {
    app: { name: 'ktyper', version: '0' },
    job: { name: 'rows A-D', token: null, createdAt: '2026-01-01T00:00:00.000Z', summary },
    model: { manifest, ref },
    samples,
    spectra,
  };
}

const sorted = (lines: string) => lines.trimEnd().split('\n').toSorted();

describe.skipIf(!hasShared)('a laboratory model in place of the original program', () => {
  let forest: ModelPack;
  beforeAll(async () => {
    forest = await importPack('random-forest', { names: null });
  });

  it.each([
    ['spectra', undefined, 'spectracl-random-forest.tsv'],
    [
      'samples of a sheet',
      'reference/sample_sheet.tsv',
      'spectracl-random-forest-sample-sheet.tsv',
    ],
  ])('prints for %s what the original printed, line for line', async (_, sheet, expected) => {
    const exported = await classify(forest, sheet === undefined ? undefined : text(sheet));
    const printed = [...exportSpectracl(exported)].join('');
    expect(sorted(printed)).toEqual(sorted(text(`reference/${expected}`)));
  });

  it('still says everywhere else that there is no spectrum', async () => {
    const exported = await classify(forest);
    const empty = exported.samples.filter(({ call }) => call.rule === 'no-spectrum');
    expect(empty).toHaveLength(2);
    for (const { call, probabilities } of empty) {
      expect(call).toMatchObject({ kind: 'none', label: 'No spectrum', probability: null });
      expect(probabilities).toEqual([]);
    }
    expect([...exportJson(exported)].join('')).not.toContain('emptyAnswer');
  });

  it('with numbers for classes prints them, or the names that the user gives', async () => {
    const { samples } = await classify(await importPack('historic-ktyper-0.0.1', { names: null }));
    expect(samples).toHaveLength(48);
    for (const { call } of samples) expect(call.label).toMatch(/^(?:\d|No spectrum)$/);
  });
});
