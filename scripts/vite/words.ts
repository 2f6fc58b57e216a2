import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** For each area the message of each name. */
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

const MODULE = 'virtual:words?';
const KEY = /(["'`])([a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*)\1/g;

/**
 * Gives each module of the app the English messages whose keys stand in it, compiled, so that they are in the
 * part of the app that uses them, and the browser neither parses a message nor fetches one that is not shown.
 */
export function words(english: Words, say: string): Plugin {
  const messages = new Map<string, string>(
    Object.entries(english).flatMap(([area, named]) =>
      Object.entries(named).map(([name, message]) => [`${area}.${name}`, message]),
    ),
  );
  return {
    name: 'ktyper-words',
    enforce: 'post',
    resolveId: (id) => (id.startsWith(MODULE) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${MODULE}`)) return null;
      const keys = id.slice(MODULE.length + 1).split(',');
      const compiled = keys.map((key) => [key, compileMessageOrThrow(messages.get(key)!)]);
      return [
        `import { learn } from ${JSON.stringify(say)};`,
        `learn('en', ${JSON.stringify(Object.fromEntries(compiled))});`,
      ].join('\n');
    },
    transform(code, id) {
      if (!/\/(?:src|tests)\/.*\.(?:ts|svelte)$/.test(id) || id.endsWith('/words/en.ts'))
        return null;
      const keys = keysIn(code, messages);
      // It stands at the end, so that the lines before it keep their places in the source map.
      return keys.length === 0
        ? null
        : { code: `${code}\nimport '${MODULE}${keys.join(',')}';`, map: null };
    },
  };
}

/** @returns the keys of messages that stand in a module as whole strings, each once, in order */
export function keysIn(code: string, messages: { has(key: string): boolean }): string[] {
  const found = [...code.matchAll(KEY)].map((match) => match[2]!);
  return [...new Set(found)].filter((key) => messages.has(key)).sort();
}
