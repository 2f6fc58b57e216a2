import type { Messages } from '@lingui/core';
import type { LanguageCode } from './all';
import type { Arguments, MessageKey, MessageOf } from './key-types';
import { Speaker } from './speaker';

const english = new Speaker('en', 'en-GB');
const speakers = new Map<LanguageCode, Speaker>([['en', english]]);
let reader = english;
let listen: () => void = () => undefined;

/** English, for exports, records and the command line, whatever the page speaks. */
export const ENGLISH = english;

/** @returns who speaks the reader's language; what asks for it is asked again when the language changes */
export function speaker(): Speaker {
  listen();
  return reader;
}

/**
 * @returns the sentence of that key in the reader's language, with its values put in. It is for the page
 *   alone: exports and records are in no language. A text that is made while a module loads would not change
 *   with the language, so this is called where the text is shown.
 */
export function say<Key extends MessageKey>(
  key: Key,
  ...[values]: Arguments<MessageOf<Key>>
): string {
  return speaker().fill(key, values);
}

/** Adds messages of a language, compiled: the build makes them into a few parts for each (scripts/vite/words.ts). */
export function learn(language: LanguageCode, messages: Messages, locale: string = language): void {
  let one = speakers.get(language);
  if (one === undefined) {
    one = new Speaker(language, locale);
    speakers.set(language, one);
    if (compiler !== null) one.i18n.setMessagesCompiler(compiler);
  }
  one.learn(messages);
}

/** Speaks a language from now on, of which messages were learned. */
export function speak(language: LanguageCode): void {
  reader = speakers.get(language) ?? english;
}

/** Calls a function whenever a sentence is said, by which the page knows what to say anew in another language. */
export function whenSaid(heard: () => void): void {
  listen = heard;
}

type Compiler = (message: string) => Exclude<Messages[string], string>;
let compiler: Compiler | null = null;

/** Lets messages be learned as they are written, and compiles each when it is said: for commands and tests alone. */
export function compileWhenSaid(compile: Compiler): void {
  compiler = compile;
  for (const one of speakers.values()) one.i18n.setMessagesCompiler(compile);
}
