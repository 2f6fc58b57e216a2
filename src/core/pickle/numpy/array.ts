import { err, ok, type Result } from '../../result';
import { asRecord, isName, listItems, type PickleValue, tupleItems } from '../value';
import { byteLength, copyBytes } from './buffer';
import { type Dtype, readDtype } from './dtype';
import { type ArrayProblem, badArray } from './problems';
import { sentence } from '../../../words/told/sentence';

/** A pickled NumPy array whose head is checked and whose elements are not read yet. */
export interface NumpyArray {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly length: number;
  /** Order of the elements: the last index fastest, as in C, or the first, as in Fortran. */
  readonly order: 'C' | 'F';
  /** Bytes, or bytes written as text; a list for an array of objects. */
  readonly data: PickleValue;
}

const MOST_DIMENSIONS = 8;

/**
 * Reads the head of an array: either `_reconstruct` with a state of (version, shape, type, whether in Fortran
 * order, data), or protocol 5's `_frombuffer` of (data, type, shape, order). The data must have the length
 * that the shape implies.
 */
export function readArray(value: PickleValue | undefined): Result<NumpyArray, ArrayProblem> {
  const record = asRecord(value);
  if (record?.of === 'numpy._reconstruct' && isName(record.args[0], 'numpy.ndarray')) {
    const state = tupleItems(record.state);
    if (state?.length === 5) {
      return checkArray(state[1], state[2], state[3] === true ? 'F' : 'C', state[4]);
    }
  }
  if (record?.of === 'numpy._frombuffer' && record.args.length === 4) {
    const [data, dtype, shape, order] = record.args;
    if (order === 'C' || order === 'F') return checkArray(shape, dtype, order, data);
  }
  return err(badArray(sentence('modelFile.arrayMissing')));
}

function checkArray(
  dims: PickleValue | undefined,
  type: PickleValue | undefined,
  order: 'C' | 'F',
  data: PickleValue = null,
): Result<NumpyArray, ArrayProblem> {
  const shape = tupleItems(dims);
  if (shape === null || shape.length > MOST_DIMENSIONS || !shape.every(isSize)) {
    return err(badArray(sentence('modelFile.arrayShape')));
  }
  const dtype = readDtype(type);
  if (!dtype.ok) return dtype;
  const length = shape.reduce((product, size) => product * size, 1);
  const expected = dtype.value.kind === 'object' ? length : length * dtype.value.size;
  const found =
    dtype.value.kind === 'object' ? (listItems(data)?.length ?? null) : byteLength(data);
  return found === expected
    ? ok({ dtype: dtype.value, shape, length, order, data })
    : err(badArray(sentence('modelFile.arrayShort', { shape: shape.join(' x ') })));
}

function isSize(value: PickleValue): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** @returns the array's bytes, copied only where the file has them as text */
export function arrayBytes(array: NumpyArray): Uint8Array {
  return copyBytes(array.data);
}

/** Yields the position in the data of each element, taken in C order; the identity when that is its order. */
export function* positions({ shape, order, length }: NumpyArray): Generator<number, void, void> {
  if (order === 'C' || shape.length < 2) {
    for (let i = 0; i < length; i++) yield i;
    return;
  }
  const strides = shape.map((_, d) =>
    shape.slice(0, d).reduce((product, size) => product * size, 1),
  );
  const index = shape.map(() => 0);
  for (let i = 0; i < length; i++) {
    yield index.reduce((sum, at, d) => sum + at * strides[d]!, 0);
    for (let d = shape.length - 1; d >= 0; d--) {
      index[d]!++;
      if (index[d]! < shape[d]!) break;
      index[d] = 0;
    }
  }
}
