import { err, ok, type Result } from '../../result';
import { asRecord, listItems, type PickleValue } from '../value';
import { arrayBytes, type NumpyArray } from './array';
import { byteLength } from './buffer';
import { readDtype } from './dtype';
import { readOne, readScalar, viewOf } from './numbers';
import { type ArrayProblem, badArray } from './problems';
import { sentence } from '../../../words/told/sentence';

/** Reads the elements of a one-dimensional array as text, as Python's `str` writes them. */
export function readLabels(array: NumpyArray): Result<string[], ArrayProblem> {
  const { dtype, length } = array;
  if (dtype.kind === 'object') {
    const labels = (listItems(array.data) ?? []).map(labelOf);
    return labels.every((label) => label !== null)
      ? ok(labels)
      : err(badArray(sentence('modelFile.arrayLabels')));
  }
  if (dtype.kind === 'struct') return err(badArray(sentence('modelFile.arrayRecords')));

  const view = viewOf(arrayBytes(array));
  if (dtype.kind === 'number') {
    const { type } = dtype;
    return ok(
      Array.from({ length }, (_, i) => {
        const value = readOne(view, i * dtype.size, dtype);
        return type === 'bool'
          ? capital(value !== 0)
          : type === 'float'
            ? float(value)
            : `${value}`;
      }),
    );
  }
  const labels: string[] = [];
  for (let i = 0; i < length; i++) {
    let text = '';
    for (let at = i * dtype.size; at < (i + 1) * dtype.size; at += dtype.unit) {
      const code = dtype.unit === 1 ? view.getUint8(at) : view.getUint32(at, dtype.littleEndian);
      if (code > 0x10ffff) return err(badArray(sentence('modelFile.arrayNoUnicode')));
      text += String.fromCodePoint(code);
    }
    labels.push(withoutPadding(text));
  }
  return ok(labels);
}

/** @returns a text of Python or NumPy (`numpy.str_('a')`, with its type and text), or null for other values */
export function readText(value: PickleValue | undefined): string | null {
  if (typeof value === 'string') return value;
  const record = asRecord(value);
  if (record?.of !== 'numpy.scalar') return null;
  const dtype = readDtype(record.args[0]);
  const data = record.args[1] ?? null;
  if (!dtype.ok || dtype.value.kind !== 'text') return null;
  if (byteLength(data) !== dtype.value.size) return null;
  const one = readLabels({ dtype: dtype.value, shape: [1], length: 1, order: 'C', data });
  return one.ok ? one.value[0]! : null;
}

/** Removes the zeros that pad texts to one length. A regular expression would search from each zero. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

function labelOf(value: PickleValue): string | null {
  const text = readText(value);
  if (text !== null) return text;
  if (typeof value === 'boolean') return capital(value);
  if (typeof value === 'bigint') return `${value}`;
  const number = readScalar(value);
  return number === null ? null : `${number}`;
}

function capital(value: boolean): string {
  return value ? 'True' : 'False';
}

function float(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : `${value}`;
}
