import type { LanguageCode } from '../words/all';
import { CHOICES, fetchWords, restOfWords } from '../words/fetch-words';
import { speak, whenSaid } from '../words/say';

/** The same key as in `public/language.js`, which finds the language before the first paint. */
const storageKey = 'ktyper-language';

/**
 * The language of the page. Like the theme it is in localStorage, since it must be known before the first paint.
 * What is on the page is said anew when it changes, and what runs goes on.
 */
export class LanguageChoice {
  #current = $state.raw<LanguageCode>(firstLanguage());
  /** Whether the page was built anew because a person chose a language, whose switch then has the focus. */
  wasChosen = false;

  constructor() {
    // Whatever says something, in an effect or a derived value, is said anew.
    whenSaid(() => void this.#current);
  }

  get current(): LanguageCode {
    return this.#current;
  }

  /** Fetches what the first page says. */
  async begin(): Promise<void> {
    await fetchWords(this.#current, 'first');
    speak(this.#current);
  }

  /** @returns whether the language is spoken now; without a network it may not be there */
  async choose(language: LanguageCode): Promise<boolean> {
    try {
      await Promise.all([fetchWords(language, 'first'), restOfWords(language)]);
    } catch {
      return false;
    }
    speak(language);
    document.documentElement.lang = language;
    this.wasChosen = true;
    this.#current = language;
    try {
      localStorage.setItem(storageKey, language);
    } catch {
      // Without storage, the choice applies to this visit only.
    }
    return true;
  }
}

function firstLanguage(): LanguageCode {
  const set = document.documentElement.lang;
  return CHOICES.find(({ code }) => code === set)?.code ?? 'en';
}
