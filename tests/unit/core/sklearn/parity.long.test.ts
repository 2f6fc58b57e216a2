import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importModel } from '../../../../src/core/model-import/import-model';
import { ALLOWED_OPERATORS } from '../../../../src/core/model-import/allowed-operators';
import { decodeOnnx } from '../../../../src/core/onnx/decode';
import { unpackModel } from '../../../../src/io/unpack-model';
import { openGraph } from '../../../builders/onnx-session';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

/** The output of `tests/fixtures/sklearn/make_models.py`. */
interface Fixture {
  readonly 'scikit-learn': string;
  readonly edges: readonly number[];
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly models: readonly FixtureModel[];
}

interface FixtureModel {
  readonly name: string;
  /**
   * How the file was written: by pickle, by joblib, by joblib with a compression, or `held` in another object.
   */
  readonly how: string;
  readonly file: string;
  readonly classes: readonly string[];
  readonly probabilities: readonly (readonly number[])[];
}

const FOLDER = new URL('../../../fixtures/sklearn/', import.meta.url);
const FIXTURES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json.gz'))
  .map((file) => JSON.parse(gunzipSync(readFileSync(new URL(file, FOLDER))).toString()) as Fixture);

const MOST_BYTES = 2 ** 24;
/** These compressions need another program, and are refused by name. */
const REFUSED = ['bz2', 'lzma', 'xz'];

describe.each(FIXTURES.map((one) => [one['scikit-learn'], one] as const))(
  'scikit-learn %s',
  (_, { edges, rows, models, names }) => {
    const input = Float32Array.from(rows.flat());
    const features = new TextEncoder().encode(edges.join('\n'));

    it.each(models.filter(({ how }) => !REFUSED.includes(how)))(
      'gives the probabilities of $name ($how) within 1e-6',
      async ({ name, how, file, classes, probabilities }) => {
        const bytes = new Uint8Array(Buffer.from(file, 'hex'));
        const model = await unpackModel(bytes, name, MOST_BYTES);
        if (!model.ok) throw new Error(inEnglish(model.error.message));
        const imported = importModel({
          model: model.value,
          features: how === 'held' ? null : features,
          classes: null,
        });
        if (!imported.ok) throw new Error(inEnglish(imported.error.message));
        const { draft, labels, notes } = imported.value;
        expect(labels).toEqual(how === 'held' ? names : classes);
        expect(draft.manifest.features).toEqual(edges);
        expect(notes.some((note) => inEnglish(note).startsWith('The file holds a'))).toBe(
          how === 'held',
        );

        const run = await openGraph(draft.graph);
        const answer = (await run(input, rows.length))['probabilities']!;
        expect(answer).toHaveLength(rows.length * classes.length);
        const errors = probabilities.flatMap((row, r) =>
          row.map((p, c) => Math.abs(p - answer[r * classes.length + c]!)),
        );
        expect(Math.max(...errors)).toBeLessThan(1e-6);

        const decoded = decodeOnnx(draft.graph);
        if (!decoded.ok) throw new Error(inEnglish(decoded.error.message));
        for (const node of decoded.value.nodes) {
          expect(ALLOWED_OPERATORS.get(node.domain)).toContain(node.operator);
        }
      },
    );

    it.each(models.filter(({ how }) => REFUSED.includes(how)))(
      'refuses $name by name, and says what to do',
      async ({ name, how, file }) => {
        const bytes = new Uint8Array(Buffer.from(file, 'hex'));
        const model = await unpackModel(bytes, name, MOST_BYTES);
        if (!model.ok) throw new Error(inEnglish(model.error.message));
        const imported = importModel({ model: model.value, features, classes: null });
        expect(spoken(imported)).toMatchObject({
          ok: false,
          error: {
            kind: 'pickle-joblib',
            message: expect.stringContaining(how) as string,
            cure: expect.stringContaining('compress=0') as string,
          },
        });
      },
    );
  },
);
