import { fill, isKnown } from './say';
import type { Sentence, SentenceList, Sentences, SentenceValue } from './told/sentence';

/**
 * Puts what was told into words of the reader's language, whose messages `told-messages.ts` brings.
 */
export function inWords(told: Sentences): string {
  if (typeof told === 'string') return told;
  return isSentence(told) ? wordsOf(told) : told.map(inWords).join(' ');
}

/** Puts what was told into English, for exports, records and the command line, whatever the page speaks. */
export function inEnglish(told: Sentences): string {
  return inWords(told);
}

/** Puts a problem into English, for exports and the command line. */
export function problemInEnglish<
  P extends { readonly message: Sentences; readonly cure: Sentences },
>(problem: P): Omit<P, 'message' | 'cure'> & { readonly message: string; readonly cure: string } {
  return { ...problem, message: inEnglish(problem.message), cure: inEnglish(problem.cure) };
}

/** Joins names as the reader's language does: `a, b and c`. */
export function listInWords(names: readonly string[]): string {
  return joined({ list: names });
}

function isSentence(told: Exclude<Sentences, string>): told is Sentence {
  return 'key' in told;
}

function wordsOf({ key, values = {} }: Sentence): string {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueInWords(value)]),
  );
  // A job that another version of the app stored may tell what this one has no message for; and a page whose
  // messages have not arrived says the key rather than nothing.
  if (!isKnown(key)) return unknown(key, said);
  return fill(key, said);
}

function unknown(key: string, values: Readonly<Record<string, string | number>>): string {
  const named = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return isKnown('told.unknown')
    ? fill('told.unknown', { key, values: named.join(', ') })
    : `${key} (${named.join(', ')})`;
}

function valueInWords(value: SentenceValue): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value;
  return 'list' in value ? joined(value) : inWords(value);
}

/** British English has no comma before the last "and". */
const LISTS: Readonly<Record<'and' | 'or', Intl.ListFormat>> = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

function joined({ list, last = 'and' }: SentenceList): string {
  const items = list.map(inWords);
  return last === 'none' ? items.join('; ') : LISTS[last].format(items);
}
