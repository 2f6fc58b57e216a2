import { printable } from '../../text';
import { err, ok, type Result } from '../../result';
import { asRecord, dictEntries, type PickleValue, tupleItems } from '../value';
import { type ArrayProblem, badArray } from './problems';
import { sentence } from '../../../words/told/sentence';

/** The type of an array's elements. Sizes and offsets are in bytes. */
export type Dtype = NumberDtype | TextType | StructType | ObjectType;

export interface NumberDtype {
  readonly kind: 'number';
  readonly type: 'int' | 'uint' | 'float' | 'bool';
  readonly size: 1 | 2 | 4 | 8;
  readonly littleEndian: boolean;
}

/** Text of a fixed length: UCS-4 (`U`), or single bytes (`S`). */
export interface TextType {
  readonly kind: 'text';
  readonly unit: 1 | 4;
  readonly size: number;
  readonly littleEndian: boolean;
}

export interface StructType {
  readonly kind: 'struct';
  readonly size: number;
  readonly fields: ReadonlyMap<string, { readonly type: NumberDtype; readonly offset: number }>;
}

export interface ObjectType {
  readonly kind: 'object';
  readonly size: number;
}

/** A tree's node has eight fields, so a record of more than a few dozen is not a node. */
const MOST_FIELDS = 64;

const NUMBERS: Readonly<Record<string, Pick<NumberDtype, 'type' | 'size'>>> = {
  b1: { type: 'bool', size: 1 },
  i1: { type: 'int', size: 1 },
  i2: { type: 'int', size: 2 },
  i4: { type: 'int', size: 4 },
  i8: { type: 'int', size: 8 },
  u1: { type: 'uint', size: 1 },
  u2: { type: 'uint', size: 2 },
  u4: { type: 'uint', size: 4 },
  u8: { type: 'uint', size: 8 },
  f4: { type: 'float', size: 4 },
  f8: { type: 'float', size: 8 },
};

/**
 * Reads a pickled `numpy.dtype`: its code, and a state of (version, byte order, base and shape of a nested
 * array, names, fields, size, alignment, flags, maybe metadata).
 */
export function readDtype(value: PickleValue | undefined): Result<Dtype, ArrayProblem> {
  const record = asRecord(value);
  const code = record?.of === 'numpy.dtype' ? record.args[0] : undefined;
  const state = tupleItems(record?.state);
  if (typeof code !== 'string' || state === null)
    return err(badArray(sentence('modelFile.arrayType')));
  const [, order, nested, names, fields, size] = state;
  const refused = err(badArray(sentence('modelFile.arrayTypeUnused', { type: printable(code) })));
  if (nested !== null || (order !== '<' && order !== '>' && order !== '|')) return refused;
  const littleEndian = order !== '>';

  const number = NUMBERS[code];
  if (number !== undefined) {
    return order === '|' && number.size > 1
      ? refused
      : ok({ kind: 'number', ...number, littleEndian });
  }
  const text = /^([US])(\d{1,6})$/.exec(code);
  if (text !== null) {
    const unit = text[1] === 'U' ? 4 : 1;
    return ok({ kind: 'text', unit, size: unit * Number(text[2]), littleEndian });
  }
  if (code === 'O' || code === 'O8' || code === 'O4') return ok({ kind: 'object', size: 8 });
  if (/^V\d{1,6}$/.test(code) && size === Number(code.slice(1))) {
    return readFields(names, fields, size);
  }
  return refused;
}

function readFields(
  names: PickleValue | undefined,
  fields: PickleValue | undefined,
  size: number,
): Result<StructType, ArrayProblem> {
  const order = tupleItems(names);
  const entries = dictEntries(fields);
  if (order === null || entries === null || entries.size > MOST_FIELDS) {
    return err(badArray(sentence('modelFile.arrayRecordFields')));
  }
  const read = new Map<string, { type: NumberDtype; offset: number }>();
  for (const [name, entry] of entries) {
    const [type, offset] = tupleItems(entry) ?? [];
    if (typeof name !== 'string' || typeof offset !== 'number') {
      return err(badArray(sentence('modelFile.arrayRecordField')));
    }
    const dtype = readDtypeOfField(type);
    // scikit-learn 1.10 has a field of several numbers, which nothing here reads.
    if (!dtype.ok) continue;
    if (!Number.isInteger(offset) || offset < 0 || offset + dtype.value.size > size) {
      return err(
        badArray(sentence('modelFile.arrayRecordFieldOutside', { field: printable(name) })),
      );
    }
    read.set(name, { type: dtype.value, offset });
  }
  return ok({ kind: 'struct', size, fields: read });
}

/** Reads the type of a record's field. Records within records are refused, as no model has any. */
function readDtypeOfField(value: PickleValue | undefined): Result<NumberDtype, ArrayProblem> {
  const code = asRecord(value)?.args[0];
  const isNumber = typeof code === 'string' && Object.hasOwn(NUMBERS, code);
  const dtype = isNumber ? readDtype(value) : null;
  return dtype?.ok && dtype.value.kind === 'number'
    ? ok(dtype.value)
    : err(badArray(sentence('modelFile.arrayRecordFieldNoNumber')));
}
