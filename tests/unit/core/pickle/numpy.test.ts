import { describe, expect, it } from 'vitest';
import { readArray } from '../../../../src/core/pickle/numpy/array';
import { readLabels } from '../../../../src/core/pickle/numpy/labels';
import { readField, readNumbers, readScalar } from '../../../../src/core/pickle/numpy/numbers';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import { SKLEARN_NAMES } from '../../../../src/core/sklearn/allowed-names';
import {
  dtype,
  ndarray,
  numberBytes,
  numbers,
  type NumpyStyle,
  records,
  scalar,
  texts,
} from '../../../builders/numpy';
import {
  call,
  float,
  list,
  name,
  PROTOCOLS,
  type Py,
  tuple,
  writePickle,
} from '../../../builders/pickle';
import { inEnglish } from '../../../../src/words/in-words';

const STYLE: NumpyStyle = { protocol: 4, numpy2: false };

function array(value: Py, protocol = STYLE.protocol) {
  const parsed = parsePickle(writePickle(value, protocol), SKLEARN_NAMES);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  return readArray(parsed.value);
}

function head(value: Py, protocol = STYLE.protocol) {
  const read = array(value, protocol);
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  return read.value;
}

function values(value: Py, protocol = STYLE.protocol): number[] {
  const read = readNumbers(head(value, protocol));
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  return [...read.value];
}

function labels(value: Py): readonly string[] {
  const read = readLabels(head(value));
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  return read.value;
}

describe.each(PROTOCOLS)('arrays in protocol %i', (protocol) => {
  it.each([false, true])('are read, from NumPy 2: %s', (numpy2) => {
    const style = { protocol, numpy2 };
    expect(values(numbers('f8', [0.1, -2, 1e300], style), protocol)).toEqual([0.1, -2, 1e300]);
    expect(values(numbers('i8', [-1, 0, 2 ** 40], style), protocol)).toEqual([-1, 0, 2 ** 40]);
    expect(values(numbers('i8', [], style), protocol)).toEqual([]);
    expect(head(numbers('f4', [1, 2, 3, 4, 5, 6], style, [1, 2, 3]), protocol).shape).toEqual([
      1, 2, 3,
    ]);
  });

  it('may be in Fortran order', () => {
    const bytes = numberBytes('i4', [1, 4, 2, 5, 3, 6]);
    const style = { protocol, numpy2: true };
    const value = ndarray(dtype('i4'), [2, 3], bytes, style, 'F');
    expect(values(value, protocol)).toEqual([1, 2, 3, 4, 5, 6]);
    const cube = ndarray(dtype('u1', '|'), [2, 1, 2], Uint8Array.of(1, 3, 2, 4), style, 'F');
    expect(values(cube, protocol)).toEqual([1, 2, 3, 4]);
  });
});

describe('numbers', () => {
  it.each(['f8', 'f4', 'i8', 'i4'] as const)('%s may be big-endian', (code) => {
    const bytes = numberBytes(code, [-1, 0, 300], false);
    expect(values(ndarray(dtype(code, '>'), [3], bytes, STYLE))).toEqual([-1, 0, 300]);
  });

  it('may be bytes, with or without sign, and booleans', () => {
    const bytes = Uint8Array.of(0, 1, 255);
    expect(values(ndarray(dtype('u1', '|'), [3], bytes, STYLE))).toEqual([0, 1, 255]);
    expect(values(ndarray(dtype('i1', '|'), [3], bytes, STYLE))).toEqual([0, 1, -1]);
    expect(values(ndarray(dtype('b1', '|'), [2], Uint8Array.of(0, 1), STYLE))).toEqual([0, 1]);
    expect(values(ndarray(dtype('u8'), [1], new Uint8Array(8).fill(255), STYLE))).toEqual([
      2 ** 64,
    ]);
    expect(values(ndarray(dtype('i2'), [1], Uint8Array.of(0xff, 0xff), STYLE))).toEqual([-1]);
    expect(values(ndarray(dtype('u2'), [1], Uint8Array.of(1, 2), STYLE))).toEqual([513]);
    expect(values(ndarray(dtype('u4'), [1], Uint8Array.of(0, 0, 0, 255), STYLE))).toEqual([
      0xff000000,
    ]);
  });

  it('may be scalars', () => {
    const one = (value: Py) => {
      const parsed = parsePickle(writePickle(value, 4), SKLEARN_NAMES);
      return parsed.ok ? readScalar(parsed.value) : undefined;
    };
    expect(one(scalar('f8', 0.25, STYLE))).toBe(0.25);
    expect(one(scalar('i8', -3, { ...STYLE, numpy2: true }))).toBe(-3);
    expect(one(float(2.5))).toBe(2.5);
    expect(one(true)).toBe(1);
    expect(one('1')).toBeNull();
    expect(one(call('numpy.core.multiarray.scalar', [dtype('f8'), Uint8Array.of(1)]))).toBeNull();
  });
});

describe('records', () => {
  const fields = [
    { name: 'a', code: 'i8', offset: 8, values: [1, -1] },
    { name: 'b', code: 'f8', offset: 0, values: [0.5, 0.25] },
    { name: 'c', code: 'u1', offset: 16, values: [7, 8] },
  ] as const;

  it('are read by the offsets of their own list of fields', () => {
    const read = head(records(fields, 24, STYLE));
    expect(readField(read, 'a')).toEqual({ ok: true, value: Float64Array.of(1, -1) });
    expect(readField(read, 'b')).toEqual({ ok: true, value: Float64Array.of(0.5, 0.25) });
    expect(readField(read, 'c')).toEqual({ ok: true, value: Float64Array.of(7, 8) });
    expect(readField(read, 'd').ok).toBe(false);
    expect(readNumbers(read).ok).toBe(false);
  });

  it('may not have fields outside their bytes', () => {
    const state = tuple(
      3,
      '|',
      null,
      tuple('a'),
      { py: 'dict', entries: [['a', tuple(dtype('i8'), 1)]] },
      8,
      1,
      16,
    );
    const type = call('numpy.dtype', ['V8', false, true], state);
    expect(array(ndarray(type, [1], new Uint8Array(8), STYLE)).ok).toBe(false);
  });

  it('may contain records, which are not read', () => {
    const inner = call(
      'numpy.dtype',
      ['V8', false, true],
      tuple(3, '|', null, tuple(), { py: 'dict', entries: [] }, 8, 1, 16),
    );
    const state = tuple(
      3,
      '|',
      null,
      tuple('a'),
      { py: 'dict', entries: [['a', tuple(inner, 0)]] },
      8,
      1,
      16,
    );
    const type = call('numpy.dtype', ['V8', false, true], state);
    const read = array(ndarray(type, [1], new Uint8Array(8), STYLE));
    if (!read.ok) throw new Error(inEnglish(read.error.message));
    expect(readField(read.value, 'a').ok).toBe(false);
  });
});

describe('class names', () => {
  it('may be texts in any script', () => {
    expect(labels(texts(['K. pneumoniae', 'ü😀', ''], STYLE))).toEqual([
      'K. pneumoniae',
      'ü😀',
      '',
    ]);
  });

  it('are formatted as in Python', () => {
    expect(labels(numbers('i8', [0, -7], STYLE))).toEqual(['0', '-7']);
    expect(labels(numbers('f8', [0, 1.5], STYLE))).toEqual(['0.0', '1.5']);
    expect(labels(ndarray(dtype('b1', '|'), [2], Uint8Array.of(0, 1), STYLE))).toEqual([
      'False',
      'True',
    ]);
    expect(
      labels(ndarray(dtype('S3', '|'), [2], Uint8Array.of(65, 0, 0, 66, 67, 68), STYLE)),
    ).toEqual(['A', 'BCD']);
    const objects = list('A', 2, true, scalar('i8', 4, STYLE));
    expect(labels(ndarray(dtype('O8', '|'), [4], objects, STYLE))).toEqual(['A', '2', 'True', '4']);
  });

  it('are refused in any other form', () => {
    const objects = ndarray(dtype('O8', '|'), [1], list(list()), STYLE);
    expect(readLabels(head(objects)).ok).toBe(false);
    const text = ndarray(dtype('U1'), [1], Uint8Array.of(255, 255, 255, 255), STYLE);
    expect(readLabels(head(text)).ok).toBe(false);
  });
});

describe('invalid arrays', () => {
  const eight = new Uint8Array(8);
  it.each([
    ['too little data', ndarray(dtype('f8'), [2], eight, STYLE)],
    ['too much data', ndarray(dtype('f8'), [0], eight, STYLE)],
    ['a size below zero', ndarray(dtype('f8'), [-1], eight, STYLE)],
    ['a size beyond all', ndarray(dtype('f8'), [2 ** 52, 2 ** 52], eight, STYLE)],
    [
      'too many dimensions',
      ndarray(
        dtype('f8'),
        Array.from({ length: 9 }, () => 1),
        eight,
        STYLE,
      ),
    ],
    ['a type that is not used', ndarray(dtype('c16'), [1], eight, STYLE)],
    ['a date', ndarray(dtype('M8'), [1], eight, STYLE)],
    ['no byte order', ndarray(dtype('f8', '|'), [1], eight, STYLE)],
    ['a type without a state', ndarray(call('numpy.dtype', ['f8']), [1], eight, STYLE)],
    ['a type that is a text', ndarray('f8', [1], eight, STYLE)],
    ['objects as bytes', ndarray(dtype('O8', '|'), [1], eight, STYLE)],
    ['numbers as a list', ndarray(dtype('f8'), [1], list(1), STYLE)],
    [
      'no state',
      call('numpy.core.multiarray._reconstruct', [name('numpy.ndarray'), tuple(0), 'b']),
    ],
    ['a number', 5],
    [
      'bytes in another encoding',
      ndarray(dtype('u1', '|'), [1], call('_codecs.encode', ['a', 'rot13']), STYLE),
    ],
  ])('%s', (_, value) => {
    const read = array(value);
    expect(read.ok ? null : read.error.kind).toBe('numpy-array');
  });
});
