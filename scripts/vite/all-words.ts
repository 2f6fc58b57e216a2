import type { Plugin } from 'vite';
import { LANGUAGES } from '../../src/words/all.ts';
import { TOLD_AREAS } from '../../src/words/told/sentence.ts';
import { words } from './words.ts';

/** Gives the app the messages of all its languages. */
export function allWords(): Plugin {
  const told: readonly string[] = TOLD_AREAS;
  return words({
    languages: LANGUAGES,
    entry: 'src/main.ts',
    isTold: (key) => told.includes(key.slice(0, key.indexOf('.'))),
  });
}
