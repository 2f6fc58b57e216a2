import { expect } from 'vitest';
import { inEnglish } from '../../src/words/in-words';
import type { Sentence, Sentences } from '../../src/words/told/sentence';

/** Replaces each told sentence in a value, at any depth, by its English, which is what tests are about. */
export function spoken(value: unknown): unknown {
  if (isTold(value)) return inEnglish(value);
  if (Array.isArray(value)) return value.map(spoken);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoken(one)]));
}

// In every test a told sentence equals its English text, in toEqual and toMatchObject.
expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    if (typeof b === 'string' && isTold(a)) return inEnglish(a) === b;
    if (typeof a === 'string' && isTold(b)) return inEnglish(b) === a;
    return undefined;
  },
]);

function isTold(value: unknown): value is Exclude<Sentences, string> {
  if (isSentence(value)) return true;
  if (!Array.isArray(value) || !value.some(isSentence)) return false;
  return value.every((one) => typeof one === 'string' || isSentence(one));
}

function isSentence(value: unknown): value is Sentence {
  if (typeof value !== 'object' || value === null || !('key' in value)) return false;
  return typeof value.key === 'string' && /^[a-z][A-Za-z]*\.[a-z]\w*$/.test(value.key);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
