import { dict, object, type Py, tuple } from './pickle';

/** The style in which joblib wrote an array. */
export interface WrapperStyle {
  /** Module of joblib; until scikit-learn 0.22 it was part of scikit-learn. */
  readonly module?: 'joblib' | 'sklearn.externals.joblib';
  readonly order?: 'C' | 'F';
  /** Number of padding bytes up to the next multiple of 16; null before joblib 1.2, which had no padding. */
  readonly filling?: number | null;
}

/** Writes an array as joblib.dump does: a header, followed by the array's bytes. */
export function wrappedArray(
  type: Py,
  shape: readonly Py[],
  data: Uint8Array,
  { module = 'joblib', order = 'C', filling = 3 }: WrapperStyle = {},
): Py {
  const head = object(
    `${module}.numpy_pickle.NumpyArrayWrapper`,
    dict({
      subclass: null,
      shape: tuple(...shape),
      order,
      dtype: type,
      allow_mmap: true,
      ...(filling === null ? {} : { numpy_array_alignment_bytes: 16 }),
    }),
  );
  const fill = filling === null ? [] : [filling, ...Array.from({ length: filling }, () => 0xff)];
  return { py: 'followed', value: head, bytes: Uint8Array.from([...fill, ...data]) };
}
