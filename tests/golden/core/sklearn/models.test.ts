import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportedModel } from '../../../../src/core/model-import/draft-pack';
import { importModel } from '../../../../src/core/model-import/import-model';
import { makeSelfTestVector } from '../../../../src/core/model-pack/self-test';
import { selectFeatures } from '../../../../src/core/model-pack/select-features';
import { openGraph } from '../../../builders/onnx-session';
import { hasShared, readPlate, SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

/** The acquisitions without any signal, for which the recipe gives a vector of zeros. */
const EMPTY = ['ba2181d3-551e-4267-ab76-e46ce68fb442', 'e30a68d1-d0a6-4b63-9b7e-7d040abe506f'];

const MODELS = [
  { name: 'random-forest', trees: '200 trees', sumsToOne: true },
  { name: 'one-vs-rest', trees: '250 trees', sumsToOne: true },
  { name: 'historic-ktyper-0.0.1', trees: '1000 trees', sumsToOne: false },
];

interface Expected {
  readonly classes: readonly (string | number)[];
  readonly probabilities: Readonly<Record<string, readonly number[]>>;
}

function read(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`data/sklearn-models/${name}`, SHARED)));
}

function readExpected(name: string): Expected {
  return JSON.parse(new TextDecoder().decode(read(`${name}.expected.json`))) as Expected;
}

function imported(name: string, classes: Uint8Array | null = null): ImportedModel {
  // The historic model takes all bins, and has no list of features.
  const features = name.startsWith('historic') ? null : read(`${name}.features_selected.txt`);
  const result = importModel({ model: read(`${name}.model.bin`), features, classes });
  if (!result.ok) throw new Error(inEnglish(result.error.message));
  return result.value;
}

describe.skipIf(!hasShared).each(MODELS)(
  'the laboratory model $name',
  ({ name, trees, sumsToOne }) => {
    it('gives scikit-learn’s probabilities for rows A to D, within 1e-6', async () => {
      const { classes, probabilities } = readExpected(name);
      const { draft, labels, notes } = imported(name);
      const { manifest } = draft;
      expect(labels).toEqual(classes.map(String));
      expect(spoken(notes[0])).toContain(trees);
      expect(manifest.limits.some((limit) => limit.includes('need not sum'))).toBe(!sumsToOne);

      const plate = readPlate(manifest.bins);
      const empty = new Float64Array(manifest.bins.count);
      const vectorOf = (uid: string) => (EMPTY.includes(uid) ? empty : plate.get(uid)!);
      const uids = Object.keys(probabilities);
      expect(uids).toHaveLength(48);
      const width = manifest.features?.length ?? manifest.bins.count;
      const input = new Float32Array(uids.length * width);
      uids.forEach((uid, row) => selectFeatures(vectorOf(uid), manifest, input, row * width));
      const run = await openGraph(draft.graph);
      const answer = (await run(input, uids.length))['probabilities']!;

      expect(answer).toHaveLength(uids.length * classes.length);
      const errors = uids.flatMap((uid, row) =>
        probabilities[uid]!.map((p, c) => Math.abs(p - answer[row * classes.length + c]!)),
      );
      expect(Math.max(...errors)).toBeLessThan(1e-6);
    });

    it('answers its self-test with probabilities', async () => {
      const { draft } = imported(name);
      const run = await openGraph(draft.graph);
      const answer = (await run(makeSelfTestVector(draft.manifest), 1))['probabilities']!;
      expect(answer.every((p) => p >= 0 && p <= 1)).toBe(true);
      expect(Math.max(...answer)).toBeGreaterThan(0);
    });
  },
);

describe.skipIf(!hasShared)('the historic model', () => {
  it('has numbers for classes, which the user may name', () => {
    const names = Array.from({ length: 10 }, (_, i) => `Klebsiella ${String.fromCharCode(97 + i)}`);
    const list = new TextEncoder().encode(names.join('\n'));
    expect(imported('historic-ktyper-0.0.1').notes.map(inEnglish).join(' ')).toContain(
      '0, 1, 2, 3, 4, 5, 6, 7, 8, 9',
    );
    const { taxa } = imported('historic-ktyper-0.0.1', list).draft.manifest;
    expect(taxa.map(({ name }) => name)).toEqual(names);
  });

  it('takes all bins of 10 Da', () => {
    const { manifest } = imported('historic-ktyper-0.0.1').draft;
    expect(manifest.bins).toEqual({ first: 1950, width: 10, count: 1904 });
    expect(manifest.features).toBeNull();
  });
});
