import type { Plugin } from 'vite';
import { LANGUAGES } from '../../src/words/all.ts';
import { TOLD_AREAS } from '../../src/words/told/sentence.ts';
import { words } from './words.ts';

/** What only the command line says; `tests/unit/words/catalogue.test.ts` sees that no page does. */
export const COMMAND_AREAS: readonly string[] = ['cohortReport'];

/** Gives the app the messages of all its languages. */
export function allWords(): Plugin {
  const told: readonly string[] = TOLD_AREAS;
  const areaOf = (key: string) => key.slice(0, key.indexOf('.'));
  return words({
    languages: LANGUAGES,
    entry: 'src/main.ts',
    isTold: (key) => told.includes(areaOf(key)),
    isOfCommands: (key) => COMMAND_AREAS.includes(areaOf(key)),
  });
}
