import { readScalar } from '../pickle/numpy/numbers';
import { asRecord, dictEntries, type PickleValue } from '../pickle/value';

/** A scikit-learn object's attributes. */
export interface Estimator {
  /** Its class, without the module. */
  readonly name: string;
  readonly fields: ReadonlyMap<PickleValue, PickleValue>;
}

/** @returns the object's class and attributes, or null when the value is not an object with attributes */
export function readEstimator(value: PickleValue | undefined): Estimator | null {
  const record = asRecord(value);
  const fields = dictEntries(record?.state);
  return record === null || fields === null ? null : { name: record.of, fields };
}

/** @returns a whole number that is not negative, or null */
export function readCount(value: PickleValue | undefined): number | null {
  const count = readScalar(value);
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** Whether a version is known to be older than this one. */
export function isBefore(version: string | null, major: number, minor: number): boolean {
  const [itsMajor = NaN, itsMinor = 0] = (version ?? '').split('.').map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

export function readVersion({ fields }: Estimator): string | null {
  const version = fields.get('_sklearn_version');
  return typeof version === 'string' && /^\d[\w.+-]{0,30}$/.test(version) ? version : null;
}
