import { setupI18n, type I18n, type Messages } from '@lingui/core';
import type { LanguageCode } from './all';
import { figureWriter } from './figures';

type Values = Readonly<Record<string, string | number>>;

/** Stands for a backslash in values: Lingui takes `\\x41` in a finished sentence for an escape and decodes it. */
const BACKSLASH = '\u{f0002}';

/** One language: its messages, as far as they have arrived, and how it writes numbers and joins names. */
export class Speaker {
  readonly language: LanguageCode;
  readonly locale: string;
  readonly i18n: I18n;
  readonly #lists: Readonly<Record<'and' | 'or', Intl.ListFormat>>;
  /** Writes a number, which was written as English does, as this language does: `68.4%`. */
  readonly figure: (text: string) => string;

  constructor(language: LanguageCode, locale: string) {
    this.language = language;
    this.locale = locale;
    this.i18n = setupI18n({
      locale: language,
      locales: locale,
      messages: { [language]: {} },
      missing: (_, key) => {
        throw new Error(`The language "${language}" has no message "${key}".`);
      },
    });
    this.#lists = {
      and: new Intl.ListFormat(locale, { type: 'conjunction' }),
      or: new Intl.ListFormat(locale, { type: 'disjunction' }),
    };
    this.figure = figureWriter(locale, (key, size) => this.fill(key, { size }));
  }

  learn(messages: Messages): void {
    this.i18n.load(this.language, messages);
  }

  isKnown(key: string): boolean {
    return this.i18n.messages[key] !== undefined;
  }

  /**
   * Puts values into a message whose key is known only when the app runs.
   *
   * @throws where the language lacks the message
   */
  fill(key: string, values: Values | undefined): string {
    if (values === undefined) return this.i18n._(key);
    const safe: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(values)) safe[name] = this.#safe(value);
    return this.i18n._(key, safe).replaceAll(BACKSLASH, '\\');
  }

  #safe(value: string | number): string | number {
    if (typeof value === 'string') return value.replaceAll('\\', BACKSLASH);
    // A whole number is for a plural, or for a message that says how it is written. No other may have a point.
    return Number.isInteger(value) ? value : this.figure(String(value));
  }

  list(items: readonly string[], last: 'and' | 'or'): string {
    return this.#lists[last].format(items);
  }
}
