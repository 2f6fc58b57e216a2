import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin, ResolvedConfig, Rolldown } from 'vite';
import { importedAtOnce } from './imported-at-once.ts';

/** For each area the message of each name. */
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A language: what it calls itself, how it writes numbers and dates, and its sentences. */
interface Language {
  readonly name: string;
  readonly locale: string;
  readonly words: Words;
}

/** The messages of a language in parts: of the first page, of other pages, and of what is told as values. */
const PARTS = ['first', 'pages', 'told'] as const;

const CATALOGUES = 'virtual:catalogues';
const MESSAGES = 'virtual:messages/';
const KEY = /(["'`])([a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*)\1/g;

/**
 * Makes the messages of each language into a few chunks, compiled, so that the browser parses no message and the
 * first page fetches one language: those whose keys stand in what it imports at once, with nothing listed by hand;
 * the others are fetched when it can be used.
 *
 * @param options.isTold whether a key is of the areas that arrive from other threads and from storage, which exports
 *   say in English in every language
 * @param options.isOfCommands whether a key is of the areas that no page says
 */
export function words(options: {
  languages: Readonly<Record<string, Language>>;
  entry: string;
  isTold: (key: string) => boolean;
  isOfCommands: (key: string) => boolean;
}): Plugin {
  const { languages, isTold, isOfCommands } = options;
  const english = messagesOf(Object.values(languages)[0]!.words);
  let config: ResolvedConfig;
  return {
    name: 'ktyper-words',
    configResolved: (resolved) => void (config = resolved),
    resolveId: (id) => (id === CATALOGUES || id.startsWith(MESSAGES) ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${CATALOGUES}`) return catalogues(languages);
      if (!id.startsWith(`\0${MESSAGES}`)) return null;
      const [code = '', part] = id.slice(MESSAGES.length + 1).split('/');
      const modules = await importedAtOnce(join(config.root, options.entry));
      const first = new Set(modules.flatMap((module) => keysIn(module, english)));
      const partOf = (key: string): (typeof PARTS)[number] =>
        isTold(key) ? 'told' : first.has(key) ? 'first' : 'pages';
      const compiled = [...messagesOf(languages[code]!.words)]
        .filter(([key]) => !isOfCommands(key) && partOf(key) === part)
        .map(([key, message]) => [key, compileMessageOrThrow(message)]);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(compiled)))});`;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => [pickLanguage(languages, config.base, bundle)],
    },
  };
}

/** The module by which the page knows its languages. */
function catalogues(languages: Readonly<Record<string, Language>>): string {
  const entries = Object.entries(languages).map(([code, { name, locale }]) => {
    const parts = PARTS.map((part) => `${part}: () => import('${MESSAGES}${code}/${part}')`);
    const told = `name: ${JSON.stringify(name)}, locale: ${JSON.stringify(locale)}`;
    return `${code}: { ${told}, ${parts.join(', ')} }`;
  });
  return `export default { ${entries.join(', ')} };`;
}

/**
 * The script that finds the reader's language before the first paint (public/language.js), with the address of the
 * words that the first page needs, so that they are fetched beside the app and not after it.
 */
function pickLanguage(
  languages: Readonly<Record<string, Language>>,
  base: string,
  bundle: Rolldown.OutputBundle | undefined,
): HtmlTagDescriptor {
  const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
  const addresses = Object.keys(languages).map((code) => {
    const id = `\0${MESSAGES}${code}/first`;
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === id);
    return [`data-${code}`, chunk === undefined ? '' : base + chunk.fileName] as const;
  });
  const attrs = { src: `${base}language.js`, ...Object.fromEntries(addresses) };
  return { tag: 'script', attrs, injectTo: 'head' };
}

function messagesOf(words: Words): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([area, named]) =>
      Object.entries(named).map(([name, message]) => [`${area}.${name}`, message]),
    ),
  );
}

/** @returns the keys of messages that stand in a module as whole strings, each once, in order */
export function keysIn(code: string, messages: { has(key: string): boolean }): string[] {
  const found = [...code.matchAll(KEY)].map((match) => match[2]!);
  return [...new Set(found)].filter((key) => messages.has(key)).sort();
}
