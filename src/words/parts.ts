import type { MessageKey } from './key-types';
import { say } from './say';

/** A part of a sentence: plain, or within a tag. */
export interface SentencePart {
  readonly tag: string | null;
  readonly text: string;
}

/** Stands for "<" in a value while tags are looked for: names of files may have one. */
const LESS = '\u{f0000}';
const TAGGED = /<(\w+)>(.*?)<\/\1>/gs;

/** @returns the sentence, cut at the tags of its message and at no sign in its values */
export function partsOf(
  key: MessageKey,
  values: Readonly<Record<string, string | number>> | undefined,
): readonly SentencePart[] {
  const safe = Object.entries(values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('<', LESS) : value,
  ]);
  // The types of `say` hold for a key that is known where it is called; the caller has checked this one.
  const sentence = (say as (key: MessageKey, values: unknown) => string)(
    key,
    Object.fromEntries(safe),
  );
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(TAGGED)) {
    parts.push({ tag: null, text: sentence.slice(end, match.index) });
    parts.push({ tag: match[1]!, text: match[2]! });
    end = match.index + match[0].length;
  }
  parts.push({ tag: null, text: sentence.slice(end) });
  return parts
    .filter(({ text }) => text !== '')
    .map(({ tag, text }) => ({ tag, text: text.replaceAll(LESS, '<') }));
}
