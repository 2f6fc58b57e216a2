import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../../src/core/model-pack/verify';
import { ImporterSession } from '../../../../workers/importer/session';
import { inputFiles } from '../../../builders/laboratory-model';
import { SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';

const CASES = new URL('data/cases/', SHARED);
const has = existsSync(CASES);

const read = (path: string) => new Uint8Array(readFileSync(new URL(path, CASES)));
const filesOf = (folder: string) => (has ? readdirSync(new URL(folder, CASES)) : []);

const EDGES = [4365, 5380, 6255, 7158, 7244, 8369, 9069, 9476, 9553, 6484, 5278, 6446];

async function importing(model: string, list: string, binWidth: number | null = null) {
  const session = new ImporterSession();
  const files = { 'model.pkl': read(model), 'features.txt': read(list) };
  const { files: roles, outline } = await session.read(inputFiles(files));
  if (!outline.ok) throw new Error(inEnglish(outline.error.message));
  const answers = { title: 'Ours', version: '1.0.0', namedFrom: 0, names: null, binWidth };
  const made = await session.make(answers);
  if (!made.ok) return { roles, outline: outline.value, manifest: null, error: made.error };
  const parsed = parseManifest(made.value.manifest);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  return { roles, outline: outline.value, manifest: parsed.value, error: null };
}

describe.skipIf(!has)('a features list, as laboratories keep them', () => {
  const lists = filesOf('model-features-lists/').filter((name) => /\.(?:txt|csv|json)$/.test(name));
  const whole = lists.filter((name) => name !== 'one-line-commas-real.txt');

  it.each(whole)('%s has the same features', async (name) => {
    const { roles, manifest } = await importing(
      'model-features-lists/rf_str.pkl',
      `model-features-lists/${name}`,
    );
    expect(roles[1]?.role).toBe('features');
    expect(manifest?.features).toEqual(EDGES);
    expect(manifest?.bins.width).toBe(1);
  });

  it('of another model in one line is read, and refused since it does not fit this model', async () => {
    const importer = importing(
      'model-features-lists/rf_str.pkl',
      'model-features-lists/one-line-commas-real.txt',
    );
    await expect(importer).rejects.toThrow(
      'The features list has 4 features, but the model takes 12.',
    );
  });
});

describe.skipIf(!has)('bins of another width', () => {
  it.each([3, 5, 20])('of %i Da are recognised by the edges', async (width) => {
    const { manifest, outline } = await importing(
      `model-other-bin-widths/bin${width}.pkl`,
      `model-other-bin-widths/bin${width}.txt`,
    );
    expect(manifest?.bins).toMatchObject({ first: 2000, width });
    expect(manifest?.bins.count).toBe(Math.ceil(18_000 / width));
    expect(outline.kind === 'classifier' && outline.notes.map(inEnglish).join(' ')).toContain(
      `${width} Da`,
    );
  });
});
