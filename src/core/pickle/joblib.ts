import { ok, err, type Result } from '../result';
import type { ByteCursor } from './byte-cursor';
import { readDtype } from './numpy/dtype';
import { malformed, type PickleProblem } from './problems';
import { dictEntries, type PickleRecord, type PickleValue, tupleItems } from './value';
import { sentence } from '../../words/told/sentence';

/** Name of the records of joblib's class that announces an array. */
export const ARRAY_WRAPPER = 'joblib.NumpyArrayWrapper';

/**
 * Reads an array as joblib.dump writes it: the head is an object with type, shape and order, and the elements
 * follow as they lie in memory. From joblib 1.2 on, the number of filling bytes and these bytes stand between.
 * An array of objects follows as a pickle of its own. Source: joblib/numpy_pickle.py, class NumpyArrayWrapper.
 *
 * @param wrapper the head
 * @param input positioned after the head; the caller must check `overrun`
 * @param readPickle reads a pickle at the input's position
 */
export function readWrappedArray(
  wrapper: PickleRecord,
  input: ByteCursor,
  readPickle: () => Result<PickleValue, PickleProblem>,
): Result<PickleValue, PickleProblem> {
  const fields = dictEntries(wrapper.state);
  const dtype = fields?.get('dtype') ?? null;
  const shape = fields?.get('shape') ?? null;
  const order = fields?.get('order') === 'F' ? 'F' : 'C';
  const type = readDtype(dtype);
  const sizes = tupleItems(shape);
  if (!type.ok || sizes?.every(isSize) !== true) {
    return err(malformed(sentence('modelFile.faultJoblibArray')));
  }
  if (type.value.kind === 'object') return readPickle();

  const alignment = fields?.get('numpy_array_alignment_bytes') ?? null;
  if (alignment !== null) input.bytes(input.u8());
  const count = sizes.reduce((product, size) => product * size, 1);
  const data = input.bytes(count * type.value.size);
  return ok({
    kind: 'record',
    of: 'numpy._frombuffer',
    args: [data, dtype, shape, order],
    state: undefined,
    depth: wrapper.depth,
    sealed: false,
  });
}

function isSize(size: PickleValue): size is number {
  return typeof size === 'number' && Number.isInteger(size) && size >= 0;
}
