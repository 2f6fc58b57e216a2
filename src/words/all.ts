import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language } from './key-types';

/** A language of the page: what it calls itself, how it writes numbers and dates, and its sentences. */
interface Entry {
  readonly name: string;
  /** As `Intl` takes it. */
  readonly locale: string;
  readonly words: Language;
}

/**
 * The languages of the page, which the build makes into chunks (scripts/vite/words.ts): nothing that runs imports
 * this file but tests. A new language is its file and a line here; docs/words.md says how.
 */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', words: en },
  fr: { name: 'Français', locale: 'fr-FR', words: fr },
} as const satisfies Readonly<Record<string, Entry>>;

/** A language that the page speaks: the two letters of BCP 47. */
export type LanguageCode = keyof typeof LANGUAGES;
