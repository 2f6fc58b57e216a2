import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/words/all';
import { en } from '../../../src/words/en';

const english = messagesOf(en);

function messagesOf(words: object): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([area, named]) =>
      Object.entries(named as Record<string, string>).map(([name, message]) => [
        `${area}.${name}`,
        message,
      ]),
    ),
  );
}

type Token = string | readonly [name: string, kind?: string, branches?: Record<string, unknown>];

/** What a message asks for: its values, each with its kind, and the branches of what is chosen by a word. */
function asksFor(message: string): string[] {
  const found = new Set<string>();
  const look = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as Token[]) {
      if (typeof token === 'string') continue;
      const [name, kind = 'value', branches = {}] = token;
      const named = kind === 'select' ? Object.keys(branches).sort().join(' ') : '';
      found.add(`${name} ${kind} ${named}`.trim());
      if (kind === 'plural' || kind === 'select') Object.values(branches).forEach(look);
    }
  };
  look(compileMessageOrThrow(message));
  return [...found].sort();
}

function tagsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/<\/?(\w+)>/g)].map(([, name]) => name!))].sort();
}

/** The values of a message by name alone: a language may need a plural where English needs none, and no other way round. */
function namesOf(message: string): string[] {
  return [...new Set(asksFor(message).map((asked) => asked.split(' ')[0]!))].sort();
}

/** Forms that a plural lacks of those that the language has for whole numbers up to a thousand. */
function pluralFaults(message: string, locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  const needed = new Set([...Array(1001).keys()].map((count) => rules.select(count)));
  const faults: string[] = [];
  const look = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as Token[]) {
      if (typeof token === 'string') continue;
      const [name, kind, branches = {}] = token;
      if (kind === 'plural') {
        const forms = Object.keys(branches).filter((form) => !/^(?:\d+|offset)$/.test(form));
        // A message may be about many alone, and has one form then.
        const lacking = forms.length === 1 ? [] : [...needed].filter((one) => !forms.includes(one));
        if (!forms.includes('other') || lacking.length > 0)
          faults.push(`${name}: ${lacking.join()}`);
      }
      if (kind === 'plural' || kind === 'select') Object.values(branches).forEach(look);
    }
  };
  look(compileMessageOrThrow(message));
  return faults;
}

describe.each(Object.entries(LANGUAGES))('the sentences of "%s"', (_, { locale, words }) => {
  const own = messagesOf(words);
  const both = [...english].flatMap(([key, message]) => {
    const other = own.get(key);
    return other === undefined ? [] : ([[key, message, other]] as const);
  });

  it('lack none that English has', () => {
    expect([...english.keys()].filter((key) => !own.has(key))).toEqual([]);
  });

  it('have none that English does not have', () => {
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('can be parsed', () => {
    const broken = both.filter(([, , message]) => {
      try {
        compileMessageOrThrow(message);
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('put in the same values', () => {
    const differ = both.filter(([, a, b]) => namesOf(a).join() !== namesOf(b).join());
    expect(differ.map(([key, a, b]) => [key, namesOf(a), namesOf(b)])).toEqual([]);
  });

  it('choose by the same words', () => {
    const choices = (message: string) => asksFor(message).filter((one) => one.includes(' select '));
    const differ = both.filter(([, a, b]) => choices(a).join() !== choices(b).join());
    expect(differ.map(([key, a, b]) => [key, choices(a), choices(b)])).toEqual([]);
  });

  it('count only what English counts, since other values are texts', () => {
    const counted = (message: string) =>
      asksFor(message).filter((one) => / (?:plural|number)$/.test(one));
    const names = (message: string) => counted(message).map((one) => one.split(' ')[0]!);
    const wrong = both.filter(([, a, b]) => names(b).some((name) => !names(a).includes(name)));
    expect(wrong.map(([key, , b]) => [key, counted(b)])).toEqual([]);
  });

  it('have the same tags, each opened and closed', () => {
    const open = (message: string) => [...message.matchAll(/<(\w+)>/g)].length;
    const closed = (message: string) => [...message.matchAll(/<\/(\w+)>/g)].length;
    const differ = both.filter(
      ([, a, b]) => tagsOf(a).join() !== tagsOf(b).join() || open(b) !== closed(b),
    );
    expect(differ.map(([key, a, b]) => [key, tagsOf(a), tagsOf(b)])).toEqual([]);
  });

  it('have a form for each kind of number', () => {
    const faults = [...own].flatMap(([key, message]) =>
      pluralFaults(message, locale).map((fault) => `${key} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('have no quotation mark that would hide a brace, and no straight apostrophe', () => {
    expect([...own].filter(([, message]) => message.includes("'"))).toEqual([]);
  });
});

describe('the French sentences', () => {
  const french = [...messagesOf(LANGUAGES.fr.words)];
  const having = (fault: RegExp) =>
    french.filter(([, message]) => fault.test(message)).map(([key, message]) => [key, message]);

  it('have a no-break blank (U+00A0) before a colon', () => {
    expect(having(/(?<!\u00a0):(?=\s|$|<)/)).toEqual([]);
  });

  it('have a narrow no-break blank (U+202F) before ; ? and !', () => {
    expect(having(/(?<!\u202f)[;?!](?=\s|$|<)/)).toEqual([]);
  });

  it('have no-break blanks within « », and no other quotation marks', () => {
    expect(having(/«(?!\u00a0)|(?<!\u00a0)»|["“”]/u)).toEqual([]);
  });

  it('have no-break blanks before %, before units and between thousands', () => {
    expect(
      having(/[\d}] ?%|[\d}] (?:ppm|k?Da|ns|ms|[kMGTP]?o|octets?)\b|\d \d{3}\b|\d,\d{3}\b/u),
    ).toEqual([]);
  });
});
