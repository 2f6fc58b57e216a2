import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importModel } from '../../../../src/core/model-import/import-model';
import { encodeOnnx } from '../../../../src/core/onnx/encode';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { isHolder, type PickleDict, type PickleValue } from '../../../../src/core/pickle/value';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { buildClassifierGraph } from '../../../../src/core/sklearn/build-graph';
import { matchParts } from '../../../../src/core/sklearn/match-parts';
import { readClassifier } from '../../../../src/core/sklearn/read-classifier';
import { takeApart } from '../../../../src/core/sklearn/take-apart';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const FIXTURE = new URL('../../../fixtures/sklearn/1.9.1.json.gz', import.meta.url);
const { models, edges } = JSON.parse(gunzipSync(readFileSync(FIXTURE)).toString()) as {
  models: { name: string; how: string; file: string }[];
  edges: number[];
};
const PLAIN = models.filter(({ how }) => ['pickle', 'joblib', 'held'].includes(how));

function bytesOf({ file }: { file: string }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(file, 'hex'));
}

/**
 * Reads a value as an import does.
 *
 * @returns the problem, or null
 */
function readAll(value: PickleValue) {
  const parts = takeApart(value);
  if (!parts.ok) return parts.error;
  const classifier = readClassifier(parts.value.model.value);
  if (!classifier.ok) return classifier.error;
  const matched = matchParts(parts.value, classifier.value);
  if (!matched.ok) return matched.error;
  encodeOnnx(
    buildClassifierGraph(classifier.value, edges.length, { name: 'broken', description: '' }),
  );
  return null;
}

/** Yields the attributes of all objects in a value once, each with the class of its object. */
function* attributesIn(value: PickleValue): Generator<[of: string, attributes: PickleDict]> {
  const seen = new Set<PickleValue>();
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isHolder(next) || seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'record') {
      const { state } = next;
      if (isHolder(state) && state.kind === 'dict') yield [next.of, state];
      open.push(...next.args, ...(state === undefined ? [] : [state]));
    } else if (next.kind === 'dict') {
      open.push(...[...next.entries].flat());
    } else {
      open.push(...next.items);
    }
  }
}

/**
 * Returns replacements for an attribute. They include others of the file, since an array in its place may have
 * another shape or type.
 */
function replacements(others: readonly PickleValue[]): (PickleValue | undefined)[] {
  return [undefined, null, 'text', -1, NaN, 1e300, 2n ** 70n, true, new Uint8Array(3), ...others];
}

function nameOf(of: string, key: PickleValue): string {
  return `${of}.${typeof key === 'string' ? key : typeof key}`;
}

/** The number of objects of one class in which an attribute is broken. */
const TIMES = 1;

describe('a model with one attribute', () => {
  it('missing or of another kind is read or refused, and no error is thrown', () => {
    const times = new Map<string, number>();
    let tried = 0;
    let refused = 0;
    for (const model of PLAIN) {
      const parsed = parsePickle(bytesOf(model), SKLEARN_NAMES);
      if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
      expect(readAll(parsed.value), model.name).toBeNull();
      const objects = [...attributesIn(parsed.value)];
      const others = new Map<string, PickleValue>();
      for (const [of, { entries }] of objects) {
        for (const [key, value] of entries) others.set(nameOf(of, key), value);
      }
      for (const [of, { entries }] of objects) {
        for (const [key, value] of [...entries]) {
          const name = nameOf(of, key);
          const before = times.get(name) ?? 0;
          if (before >= TIMES) continue;
          times.set(name, before + 1);
          for (const other of replacements([...others.values()].filter(isHolder).slice(0, 6))) {
            if (other === undefined) entries.delete(key);
            else entries.set(key, other);
            const problem = readAll(parsed.value);
            tried += 1;
            if (problem === null) continue;
            refused += 1;
            const said = `${model.name}, ${name}: ${inEnglish(problem.message)} ${inEnglish(problem.cure)}`;
            expect(spoken(problem.message), said).toMatch(/^\S.+[.?]$/s);
            expect(spoken(problem.cure), said).toMatch(/^\S.+\.$/s);
            expect(said).not.toMatch(/undefined|NaN|\[object/);
          }
          entries.set(key, value);
        }
      }
    }
    expect(tried).toBeGreaterThan(3_000);
    expect(refused).toBeGreaterThan(1_000);
  });
});

describe('a file with changed bytes', () => {
  it.each(PLAIN.filter((_, i) => i % 18 === 0))(
    'is read or refused, and no error is thrown: $name',
    (model) => {
      const bytes = bytesOf(model);
      const features = new TextEncoder().encode(edges.join('\n'));
      let state = bytes.length;
      const random = (below: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state % below;
      };
      for (let i = 0; i < 80; i++) {
        const changed = bytes.slice(0, i % 5 === 0 ? random(bytes.length) : bytes.length);
        for (let c = 0; c <= i % 3; c++) changed[random(bytes.length)] = random(256);
        const imported = importModel({ model: changed, features, classes: null });
        if (!imported.ok) expect(spoken(imported.error.cure)).toMatch(/^\S.+[.:?]$/s);
      }
    },
  );
});
