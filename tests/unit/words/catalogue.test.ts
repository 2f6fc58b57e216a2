import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_AREAS } from '../../../scripts/vite/all-words';
import { keysIn } from '../../../scripts/vite/words';
import { en } from '../../../src/words/en';

const english = new Map<string, string>(
  Object.entries(en).flatMap(([area, named]) =>
    Object.entries(named as Record<string, string>).map(([name, message]) => [
      `${area}.${name}`,
      message,
    ]),
  ),
);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte)$/.test(name))
    .map((name) => join(folder, name));
}

describe('the English sentences', () => {
  it('can be parsed as messages', () => {
    const broken = [...english].filter(([, message]) => {
      try {
        compileMessageOrThrow(message);
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('contain no quotation mark that would hide a brace, and no straight apostrophe', () => {
    expect([...english].filter(([, message]) => message.includes("'"))).toEqual([]);
  });

  it('are whole sentences for each number, since other languages change more than the noun', () => {
    const oneWord = /\{[^{}]*, (?:plural|select),(?:[^{}]*\{[^{}]*\})*?[^{}]*\{[^{}\s#]+\}/;
    expect([...english].filter(([, message]) => oneWord.test(message))).toEqual([]);
  });

  it('are all used in the app', () => {
    const used = new Set(
      ['src', 'workers']
        .flatMap(filesIn)
        .filter((path) => path !== join('src', 'words', 'en.ts'))
        .flatMap((path) => keysIn(readFileSync(path, 'utf8'), english)),
    );
    expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  it('that the app does not get are said by nothing but the report of a cohort, which no page imports', () => {
    const own = join('src', 'state', 'cohort-report');
    const others = ['src', 'workers']
      .flatMap(filesIn)
      .filter((path) => !path.startsWith(own) && !path.startsWith(join('src', 'words')))
      .map((path) => ({ path, code: readFileSync(path, 'utf8') }));
    const isOfCommands = (key: string) => COMMAND_AREAS.some((area) => key.startsWith(`${area}.`));
    const wrong = others.filter(
      ({ code }) => code.includes('/cohort-report/') || keysIn(code, english).some(isOfCommands),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('the keys in a module', () => {
  const known = new Set(['jobs.removed', 'help.title']);

  it('are found once each, in any quotation marks, and only as a whole', () => {
    const code = `say("jobs.removed"); say('help.title', {}); f(\`jobs.removed\`); 'jobs.removedNot'; "a jobs.removed"`;
    expect(keysIn(code, known)).toEqual(['help.title', 'jobs.removed']);
  });

  it('do not include other texts with a point', () => {
    expect(keysIn(`import './app.css'; "samples.csv"`, known)).toEqual([]);
  });
});
