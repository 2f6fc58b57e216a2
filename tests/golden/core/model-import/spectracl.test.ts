import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputFile } from '../../../../scripts/headless/input-files';
import { exportedText } from '../../../builders/exported-text';
import { exportJson } from '../../../../src/io/exports/json';
import { exportSpectracl } from '../../../../src/io/exports/spectracl';
import type { ExportedJob } from '../../../../src/io/exports/types';
import type { ModelPack } from '../../../../src/io/open-model-pack';
import { run } from '../../../builders/headless-job';
import { hasShared, SHARED } from '../../../builders/plate';
import { importPack, sharedText } from './import-pack';

const PLATE = fileURLToPath(new URL('data/klebsiella-plate-rows-A-D.zip', SHARED));

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

describe.skipIf(!hasShared)('a laboratory’s model that replaces the original program', () => {
  let forest: ModelPack;
  beforeAll(async () => {
    forest = await importPack('random-forest');
  });

  it.each([
    ['spectra', undefined, 'spectracl-random-forest.tsv'],
    [
      'samples of a sheet',
      'reference/sample_sheet.tsv',
      'spectracl-random-forest-sample-sheet.tsv',
    ],
  ])('prints for %s what the original printed, line for line', async (_, sheet, expected) => {
    const exported = await classify(forest, sheet === undefined ? undefined : sharedText(sheet));
    const printed = [...exportSpectracl(exported)].join('');
    expect(sorted(printed)).toEqual(sorted(sharedText(`reference/${expected}`)));
  });

  it('still reports everywhere else that there is no spectrum', async () => {
    const exported = await classify(forest);
    const empty = exported.samples.filter(({ call }) => call.rule === 'no-spectrum');
    expect(empty).toHaveLength(2);
    for (const { call, probabilities } of empty) {
      expect(call).toMatchObject({ kind: 'none', label: 'No spectrum', probability: null });
      expect(probabilities).toEqual([]);
    }
    expect(await exportedText(exportJson(exported))).not.toContain('emptyAnswer');
  });

  it('with numbers for classes prints the numbers, or the names that the user gives', async () => {
    const { samples } = await classify(await importPack('historic-ktyper-0.0.1'));
    expect(samples).toHaveLength(48);
    for (const { call } of samples) expect(call.label).toMatch(/^(?:\d|No spectrum)$/);
  });
});
