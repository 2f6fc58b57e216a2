import { readArray } from '../pickle/numpy/array';
import { readNumbers, readScalar } from '../pickle/numpy/numbers';
import type { PickleValue } from '../pickle/value';
import { err, ok, type Result } from '../result';
import type { Budget } from './budget';
import type { Estimator } from './estimator';
import type { ReadProblem } from './model';
import { incomplete, incompleteAs } from './problems';
import { sentence } from '../../words/told/sentence';

/** Numbers in rows, one row after another. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** Reads an attribute that is a table of finite numbers; one row may be a row alone. */
export function readMatrix(
  { name, fields }: Estimator,
  field: string,
  budget: Budget,
): Result<Matrix, ReadProblem> {
  const array = readArray(fields.get(field));
  if (!array.ok) return fields.has(field) ? array : err(incomplete(name, field));
  const { shape } = array.value;
  const [rows, columns] = shape.length === 1 ? [1, ...shape] : shape;
  if (shape.length > 2 || rows === undefined || columns === undefined) {
    return err(incomplete(name, field));
  }
  const spent = budget.spendNumbers(array.value.length);
  if (spent !== null) return err(spent);
  const data = readNumbers(array.value);
  if (!data.ok) return data;
  return data.value.every(Number.isFinite)
    ? ok({ rows, columns, data: data.value })
    : err(incompleteAs(sentence('sklearn.incompleteNotFinite', { estimator: name, field })));
}

/** Reads an attribute that is a row of finite numbers. @param length the number of them; null for any */
export function readRow(
  { name, fields }: Estimator,
  field: string,
  length: number | null,
): Result<Float64Array, ReadProblem> {
  const numbers = readNumbersOf(fields.get(field));
  if (!numbers.ok) return fields.has(field) ? numbers : err(incomplete(name, field));
  const isWhole =
    (length === null || numbers.value.length === length) && numbers.value.every(Number.isFinite);
  return isWhole ? numbers : err(incomplete(name, field));
}

/** Reads the numbers of an array of any shape. */
export function readNumbersOf(value: PickleValue | undefined): Result<Float64Array, ReadProblem> {
  const array = readArray(value);
  return array.ok ? readNumbers(array.value) : array;
}

/** Whether an array of numbers has the precision of float64. */
export function isOfFloat64(value: PickleValue | undefined): boolean {
  const array = readArray(value);
  return array.ok && array.value.dtype.kind === 'number' && array.value.dtype.size === 8;
}

/** Reads an attribute that is one finite number. */
export function readNumber(
  { name, fields }: Estimator,
  field: string,
): Result<number, ReadProblem> {
  const value = readScalar(fields.get(field));
  return value !== null && Number.isFinite(value) ? ok(value) : err(incomplete(name, field));
}

/** @returns the matrix with its rows as columns */
export function transpose({ rows, columns, data }: Matrix): Float64Array {
  const turned = new Float64Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) turned[c * rows + r] = data[r * columns + c]!;
  }
  return turned;
}
