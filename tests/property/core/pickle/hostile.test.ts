import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importModel } from '../../../../src/core/model-import/import-model';
import { PICKLE_LIMITS } from '../../../../src/core/pickle/limits';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { texts } from '../../../builders/numpy';
import {
  dict,
  float,
  instructions,
  list,
  PROTOCOLS,
  type Py,
  tuple,
  writePickle,
} from '../../../builders/pickle';
import {
  constantPredictor,
  forest,
  oneVsRest,
  type SklearnStyle,
  treeRecord,
} from '../../../builders/sklearn';

const TREE = {
  features: 3,
  classes: 2,
  nodes: [
    { feature: 2, threshold: 0.5, left: 1, right: 2 },
    { counts: [3, 1] },
    { feature: 0, threshold: -1, left: 3, right: 4 },
    { counts: [0, 2] },
    { counts: [1, 0] },
  ],
};

const MODELS = PROTOCOLS.map((protocol) => {
  const style: SklearnStyle = {
    protocol,
    numpy2: protocol > 3,
    version: '1.3.0',
    isFrom1_3: protocol > 3,
  };
  const classes = texts(['a', 'b', 'c'], style);
  const binary = forest([TREE, TREE], style, texts(['0', '1'], style));
  const model = oneVsRest(
    [binary, constantPredictor(0, style), binary],
    style,
    classes,
    'multiclass',
  );
  return writePickle(model, protocol);
});
/** The pickles are short, since each is read once for each of its bytes. */
const TREES = PROTOCOLS.map((protocol) => {
  const style: SklearnStyle = { protocol, numpy2: false, version: '1.2.1', isFrom1_3: false };
  return writePickle(treeRecord(TREE, style), protocol);
});
const FEATURES = new TextEncoder().encode('2000\n2001\n3000\n');

/** Imports a model. Whatever its bytes are, the import must end with an answer and never throw an error. */
function importAny(model: Uint8Array) {
  return importModel({ model, features: FEATURES, classes: null });
}

describe('model files', () => {
  it('are valid before the tests below damage them', () => {
    for (const model of MODELS) expect(importAny(model)).toMatchObject({ ok: true });
  });

  it.each(PROTOCOLS)('of protocol %i are refused when they end early, at any byte', (protocol) => {
    const model = TREES[protocol]!;
    const kinds = Array.from(model, (_, length) => {
      const parsed = parsePickle(model.subarray(0, length), SKLEARN_NAMES);
      return parsed.ok ? 'read' : parsed.error.kind;
    });
    expect(kinds.shift()).toBe('pickle-none');
    expect(new Set(kinds)).toEqual(new Set(['pickle-truncated']));
  });

  it('with some changed bytes are imported or refused', () => {
    const change = fc.record({
      place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom('replace', 'insert', 'remove'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...MODELS),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (model, changes) => {
          let bytes = [...model];
          for (const { place, bytes: put, kind } of changes) {
            const at = Math.floor(place * bytes.length);
            const gone = kind === 'insert' ? 0 : put.length;
            bytes = [
              ...bytes.slice(0, at),
              ...(kind === 'remove' ? [] : put),
              ...bytes.slice(at + gone),
            ];
          }
          expect(typeof importAny(Uint8Array.from(bytes)).ok).toBe('boolean');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of random bytes are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(importAny(bytes).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('of random instructions end within the limits', () => {
    const limits = { ...PICKLE_LIMITS, opcodes: 400, depth: 10, memo: 50, stack: 60, objects: 100 };
    // Instructions without arguments, a few values, and names that are allowed.
    const piece = fc.constantFrom(
      ...Array.from(')]}N(02tadeu\x85\x86\x87\x88\x8f\x90\x91\x94Rb.o\x81\x92', (text) => text),
      'K\x01',
      'U\x01a',
      'q\x01',
      'h\x01',
      'cnumpy\ndtype\n',
      'cnumpy\nndarray\n',
      'csklearn.tree._tree\nTree\n',
      'csklearn.tree._classes\nDecisionTreeClassifier\n',
      'ccopyreg\n_reconstructor\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 500 }), (pieces) => {
        const parsed = parsePickle(instructions(...pieces, '.'), SKLEARN_NAMES, limits);
        expect(typeof parsed.ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('plain values', () => {
  it('are read as they were written, in every protocol', () => {
    const { value } = fc.letrec<{ value: Py }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
        fc.double().map(float),
        fc.string({ unit: 'binary' }),
        fc.array(tie('value'), { maxLength: 5 }).map((items) => tuple(...items)),
        fc.array(tie('value'), { maxLength: 5 }).map((items) => list(...items)),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 }).map(dict),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(...PROTOCOLS), (written, protocol) => {
        const parsed = parsePickle(writePickle(written, protocol), SKLEARN_NAMES);
        expect(parsed.ok && plain(parsed.value)).toEqual(plain(written));
      }),
      { numRuns: 150 },
    );
  });
});

/** Converts written and read values to one form, so that they can be compared. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if ('py' in value && value.py === 'float' && 'value' in value) return value.value;
  const kind = 'py' in value ? value.py : 'kind' in value ? value.kind : '';
  if ('items' in value) return { kind, items: (value.items as unknown[]).map(plain) };
  if ('entries' in value) {
    const entries = [...(value.entries as Iterable<[unknown, unknown]>)];
    return { kind, entries: entries.map(([key, item]) => [plain(key), plain(item)]) };
  }
  throw new Error('No plain value');
}
