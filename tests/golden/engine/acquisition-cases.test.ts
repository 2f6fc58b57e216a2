import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputFiles } from '../../../scripts/headless/input-files';
import { readModelPack } from '../../../scripts/headless/model-pack';
import type { ModelPack } from '../../../src/io/open-model-pack';
import { type RanJob, run } from '../../builders/headless-job';
import { hasShared, SHARED } from '../../builders/plate';
import { inEnglish } from '../../../src/words/in-words';
import { spoken } from '../../builders/spoken';

const shared = (path: string) => fileURLToPath(new URL(`data/${path}`, SHARED));

/** Acquisitions of KPN289, spot A7 of the shared plate, each with one change. */
describe.skipIf(!hasShared)('unusual acquisitions', { timeout: 60_000 }, () => {
  let pack: ModelPack;
  let plain: RanJob['samples'][number];
  beforeAll(async () => {
    const opened = await readModelPack(null);
    if (!opened.ok) throw new Error(inEnglish(opened.error.message));
    pack = opened.value;
    const plate = await run(await inputFiles([shared('klebsiella-plate-rows-A-D.zip')]), {
      pack,
    });
    plain = plate.samples.find(({ name }) => name === 'KPN289')!;
    expect(plain.call.kind).toBe('species');
  }, 60_000);

  const runCase = async (name: string) =>
    run(await inputFiles([shared(`cases/${name}`)]), { pack });

  it.each([
    ['acqu-cubic-term-zero', []],
    ['acqu-jcamp-comments', []],
    ['acqu-spotno', []],
    ['folder-short-1Lin', []],
  ])('%s gives the same as on the plate, to the last bit', async (name, warnings) => {
    const { samples, spectra } = await runCase(name);
    expect(samples).toHaveLength(1);
    expect(samples[0]).toMatchObject({
      name: 'KPN289',
      spot: 'A7',
      call: plain.call,
      probabilities: plain.probabilities,
      shiftPpm: plain.shiftPpm,
    });
    expect(spectra[0]!.warnings.map(({ kind }) => kind)).toEqual(warnings);
  });

  it('acqu-starts-before-mass-zero loses the points before mass zero and keeps its call', async () => {
    const { samples, spectra } = await runCase('acqu-starts-before-mass-zero');
    expect(samples[0]).toMatchObject({
      name: 'KPN289',
      call: { taxon: plain.call.taxon, rule: plain.call.rule },
    });
    expect(spectra[0]!.measures).toMatchObject({ points: 31_032 });
    expect(spectra[0]!.warnings.map(({ message }) => message)).toEqual([
      'The acquisition begins before mass zero: 209 of its 31,241 points, where no ion can arrive, were left out.',
    ]);
  });

  it.each([
    ['acqu-negative-ions', 'negative-ions', 'in negative-ion mode (POLARI= 0 in acqu)'],
    ['folder-1Ref', 'reflector-spectrum', 'in reflector mode'],
  ])('%s is refused by name', async (name, kind, words) => {
    const { samples, spectra } = await runCase(name);
    expect(samples).toMatchObject([
      {
        name: 'KPN289',
        spot: 'A7',
        call: { kind: 'none', label: 'Not read' },
        failure: { kind },
      },
    ]);
    expect(spoken(spectra[0]!.reason!.message)).toContain(words);
  });

  it('folder-fid-directly shows the folders that distinguish the two spectra', async () => {
    const { samples } = await runCase('folder-fid-directly');
    expect(samples.map(({ name, spot }) => [name, spot])).toEqual([
      ['ISOLATE-A', 'A7'],
      ['ISOLATE-B', 'D7'],
    ]);
    expect(samples[0]!.probabilities).toEqual(plain.probabilities);
  });

  it('zip-cp850-names keeps the letters of people’s names', async () => {
    const { samples, summary } = await runCase('zip-cp850-names');
    expect(samples.map(({ name }) => name).sort()).toEqual(['Sørensen', 'Álvarez']);
    expect(summary!.problems.map(({ kind }) => kind)).toEqual(['names-guessed']);
  });

  it('zip-split-download is one run', async () => {
    const { samples, summary } = await runCase('zip-split-download');
    const told = samples.map(({ name, spot, failure }) => [name, spot, failure ?? null]);
    expect(told.sort()).toEqual([
      ['KPN289', 'A7', null],
      ['KPN313', 'C1', null],
    ]);
    const same = samples.find(({ name }) => name === 'KPN289')!;
    expect(same.probabilities).toEqual(plain.probabilities);
    expect(summary!.problems.map(({ kind }) => kind)).toEqual(['parts-joined']);
  });
});
