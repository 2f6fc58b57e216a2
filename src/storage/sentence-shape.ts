import type { Check } from './quick-shape';

/** Sentences stand in one another two or three deep; a damaged record may have any depth. */
const DEEPEST = 8;

/** Shape of `Sentences`: a text, a sentence as a value, or several. */
export const areSentences: Check = (value) => areSentencesWithin(value, DEEPEST);

function areSentencesWithin(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return true;
  if (depth === 0 || typeof value !== 'object' || value === null) return false;
  const isOne = (one: unknown): boolean => areSentencesWithin(one, depth - 1);
  if (Array.isArray(value)) return value.every((one) => !Array.isArray(one) && isOne(one));
  const { key, values } = value as Readonly<Record<string, unknown>>;
  if (typeof key !== 'string') return false;
  if (values === undefined) return true;
  if (typeof values !== 'object' || values === null) return false;
  return Object.values(values).every(
    (one) => typeof one === 'number' || isOne(one) || isList(one, isOne),
  );
}

function isList(value: unknown, isOne: Check): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { list, last = 'and' } = value as Readonly<Record<string, unknown>>;
  return ['and', 'or', 'none'].includes(last as string) && Array.isArray(list) && list.every(isOne);
}
