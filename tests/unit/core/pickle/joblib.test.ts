import { describe, expect, it } from 'vitest';
import { PICKLE_LIMITS } from '../../../../src/core/pickle/limits';
import { readArray } from '../../../../src/core/pickle/numpy/array';
import { readLabels } from '../../../../src/core/pickle/numpy/labels';
import { readNumbers } from '../../../../src/core/pickle/numpy/numbers';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { tupleItems } from '../../../../src/core/pickle/value';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import { wrappedArray, type WrapperStyle } from '../../../builders/joblib';
import { dtype, ndarray, numberBytes, type NumpyStyle } from '../../../builders/numpy';
import { call, list, PROTOCOLS, type Py, tuple, writePickle } from '../../../builders/pickle';
import { inEnglish } from '../../../../src/words/in-words';

const STYLE: NumpyStyle = { protocol: 4, numpy2: false };
const SIX = numberBytes('f8', [1, 2, 3, 4, 5, 6]);

function parse(value: Py, protocol = STYLE.protocol) {
  return parsePickle(writePickle(value, protocol), SKLEARN_NAMES);
}

/** Returns the numbers of the first of two values. The second shows that reading continues after an array. */
function numbersOf(value: Py, protocol = STYLE.protocol) {
  const parsed = parse(tuple(value, 'after'), protocol);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  const [first, second] = tupleItems(parsed.value) ?? [];
  expect(second).toBe('after');
  const array = readArray(first);
  if (!array.ok) throw new Error(inEnglish(array.error.message));
  const numbers = readNumbers(array.value);
  if (!numbers.ok) throw new Error(inEnglish(numbers.error.message));
  return { shape: array.value.shape, numbers: [...numbers.value] };
}

describe('an array written by joblib', () => {
  it.each<[string, WrapperStyle]>([
    ['with bytes that fill', { filling: 7 }],
    ['with none that fill', { filling: 0 }],
    ['before joblib 1.2', { filling: null }],
    ['in the joblib of an old scikit-learn', { module: 'sklearn.externals.joblib', filling: null }],
  ])('%s is read in all protocols', (_, style) => {
    for (const protocol of PROTOCOLS) {
      const array = wrappedArray(dtype('f8'), [2, 3], SIX, style);
      expect(numbersOf(array, protocol)).toEqual({ shape: [2, 3], numbers: [1, 2, 3, 4, 5, 6] });
    }
  });

  it('in Fortran order is converted to C order', () => {
    const array = wrappedArray(dtype('f8'), [2, 3], SIX, { order: 'F' });
    expect(numbersOf(array).numbers).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it('may be empty, or a single number', () => {
    expect(numbersOf(wrappedArray(dtype('f8'), [0, 3], new Uint8Array(0))).numbers).toEqual([]);
    expect(numbersOf(wrappedArray(dtype('u1'), [], Uint8Array.of(9))).numbers).toEqual([9]);
  });

  it('of objects is a pickle of its own', () => {
    const texts = ndarray(dtype('O8', '|'), [2], list('a', 'b'), STYLE);
    const inner = writePickle(texts, 4);
    const array = wrappedArray(dtype('O8', '|'), [2], inner, { filling: null });
    const parsed = parse(tuple(array, 'after'));
    const items = parsed.ok ? tupleItems(parsed.value) : null;
    const read = readArray(items?.[0]);
    expect(read.ok && readLabels(read.value)).toEqual({ ok: true, value: ['a', 'b'] });
    expect(items?.[1]).toBe('after');
  });
});

describe('an invalid array', () => {
  it.each<[string, Py]>([
    ['of fewer bytes than it says', wrappedArray(dtype('f8'), [2, 3], SIX.subarray(0, 40))],
    ['of more bytes than any file', wrappedArray(dtype('f8'), [2 ** 30, 2 ** 30], SIX)],
    ['of a size below zero', wrappedArray(dtype('f8'), [-8], SIX)],
    ['of half a size', wrappedArray(dtype('f8'), [{ py: 'float', value: 0.5 }], SIX)],
    ['of a size that is a text', wrappedArray(dtype('f8'), ['6'], SIX)],
    ['of a type that is none', wrappedArray(dtype('f3'), [6], SIX)],
    ['of dates', wrappedArray(dtype('M8'), [6], SIX)],
    [
      'with more bytes that fill than there are',
      wrappedArray(dtype('u1'), [1], Uint8Array.of(1), { filling: 200 }),
    ],
  ])('%s is refused', (_, array) => {
    const bytes = writePickle(array, 4);
    const cut = bytes.subarray(0, bytes.length - (bytes.at(-1) === 0x2e ? 1 : 0));
    expect(parsePickle(cut, SKLEARN_NAMES).ok).toBe(false);
  });

  it('of objects is refused if its pickle contains such an array again', () => {
    const inner = writePickle(list(wrappedArray(dtype('f8'), [6], SIX, { filling: null })), 4);
    const outer = wrappedArray(dtype('O8', '|'), [1], inner, { filling: null });
    expect(parse(outer).ok).toBe(false);
  });

  it('of objects may not name what no model needs', () => {
    const inner = writePickle(list(call('os.system', ['true'])), 4);
    const parsed = parse(wrappedArray(dtype('O8', '|'), [1], inner, { filling: null }));
    expect(parsed).toMatchObject({ ok: false, error: { kind: 'pickle-name' } });
  });

  it('of objects costs as many steps as it has', () => {
    const inner = writePickle(list(...Array.from({ length: 200 }, (_, i) => i)), 4);
    const outer = writePickle(wrappedArray(dtype('O8', '|'), [1], inner, { filling: null }), 4);
    expect(parsePickle(outer, SKLEARN_NAMES).ok).toBe(true);
    expect(parsePickle(outer, SKLEARN_NAMES, { ...PICKLE_LIMITS, opcodes: 150 })).toMatchObject({
      error: { kind: 'pickle-limit' },
    });
  });
});
