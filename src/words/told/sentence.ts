import type { English, MessageKey, MessageOf, Placeholder } from '../key-types';

/**
 * A sentence as a value: the key of its message and what is to be put into it. What reads a file or judges a
 * spectrum tells what it found in this way, in any thread; the page puts it in words of the reader's language,
 * and exports in English (`in-words.ts`).
 */
export interface Sentence {
  readonly key: SentenceKey;
  readonly values?: Readonly<Record<string, SentenceValue>>;
}

/**
 * What is to be put into a sentence: a name, a number, other sentences, or a list, which is joined as the language
 * does it (`a, b and c`).
 */
export type SentenceValue = number | Sentences | SentenceList;

export interface SentenceList {
  readonly list: readonly (string | Sentence)[];
  /** How the last one is joined: "and" when absent; with a semicolon as the others, for longer items. */
  readonly last?: 'and' | 'or' | 'none';
}

/**
 * One sentence, or several that follow one another. A text is shown as it is: what another program said, or a
 * sentence of a job that an older version stored.
 */
export type Sentences = string | Sentence | readonly (string | Sentence)[];

/**
 * The areas of the catalogue whose messages are told as values. The page fetches them all at once, since any of
 * them may stand in a stored job.
 */
export const TOLD_AREAS = [
  'call',
  'job',
  'step',
  'measure',
  'run',
  'control',
  'acquisition',
  'openFormat',
  'sheet',
  'archive',
  'thread',
  'store',
  'jobFile',
  'modelFile',
  'sklearn',
  'modelPack',
  'markerTable',
  'watchTable',
  'checked',
  'modelText',
  'told',
] as const satisfies readonly (keyof English)[];

/** The key of a message that is told as a value. */
export type SentenceKey = Extract<MessageKey, `${(typeof TOLD_AREAS)[number]}.${string}`>;

type ValueOf<
  Message extends string,
  Name extends string,
> = Message extends `${string}{${Name}, plural,${string}` ? number : SentenceValue;

/** The arguments that a message asks for: none, or its values. */
type Arguments<Message extends string> = [Placeholder<Message>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in Placeholder<Message>]: ValueOf<Message, Name> }];

/** Makes a sentence of a key and the values that its message asks for. */
export function sentence<Key extends SentenceKey>(
  key: Key,
  ...[values]: Arguments<MessageOf<Key>>
): Sentence {
  return values === undefined ? { key } : { key, values };
}

/** Lets several sentences follow one another; null is left out. */
export function inTurn(...parts: readonly (Sentences | null)[]): Sentences {
  const all = parts.flatMap((part) => part ?? []);
  if (all.every((part) => typeof part === 'string')) return all.join(' ');
  return all.length === 1 ? all[0]! : all;
}
