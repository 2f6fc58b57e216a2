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
  return fill(key, values);
}

/**
 * Puts values into a message whose key is known only when the app runs.
 *
 * @throws where the language lacks the message
 */
export function fill(
  key: string,
  values: Readonly<Record<string, string | number>> | undefined,
): string {
  if (values === undefined) return i18n._(key);
  const safe: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    safe[name] = typeof value === 'string' ? value.replaceAll('\\', BACKSLASH) : value;
  }
  return i18n._(key, safe).replaceAll(BACKSLASH, '\\');
}

/** @returns whether the language has a message of that key */
export function isKnown(key: string): boolean {
  return i18n.messages[key] !== undefined;
}

/**
 * Adds messages of a language, compiled. The build puts such a call into each module with keys in it
 * (scripts/vite/words.ts), so that a page fetches the sentences of its own parts and no others.
 */
export function learn(language: LanguageCode, messages: Messages): void {
  i18n.load(language, messages);
}

/** Lets messages be learned as they are written, and compiles each when it is said: for the command line alone. */
export function compileWhenSaid(
  compile: (message: string) => Exclude<Messages[string], string>,
): void {
  i18n.setMessagesCompiler(compile);
}
