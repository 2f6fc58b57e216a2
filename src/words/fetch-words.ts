import catalogues from 'virtual:catalogues';
import type { LanguageCode } from './all';
import { learn, speaker } from './say';

/** The build makes a catalogue of each language in `all.ts`. */
const CATALOGUES = catalogues as Readonly<Record<LanguageCode, (typeof catalogues)[string]>>;

/** The languages that a reader can choose, each by its own name. */
export const CHOICES = Object.entries(catalogues).map(([code, { name }]) => ({
  code: code as LanguageCode,
  name,
}));

/**
 * Fetches messages of a language: those of the first page, those of other pages, or those of what is told as values
 * (`told/sentence.ts`). What failed is tried again at the next call.
 */
export async function fetchWords(
  language: LanguageCode,
  part: 'first' | 'pages' | 'told',
): Promise<void> {
  const { locale, [part]: fetchPart } = CATALOGUES[language];
  const { default: messages } = await fetchPart();
  learn(language, messages, locale);
}

/**
 * Fetches all that the first page is of use without, and which all waits for that shows a job, a problem or another
 * page: the rest of a language, and what exports say in English in any.
 */
export async function restOfWords(language = speaker().language): Promise<void> {
  const told = new Set<LanguageCode>([language, 'en']);
  await Promise.all([
    fetchWords(language, 'pages'),
    ...[...told].map((code) => fetchWords(code, 'told')),
  ]);
}
