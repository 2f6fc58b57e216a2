import { join } from 'node:path';
import type { Plugin } from 'vite';
import { en } from '../../src/words/en.ts';
import { TOLD_AREAS } from '../../src/words/told/sentence.ts';
import { words } from './words.ts';

/** Gives the modules of the app, its tests and its commands the English messages. */
export function englishWords(root: string): Plugin {
  return words(en, TOLD_AREAS, join(root, 'src/words/say.ts'));
}
