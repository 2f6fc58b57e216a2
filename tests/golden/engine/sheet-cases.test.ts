import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputFiles } from '../../../scripts/headless/input-files';
import { readModelPack } from '../../../scripts/headless/model-pack';
import type { ModelPack } from '../../../src/io/open-model-pack';
import { run } from '../../builders/headless-job';
import { hasShared, SHARED } from '../../builders/plate';
import { inEnglish } from '../../../src/words/in-words';

const shared = (path: string) => fileURLToPath(new URL(`data/${path}`, SHARED));
const inCase = (path: string) => shared(`cases/${path}`);
const OTHER_NAMES = hasShared
  ? readdirSync(inCase('sheet-under-other-names')).filter((name) => !/\.(?:zip|xlsx)$/.test(name))
  : [];

describe.skipIf(!hasShared)('sample sheets as people write them', { timeout: 60_000 }, () => {
  let pack: ModelPack;
  beforeAll(async () => {
    const opened = await readModelPack(null);
    if (!opened.ok) throw new Error(inEnglish(opened.error.message));
    pack = opened.value;
  });

  async function samplesOf(paths: readonly string[], sheet?: string) {
    const sampleSheet = sheet === undefined ? {} : { sampleSheet: readFileSync(sheet, 'utf8') };
    const { samples, summary } = await run(await inputFiles(paths), { pack, ...sampleSheet });
    return {
      samples: samples.map(({ name, spot }) => [name, spot]).toSorted(),
      problems: summary!.problems.map(({ kind }) => kind),
      sheet: summary!.sampleSheet,
    };
  }
  const TWO = [
    ['iso one', 'A7'],
    ['iso two', 'C1'],
  ];

  it.each(['sheet-shown-name', 'sheet-spot', 'sheet-uid-upper-case'])(
    '%s gives two samples',
    async (name) => {
      const { samples, problems, sheet } = await samplesOf([inCase(`${name}/run.zip`)]);
      expect(samples).toEqual(TWO);
      expect(problems).toEqual([]);
      expect(sheet).toMatchObject({ rows: 2, matched: 2, unmatched: [], samples: 2 });
    },
  );

  it('sheet-inner-nbsp gives one sample', async () => {
    const { samples } = await samplesOf([inCase('sheet-inner-nbsp/run.zip')]);
    expect(samples).toEqual([['iso one', 'A7, C1']]);
  });

  it.each(['chosen', 'dropped'])(
    'sheet-one-folder-deeper gives two samples from a %s sheet',
    async (how) => {
      const zip = inCase('sheet-one-folder-deeper/run.zip');
      const sheet = inCase('sheet-one-folder-deeper/sheet.tsv');
      const { samples } =
        how === 'chosen' ? await samplesOf([zip], sheet) : await samplesOf([zip, sheet]);
      expect(samples).toEqual(TWO);
    },
  );

  it.each(['by-spot.tsv', 'by-shown-name.tsv'])(
    'sheet-shared-plate-names groups spots of the plate with %s',
    async (name) => {
      const { samples, problems, sheet } = await samplesOf(
        [shared('klebsiella-plate-rows-A-D.zip')],
        inCase(`sheet-shared-plate-names/${name}`),
      );
      expect(sheet).toMatchObject({ rows: 6, matched: 6, unmatched: [], ambiguous: [] });
      expect(samples).toHaveLength(45);
      const grouped = samples.filter(([sample]) => sample!.startsWith('isolate'));
      expect(grouped.map(([sample, spots]) => [sample, spots!.split(', ').toSorted()])).toEqual([
        ['isolate 0', ['A10', 'A7']],
        ['isolate 1', ['B3', 'C1']],
        ['isolate 2', ['A11', 'D7']],
      ]);
      expect(problems).toEqual([]);
    },
  );

  it.each(OTHER_NAMES)('sheet-under-other-names gives two samples from %s', async (name) => {
    const paths = ['run.zip', name].map((file) => inCase(`sheet-under-other-names/${file}`));
    // The UTF-16 text names only one of the two.
    const expected = name.endsWith('.txt') ? [['KPN313', 'C1'], TWO[0]] : TWO;
    expect((await samplesOf(paths)).samples).toEqual(expected);
    expect((await samplesOf(paths.toReversed())).samples).toEqual(expected);
  });

  it('sheet-under-other-names reports an empty workbook, and nothing else is lost', async () => {
    const paths = ['run.zip', 'sample_sheet.xlsx'].map((file) =>
      inCase(`sheet-under-other-names/${file}`),
    );
    const { samples, problems } = await samplesOf(paths);
    expect(samples).toEqual([
      ['KPN289', 'A7'],
      ['KPN313', 'C1'],
    ]);
    expect(problems).toEqual(['workbook-broken']);
  });

  it('zip-macos-decomposed-names matches its sheet', async () => {
    const { samples, problems } = await samplesOf(
      [inCase('zip-macos-decomposed-names/run.zip')],
      inCase('zip-macos-decomposed-names/sheet.tsv'),
    );
    expect(samples).toEqual([['isolate 1', 'A7']]);
    expect(problems).toEqual([]);
  });
});
