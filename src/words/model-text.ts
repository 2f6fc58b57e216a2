import { ENGLISH, say, speaker } from './say';
import type { SentenceKey } from './told/sentence';

/** What the bundled model says of itself. */
const TEXTS = [
  'modelText.title',
  'modelText.summary',
  'modelText.limitResearch',
  'modelText.limitChecked',
  'modelText.limitOxytoca',
  'modelText.limitOneGenome',
  'modelText.limitLookAlike',
  'modelText.limitComplex',
  'modelText.limitRelatives',
  'modelText.limitSpectra',
  'modelText.noteSubspecies',
  'modelText.noteTwoGenomes',
  'modelText.noteOneGenome',
  'modelText.noteKnownFromOne',
  'modelText.noteKnownFromFour',
  'modelText.noteOneStrain',
  'modelText.noteNoDifference',
  'modelText.noteAccuracy',
  'modelText.noteRaoultella',
  'modelText.noteRefused',
  'modelText.source',
] as const satisfies readonly SentenceKey[];

let keys: ReadonlyMap<string, (typeof TEXTS)[number]> | null = null;

/** A text of a model as it is shown. */
export interface ModelText {
  readonly text: string;
  /** The language of a text that is not in the reader's; models that people add speak English, or what their makers do. */
  readonly lang: 'en' | undefined;
}

/** Puts a sentence or the title of a model into the reader's language where it is the bundled model's. */
export function modelText(text: string): ModelText {
  if (speaker() === ENGLISH) return { text, lang: undefined };
  if (!haveArrived()) return { text, lang: 'en' };
  keys ??= new Map(TEXTS.map((key) => [ENGLISH.fill(key, undefined), key]));
  // An apostrophe is a sign of its own in messages.
  const key = keys.get(text.replaceAll("'", '’'));
  return key === undefined ? { text, lang: 'en' } : { text: say(key), lang: undefined };
}

/** Whether both languages have these messages: they arrive after those of the first page. */
function haveArrived(): boolean {
  return speaker().isKnown(TEXTS[0]) && ENGLISH.isKnown(TEXTS[0]);
}

const ABBREVIATED = String.raw`\p{Lu}\p{Ll}*\.? \p{Ll}+(?: subsp\. \p{Ll}+)?`;
const COMPLEX = new RegExp(`(${ABBREVIATED}) (complex|group)(?!\\p{L})`, 'gu');
const GENUS = /(\p{Lu}\p{Ll}+) species(?!\p{L})/gu;
const SUBSPECIES = new RegExp(`(${ABBREVIATED}) \\(subspecies\\)`, 'gu');
const RELATIVES = new RegExp(`(${ABBREVIATED}) (and relatives|or a relative)(?!\\p{L})`, 'gu');
const OPEN = /^(.+), (species |subspecies |)not resolved$/u;
const OR = new RegExp(`(${ABBREVIATED}) or (?=\\p{Lu}\\p{Ll}*\\.? ?\\p{Ll}*)`, 'gu');

/**
 * Puts what stands between the parts of names of taxa into the reader's language: `K. pneumoniae complex`.
 *
 * @param words of the model's names; what has none of them is left alone
 */
export function namesInWords(text: string, words: ReadonlySet<string>): string {
  if (speaker() === ENGLISH || !haveArrived()) return text;
  const isName = (name: string) => name.split(' ').some((word) => words.has(word));
  /** Puts in another text where a name of the model is found. */
  const put = (from: string, pattern: RegExp, to: (name: string, kind: string) => string) =>
    from.replace(pattern, (all, name: string, kind: string) =>
      isName(name) ? to(name, kind) : all,
    );
  let said = put(text, OPEN, (name, rank) => {
    const values = { name };
    if (rank === '') return say('modelText.nameOpen', values);
    return rank === 'species '
      ? say('modelText.nameOpenSpecies', values)
      : say('modelText.nameOpenSubspecies', values);
  });
  said = put(said, COMPLEX, (name, kind) =>
    kind === 'complex'
      ? say('modelText.nameComplex', { name })
      : say('modelText.nameGroup', { name }),
  );
  said = put(said, GENUS, (genus) => say('modelText.nameSpecies', { genus }));
  said = put(said, SUBSPECIES, (name) => say('modelText.nameSubspecies', { name }));
  said = put(said, RELATIVES, (name, kind) =>
    kind === 'and relatives'
      ? say('modelText.nameRelatives', { name })
      : say('modelText.nameOrRelative', { name }),
  );
  return put(said, OR, (first) => say('modelText.nameOr', { first, second: '' }));
}
