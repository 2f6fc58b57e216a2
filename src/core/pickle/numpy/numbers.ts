import { err, ok, type Result } from '../../result';
import { asRecord, type PickleValue } from '../value';
import { arrayBytes, type NumpyArray, positions } from './array';
import { byteLength, copyBytes } from './buffer';
import { type NumberDtype, readDtype } from './dtype';
import { type ArrayProblem, badArray } from './problems';
import { sentence } from '../../../words/told/sentence';

/**
 * Reads the elements of an array of numbers, in C order, as float64. Integers beyond 2^53 are rounded.
 *
 * @returns [length], a new array
 */
export function readNumbers(array: NumpyArray): Result<Float64Array, ArrayProblem> {
  const { dtype } = array;
  if (dtype.kind !== 'number') return err(badArray(sentence('modelFile.arrayNoNumbers')));
  const view = viewOf(arrayBytes(array));
  const numbers = new Float64Array(array.length);
  if (array.order === 'C') {
    for (let i = 0; i < numbers.length; i++) numbers[i] = readOne(view, i * dtype.size, dtype);
  } else {
    let i = 0;
    for (const position of positions(array)) {
      numbers[i] = readOne(view, position * dtype.size, dtype);
      i++;
    }
  }
  return ok(numbers);
}

/**
 * Reads one field of an array of records, located by the array's own type, whatever other fields it has.
 *
 * @param array one-dimensional
 * @returns [length], a new array
 */
export function readField(array: NumpyArray, name: string): Result<Float64Array, ArrayProblem> {
  const { dtype } = array;
  const field = dtype.kind === 'struct' ? dtype.fields.get(name) : undefined;
  if (field === undefined) return err(badArray(sentence('modelFile.arrayField', { field: name })));
  const view = viewOf(arrayBytes(array));
  const numbers = new Float64Array(array.length);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = readOne(view, i * dtype.size + field.offset, field.type);
  }
  return ok(numbers);
}

/**
 * @returns a number of Python or NumPy (`numpy.float64(0.5)`, with its type and bytes); null for other values
 */
export function readScalar(value: PickleValue | undefined): number | null {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  const record = asRecord(value);
  if (record?.of !== 'numpy.scalar') return null;
  const dtype = readDtype(record.args[0]);
  const data = record.args[1] ?? null;
  if (!dtype.ok || dtype.value.kind !== 'number') return null;
  if (byteLength(data) !== dtype.value.size) return null;
  return readOne(viewOf(copyBytes(data)), 0, dtype.value);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function readOne(
  view: DataView,
  at: number,
  { type, size, littleEndian }: NumberDtype,
): number {
  if (type === 'float') {
    return size === 4 ? view.getFloat32(at, littleEndian) : view.getFloat64(at, littleEndian);
  }
  const signed = type === 'int';
  switch (size) {
    case 1:
      return signed ? view.getInt8(at) : view.getUint8(at);
    case 2:
      return signed ? view.getInt16(at, littleEndian) : view.getUint16(at, littleEndian);
    case 4:
      return signed ? view.getInt32(at, littleEndian) : view.getUint32(at, littleEndian);
    case 8: {
      const high = littleEndian ? at + 4 : at;
      const low = littleEndian ? at : at + 4;
      const upper = signed ? view.getInt32(high, littleEndian) : view.getUint32(high, littleEndian);
      return upper * 2 ** 32 + view.getUint32(low, littleEndian);
    }
  }
}
