import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../../../src/core/model-import/import-outline';
import { parseManifest } from '../../../../src/core/model-pack/verify';
import { ImporterSession } from '../../../../workers/importer/session';
import {
  inputFiles,
  LABORATORY_FEATURES,
  laboratoryModel,
  maliciousModel,
} from '../../../builders/laboratory-model';
import { THREE_TAXA } from '../../../builders/marker-table';
import { tinyPackFiles } from '../../../builders/tiny-pack';
import { writeWorkbook } from '../../../builders/workbook';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const ANSWERS: ImportAnswers = {
  title: 'Ours',
  version: '1.0.0',
  namedFrom: 0,
  names: null,
  binWidth: null,
};

async function reading(files: Parameters<typeof inputFiles>[0]) {
  const session = new ImporterSession();
  const { files: read, outline } = await session.read(inputFiles(files));
  return {
    session,
    roles: read.map(({ path, role }) => `${path}: ${role}`),
    outline: outline.ok ? outline.value : null,
    kind: outline.ok ? null : outline.error.kind,
  };
}

function manifestOf(files: { manifest: Uint8Array }) {
  const parsed = parseManifest(files.manifest);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  return parsed.value;
}

describe('the importer', () => {
  it('makes a pack of a pickle and its features list, and says what it took each file for', async () => {
    const { session, roles, outline } = await reading({
      'model.bin': laboratoryModel('names'),
      'features_selected.txt': LABORATORY_FEATURES,
    });
    expect(roles).toEqual(['model.bin: pickle', 'features_selected.txt: features']);
    expect(outline).toMatchObject({
      kind: 'classifier',
      title: 'model',
      namedFrom: 0,
      unnamed: null,
    });
    const made = await session.make({ ...ANSWERS, namedFrom: 0.25, version: '2.0.0' });
    if (!made.ok) throw new Error(inEnglish(made.error.message));
    const manifest = manifestOf(made.value);
    expect(manifest).toMatchObject({ id: 'ours', version: '2.0.0', thresholds: { species: 0.25 } });
    expect(manifest.taxa.map(({ name }) => name)).toEqual(['Genus alpha', 'Genus beta']);
    // The stored graph must have its own bytes and no others.
    expect(made.value.graph.buffer.byteLength).toBe(manifest.graph.bytes);
  });

  it('asks for names if the classes are numbers', async () => {
    const { session, outline } = await reading({
      'model.bin': laboratoryModel('numbers'),
      'features_selected.txt': LABORATORY_FEATURES,
    });
    expect(outline).toMatchObject({ unnamed: { labels: ['0', '1'] } });
    const made = await session.make({ ...ANSWERS, names: ['Genus gamma', 'Genus\tdelta'] });
    if (!made.ok) throw new Error(inEnglish(made.error.message));
    expect(manifestOf(made.value).taxa.map(({ name }) => name)).toEqual([
      'Genus gamma',
      'Genus delta',
    ]);
  });

  it('asks for the width of the bins if the edges of a features list leave doubt', async () => {
    const { session, outline } = await reading({
      'model.bin': laboratoryModel('numbers'),
      'features_selected.txt': '4000,5000,6000,7000',
    });
    const possible = [40, 25, 20, 10, 8, 5, 4, 2, 1];
    expect(outline).toMatchObject({
      unnamed: { labels: ['0', '1'] },
      widths: { told: null, possible },
    });
    const unanswered = await session.make(ANSWERS);
    expect(!unanswered.ok && unanswered.error.kind).toBe('import-width');
    for (const binWidth of [20, 1]) {
      const made = await session.make({ ...ANSWERS, binWidth });
      if (!made.ok) throw new Error(inEnglish(made.error.message));
      expect(manifestOf(made.value)).toMatchObject({
        bins: { width: binWidth },
        features: [4000, 5000, 6000, 7000],
      });
    }
  });

  it('makes a pack with bins of any width, which passes all checks', async () => {
    const { session, outline } = await reading({
      'model.bin': laboratoryModel('names'),
      'features_selected.txt': '4000-4020\n4060-4080\n5000-5020\n6020-6040',
    });
    expect(outline).toMatchObject({ widths: null });
    const made = await session.make(ANSWERS);
    if (!made.ok) throw new Error(inEnglish(made.error.message));
    expect(manifestOf(made.value).bins).toEqual({ first: 1960, width: 20, count: 951 });
  });

  it('makes a model from a table in an Excel workbook', async () => {
    const lines = THREE_TAXA.split('\n').map((line) => line.split(','));
    const rows = lines.map((cells, i) =>
      cells.map((cell) => (i > 0 && /^[\d.]+$/.test(cell) ? { number: Number(cell) } : cell)),
    );
    const book = writeWorkbook({ sheets: [[['Notes']], [['Our markers'], ...rows]] });
    const { session, roles, outline } = await reading({ 'own markers.xlsx': book });
    expect(roles).toEqual(['own markers.xlsx: markers']);
    expect(outline).toMatchObject({ kind: 'markers', title: 'own markers' });
    expect((await session.make({ ...ANSWERS, namedFrom: 0.9 })).ok).toBe(true);
    expect((await reading({ 'a.xlsx': book.slice(0, -100) })).kind).not.toBe(null);
  });

  it('reads names from a list beside the model', async () => {
    const { outline, roles } = await reading({
      'model.bin': laboratoryModel('numbers'),
      'features_selected.txt': LABORATORY_FEATURES,
      'classes.txt': 'Genus gamma\nGenus delta\n',
    });
    expect(roles.at(-1)).toBe('classes.txt: classes');
    expect(outline).toMatchObject({ unnamed: null });
  });

  it('reads a table of peaks to watch, or reports what is wrong with it', async () => {
    const good = await reading({ 'lab/plasmids.csv': 'name,mz,gene\nA,5000,x\n' });
    expect(good.roles).toEqual(['lab/plasmids.csv: watch']);
    expect(good.outline).toMatchObject({
      kind: 'watch',
      title: 'plasmids',
      path: 'lab/plasmids.csv',
      peaks: [{ name: 'A', mz: 5000 }],
      notes: ['The column "gene" is not used.'],
    });
    expect((await reading({ 'a.csv': 'name,mz\nA,5\n' })).kind).toBe('watch-table-row');
    const two = await reading({ 'a.csv': 'name,mz\nA,5000\n', 'b.csv': THREE_TAXA });
    expect(two.kind).toBe('import-several');
  });

  it('reports which taxa of a table cannot be distinguished before a model is made', async () => {
    const { session, outline, roles } = await reading({ 'own markers.csv': THREE_TAXA });
    expect(roles).toEqual(['own markers.csv: markers']);
    expect(spoken(outline)).toMatchObject({
      kind: 'markers',
      title: 'own markers',
      namedFrom: 0.9,
      unresolved: expect.stringContaining(
        'Genus beta and Genus gamma cannot be told apart',
      ) as string,
    });
    const made = await session.make({ ...ANSWERS, namedFrom: 0.9 });
    expect(made.ok && manifestOf(made.value).kind).toBe('markers');
  });

  it('accepts a pack as two files, in a folder, and in its own .zip', async () => {
    const pack = await tinyPackFiles();
    const zipped = await new ImporterSession().zip(pack, 'tiny-1.0.0');
    expect(await new ImporterSession().zip(pack, 'tiny-1.0.0')).toEqual(zipped);
    for (const files of [
      { 'manifest.json': pack.manifest, 'model.onnx': pack.graph },
      { 'tiny/manifest.json': pack.manifest, 'tiny/model.onnx': pack.graph },
      { 'tiny.zip': zipped },
    ]) {
      const { session, outline } = await reading(files);
      expect(outline).toEqual({ kind: 'pack', title: 'Tiny', id: 'tiny', version: '1.0.0' });
      const made = await session.make(null);
      expect(made).toEqual({ ok: true, value: pack });
      if (made.ok) expect((await session.verify(made.value)).ok).toBe(true);
    }
  });

  it('names the check that a pack failed', async () => {
    const pack = await tinyPackFiles();
    const graph = pack.graph.slice();
    graph[30]! ^= 1;
    const other = await tinyPackFiles({
      manifest: { selfTest: { seed: 1, probabilities: [0, 1], tolerance: 1e-3 } },
    });
    const kindOf = async (manifest: Uint8Array<ArrayBuffer>, model: Uint8Array<ArrayBuffer>) => {
      const { session, kind } = await reading({ 'manifest.json': manifest, 'model.onnx': model });
      const made = kind === null ? await session.make(null) : null;
      return made?.ok === false ? made.error.kind : kind;
    };
    expect(await kindOf(pack.manifest, graph)).toBe('model-graph-checksum');
    expect(await kindOf(pack.manifest, pack.graph.slice(1))).toBe('model-graph-size');
    expect(await kindOf(other.manifest, other.graph)).toBe('model-self-test');
    expect(await kindOf(pack.manifest.slice(0, 50), pack.graph)).toBe('model-manifest-json');
  });

  it('refuses a pickle that would run a program', async () => {
    const { session, kind } = await reading({
      'model.bin': maliciousModel(),
      'features_selected.txt': LABORATORY_FEATURES,
    });
    expect(kind).toBe('pickle-name');
    expect((await session.make(ANSWERS)).ok).toBe(false);
  });

  it.each([
    ['nothing', {}, 'import-nothing'],
    ['a picture', { 'a.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0) }, 'import-nothing'],
    ['an empty file', { 'a.txt': '' }, 'import-nothing'],
    ['a web page', { 'a.html': '<!doctype html>' }, 'import-nothing'],
    ['a list alone', { 'features_selected.txt': LABORATORY_FEATURES }, 'import-incomplete'],
    ['a manifest alone', { 'manifest.json': '{}' }, 'import-incomplete'],
    ['a model without its list', { 'model.bin': laboratoryModel('names') }, 'import-features'],
    ['a run', { 'RUN/0_A1/1/1SLin/fid': 'x', 'RUN/0_A1/1/1SLin/acqu': 'y' }, 'import-is-run'],
    [
      'two models',
      { 'a.bin': laboratoryModel('names'), 'b.csv': 'taxon,locus,mass\n' },
      'import-several',
    ],
    [
      'a heap of files',
      Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${i}.txt`, 'a'])),
      'import-many',
    ],
  ])('reports what is wrong with %s', async (_, files, kind) => {
    expect((await reading(files)).kind).toBe(kind);
  });

  it('makes nothing from files that it was not given', async () => {
    expect((await new ImporterSession().make(null)).ok).toBe(false);
    const { session } = await reading({ 'own.csv': THREE_TAXA });
    await session.read(inputFiles({ 'a.txt': '' }));
    expect((await session.make(ANSWERS)).ok).toBe(false);
  });
});
