import { setupI18n, type Messages } from '@lingui/core';
import type { Arguments, MessageKey, MessageOf } from './key-types';

/** The languages that the page speaks. */
export const LANGUAGES = ['en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

const i18n = setupI18n({
  locale: 'en',
  messages: { en: {} },
  missing: (language, key) => {
    throw new Error(`The language "${language}" has no message "${key}".`);
  },
});

let noteUse = (): void => undefined;

/**
 * @returns the sentence of that key in the reader's language, with its values put in. It is for the page
 *   alone: exports and records are in no language. A text that is made while a module loads would not change
 *   with the language, so this is called where the text is shown.
 */
export function say<Key extends MessageKey>(
  key: Key,
  ...[values]: Arguments<MessageOf<Key>>
): string {
  noteUse();
  return i18n._(key, values);
}

/**
 * Adds messages of a language, compiled. The build puts such a call into each module with keys in it
 * (scripts/vite/words.ts), so that a page fetches the sentences of its own parts and no others.
 */
export function learn(language: LanguageCode, messages: Messages): void {
  i18n.load(language, messages);
}

/** @param onUse is called as often as a sentence is made, so that the page can make it again in another language */
export function speak(language: LanguageCode, onUse: () => void): void {
  noteUse = onUse;
  i18n.activate(language);
}

/** The language of the sentences, numbers and dates. */
export function spokenLanguage(): string {
  return i18n.locale;
}
