import { call, name, type Protocol, type Py, tuple } from './pickle';

/** The style in which an array is pickled. */
export interface NumpyStyle {
  readonly protocol: Protocol;
  /** NumPy 2 moved its inner modules to `numpy._core`. */
  readonly numpy2: boolean;
}

type NumberCode = 'i8' | 'i4' | 'u1' | 'f8' | 'f4' | 'b1';

const SIZES: Readonly<Record<NumberCode, number>> = { i8: 8, i4: 4, u1: 1, f8: 8, f4: 4, b1: 1 };

export function dtype(code: string, order: '<' | '>' | '|' = '<'): Py {
  const state = tuple(3, order, null, null, null, -1, -1, 0);
  return call('numpy.dtype', [code, false, true], state);
}

/** Writes numbers of one type as bytes. */
export function numberBytes(
  code: NumberCode,
  values: readonly number[],
  littleEndian = true,
): Uint8Array {
  const size = SIZES[code];
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => writeNumber(view, i * size, code, value, littleEndian));
  return bytes;
}

function writeNumber(
  view: DataView,
  at: number,
  code: NumberCode,
  value: number,
  littleEndian: boolean,
): void {
  if (code === 'f8') view.setFloat64(at, value, littleEndian);
  else if (code === 'f4') view.setFloat32(at, value, littleEndian);
  else if (code === 'i8') view.setBigInt64(at, BigInt(value), littleEndian);
  else if (code === 'i4') view.setInt32(at, value, littleEndian);
  else view.setUint8(at, value);
}

/** @param data the array's bytes in the given order, or the items of an array of objects */
export function ndarray(
  type: Py,
  shape: readonly number[],
  data: Uint8Array | Py,
  { protocol, numpy2 }: NumpyStyle,
  order: 'C' | 'F' = 'C',
): Py {
  const core = numpy2 ? 'numpy._core' : 'numpy.core';
  const dims = tuple(...shape);
  if (protocol === 5 && data instanceof Uint8Array) {
    const buffer: Py = { py: 'buffer', bytes: data };
    return call(`${core}.numeric._frombuffer`, [buffer, type, dims, order]);
  }
  const empty = [name('numpy.ndarray'), tuple(0), Uint8Array.of(0x62)];
  const state = tuple(1, dims, type, order === 'F', data);
  return call(`${core}.multiarray._reconstruct`, empty, state);
}

export function numbers(
  code: NumberCode,
  values: readonly number[],
  style: NumpyStyle,
  shape: readonly number[] = [values.length],
): Py {
  return ndarray(dtype(code), shape, numberBytes(code, values), style);
}

/** Makes an array of text, type `U`: four bytes a character. */
export function texts(values: readonly string[], style: NumpyStyle): Py {
  const longest = Math.max(1, ...values.map((value) => [...value].length));
  const codes = values.flatMap((value) => {
    const points = Array.from(value, (character) => character.codePointAt(0) ?? 0);
    return [...points, ...Array.from({ length: longest - points.length }, () => 0)];
  });
  return ndarray(dtype(`U${longest}`), [values.length], numberBytes('i4', codes), style);
}

export function scalar(code: NumberCode, value: number, { numpy2 }: NumpyStyle): Py {
  const core = numpy2 ? 'numpy._core' : 'numpy.core';
  return call(`${core}.multiarray.scalar`, [dtype(code), numberBytes(code, [value])]);
}

/** Makes an array of records of `size` bytes, whose fields have the given offsets. */
export function records(
  fields: readonly { name: string; code: NumberCode; offset: number; values: readonly number[] }[],
  size: number,
  style: NumpyStyle,
): Py {
  const length = fields[0]?.values.length ?? 0;
  const bytes = new Uint8Array(length * size);
  const view = new DataView(bytes.buffer);
  for (const { code, offset, values } of fields) {
    values.forEach((value, i) => writeNumber(view, i * size + offset, code, value, true));
  }
  const types = new Map(fields.map(({ code }) => [code, dtype(code)]));
  const entries = fields.map(
    ({ name: field, code, offset }) => [field, tuple(types.get(code) ?? null, offset)] as const,
  );
  const state = tuple(
    3,
    '|',
    null,
    tuple(...fields.map((field) => field.name)),
    { py: 'dict', entries },
    size,
    1,
    16,
  );
  return ndarray(call('numpy.dtype', [`V${size}`, false, true], state), [length], bytes, style);
}
