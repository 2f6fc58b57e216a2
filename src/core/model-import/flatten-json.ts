import { err, ok, type Result } from '../result';
import type { FeatureRow } from './feature-cells';
import { type Sentence, sentence } from '../../words/told/sentence';

/** Names under which a program keeps its list of features. */
const LIST_NAMES = /feature|mz|m\/z|bin|edge|column|mass/i;
const DEEPEST = 6;

/**
 * Takes the features out of JSON: a list, a list of rows or of records, or an object that holds one, as pandas
 * writes a series or a frame.
 *
 * @returns null when the text is no JSON; an error says what is wrong
 */
export function flattenJson(text: string): Result<readonly FeatureRow[], Sentence> | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const rows = rowsOf(json, 0);
  return rows === null
    ? err(sentence('modelFile.featuresJson'))
    : ok(rows.map((cells) => ({ line: 1, cells })));
}

function rowsOf(value: unknown, depth: number): string[][] | null {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return rowsOfObject(value as Record<string, unknown>, depth);
  if (value.every(isScalar)) return value.map((one) => [String(one)]);
  if (value.every((row) => Array.isArray(row) && row.every(isScalar))) {
    return (value as unknown[][]).map((row) => row.map(String));
  }
  const records = value.filter(isRecord);
  const names = Object.keys(records[0] ?? {});
  const isTable = records.length === value.length && names.length > 0;
  if (!isTable) return null;
  const cells = records.map((record) => names.map((name) => record[name]));
  return cells.every((row) => row.every(isScalar))
    ? [names, ...cells.map((row) => row.map(String))]
    : null;
}

function rowsOfObject(object: Record<string, unknown>, depth: number): string[][] | null {
  const entries = Object.entries(object);
  // A series: the places are the keys, in order, and the edges the values.
  if (entries.length > 0 && entries.every(([key, value], i) => key === `${i}` && isScalar(value))) {
    return entries.map(([, value]) => [String(value)]);
  }
  const holders = entries.filter(([, value]) => typeof value === 'object' && value !== null);
  const named = holders.length > 1 ? holders.filter(([key]) => LIST_NAMES.test(key)) : holders;
  const [only] = named;
  return only !== undefined && named.length === 1 ? rowsOf(only[1], depth + 1) : null;
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
