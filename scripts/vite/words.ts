import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** For each area the message of each name. */
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

const MODULE = 'virtual:words?';
const TOLD = 'told';
const KEY = /(["'`])([a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*)\1/g;

/** The module that has all messages of the told areas. */
const TOLD_MESSAGES = /\/src\/words\/told-messages\.ts$/;

/**
 * Gives each module of the app the English messages whose keys stand in it, compiled, so that they are in the
 * part of the app that uses them, and the browser neither parses a message nor fetches one that is not shown.
 * Messages of the told areas are all in one module, since their keys arrive from other threads and from storage.
 */
export function words(english: Words, told: readonly string[], say: string): Plugin {
  const isTold = (key: string): boolean => told.includes(key.slice(0, key.indexOf('.')));
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
      const list = id.slice(MODULE.length + 1);
      const keys = list === TOLD ? [...messages.keys()].filter(isTold) : list.split(',');
      const compiled = keys.map((key) => [key, compileMessageOrThrow(messages.get(key)!)]);
      return [
        `import { learn } from ${JSON.stringify(say)};`,
        `learn('en', ${JSON.stringify(Object.fromEntries(compiled))});`,
      ].join('\n');
    },
    transform(code, id) {
      if (!/\/(?:src|tests)\/.*\.(?:ts|svelte)$/.test(id) || id.endsWith('/words/en.ts'))
        return null;
      const own = keysIn(code, messages).filter((key) => !isTold(key));
      const list = TOLD_MESSAGES.test(id) ? TOLD : own.join(',');
      // It stands at the end, so that the lines before it keep their places in the source map.
      return list === '' ? null : { code: `${code}\nimport '${MODULE}${list}';`, map: null };
    },
  };
}

/** @returns the keys of messages that stand in a module as whole strings, each once, in order */
export function keysIn(code: string, messages: { has(key: string): boolean }): string[] {
  const found = [...code.matchAll(KEY)].map((match) => match[2]!);
  return [...new Set(found)].filter((key) => messages.has(key)).sort();
}
