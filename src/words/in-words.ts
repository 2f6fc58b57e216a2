import { AMOUNTS } from './amounts';
import { ENGLISH, speaker } from './say';
import type { Speaker } from './speaker';
import type { Sentence, SentenceList, Sentences, SentenceValue } from './told/sentence';

/** Puts what was told into words of the reader's language, the rest of whose messages must have arrived. */
export function inWords(told: Sentences): string {
  return wordsBy(speaker(), told);
}

/** Puts what was told into English, for exports, records and the command line, whatever the page speaks. */
export function inEnglish(told: Sentences): string {
  return wordsBy(ENGLISH, told);
}

/** Puts a problem into English, for exports and the command line. */
export function problemInEnglish<
  P extends { readonly message: Sentences; readonly cure: Sentences },
>(problem: P): Omit<P, 'message' | 'cure'> & { readonly message: string; readonly cure: string } {
  return { ...problem, message: inEnglish(problem.message), cure: inEnglish(problem.cure) };
}

/** Joins names as the reader's language does: `a, b and c`. */
export function listInWords(names: readonly string[]): string {
  return joined(speaker(), { list: names });
}

function wordsBy(by: Speaker, told: Sentences): string {
  if (typeof told === 'string') return told;
  return isSentence(told) ? wordsOf(by, told) : told.map((one) => wordsBy(by, one)).join(' ');
}

function isSentence(told: Exclude<Sentences, string>): told is Sentence {
  return 'key' in told;
}

function wordsOf(by: Speaker, { key, values = {} }: Sentence): string {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueInWords(by, name, value)]),
  );
  // A job that another version of the app stored may tell what this one has no message for; and a page whose
  // messages have not arrived says the key rather than nothing.
  if (!by.isKnown(key)) return unknown(by, key, said);
  return by.fill(key, said);
}

function unknown(by: Speaker, key: string, values: Readonly<Record<string, string | number>>) {
  const named = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return by.isKnown('told.unknown')
    ? by.fill('told.unknown', { key, values: named.join(', ') })
    : `${key} (${named.join(', ')})`;
}

function valueInWords(by: Speaker, name: string, value: SentenceValue): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return AMOUNTS.has(name) ? by.figure(value) : value;
  if (!('list' in value)) return wordsBy(by, value);
  return joined(by, value, AMOUNTS.has(name) ? by.figure : undefined);
}

function joined(
  by: Speaker,
  { list, last = 'and' }: SentenceList,
  figure: (text: string) => string = (text) => text,
): string {
  const items = list.map((one) => (typeof one === 'string' ? figure(one) : wordsBy(by, one)));
  return last === 'none' ? items.join('; ') : by.list(items, last);
}
