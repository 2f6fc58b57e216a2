import { dict, object, type Py, tuple } from './pickle';

/** How joblib wrote an array. */
export interface WrapperStyle {
  /** Module of joblib: that of scikit-learn until 0.22. */
  readonly module?: 'joblib' | 'sklearn.externals.joblib';
  readonly order?: 'C' | 'F';
  /** Number of bytes that fill up to the next multiple of 16; null before joblib 1.2, which had none. */
  readonly filling?: number | null;
}

/** An array as joblib.dump writes it: a head, and its bytes after that. */
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
