import { setupI18n, type Messages } from '@lingui/core';
import type { Arguments, MessageKey, MessageOf } from './key-types';

/** A language that the page speaks. */
export type LanguageCode = 'en';

const i18n = setupI18n({
  locale: 'en',
  messages: { en: {} },
  missing: (language, key) => {
    throw new Error(`The language "${language}" has no message "${key}".`);
  },
});

/** Stands for a backslash in values: Lingui takes `\\x41` in a finished sentence for an escape and decodes it. */
const BACKSLASH = '\u{f0002}';

/**
 * @returns the sentence of that key in the reader's language, with its values put in. It is for the page
 *   alone: exports and records are in no language. A text that is made while a module loads would not change
 *   with the language, so this is called where the text is shown.
 */
export function say<Key extends MessageKey>(
  key: Key,
  ...[values]: Arguments<MessageOf<Key>>
): string {
  if (values === undefined) return i18n._(key);
  const safe: Record<string, string | number> = {};
  for (const [name, value] of Object.entries<string | number>(values)) {
    safe[name] = typeof value === 'string' ? value.replaceAll('\\', BACKSLASH) : value;
  }
  return i18n._(key, safe).replaceAll(BACKSLASH, '\\');
}

/**
 * Adds messages of a language, compiled. The build puts such a call into each module with keys in it
 * (scripts/vite/words.ts), so that a page fetches the sentences of its own parts and no others.
 */
export function learn(language: LanguageCode, messages: Messages): void {
  i18n.load(language, messages);
}
