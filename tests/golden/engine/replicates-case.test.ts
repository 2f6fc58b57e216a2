import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inputFiles } from '../../../scripts/headless/input-files';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { run } from '../../builders/headless-job';
import { hasShared, SHARED } from '../../builders/plate';
import { inEnglish } from '../../../src/words/in-words';

const shared = (path: string) =>
  fileURLToPath(new URL(`data/cases/replicates-two-flat-one-good/${path}`, SHARED));

describe.skipIf(!hasShared)('two flat spectra and a good one', { timeout: 60_000 }, () => {
  it('are K. pneumoniae by the good one, and the flat ones are left out', async () => {
    const pack = await readModelPack(null);
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    const input = await inputFiles([shared('run.zip')]);
    const alone = await run(input, { pack: pack.value });
    const good = alone.samples.find(({ call }) => call.kind === 'species')!;
    const { samples } = await run(input, {
      pack: pack.value,
      sampleSheet: readFileSync(shared('sheet.tsv'), 'utf8'),
    });
    expect(samples).toHaveLength(1);
    const [sample] = samples;
    expect(sample).toMatchObject({
      name: 'KPN289',
      probabilities: good.probabilities,
      call: {
        label: 'Klebsiella pneumoniae',
        confidence: good.call.confidence,
        probability: good.call.probability,
        rule: good.call.rule,
      },
      consensus: { spectra: 3, agreeing: 1, averaged: 'sound', contradictory: false },
    });
    expect(sample!.consensus!.leftOut).toHaveLength(2);
    expect(sample!.warnings.map(({ message }) => message)).toEqual([
      `2 of the 3 spectra of this sample were left out of its mean, since others are sound: ${sample!
        .consensus!.leftOut!.map((at) => `A7 (${at + 1}): Poor spectrum`)
        .join('; ')}.`,
    ]);
  });
});
