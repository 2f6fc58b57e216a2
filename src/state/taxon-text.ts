import type { ModelManifest } from '../core/model-pack/types';
import { namesInWords } from '../words/model-text';

/* eslint-disable house/no-sentences -- These words are in names of taxa, which are the same in every language. */
/** Words in names of taxa that are printed upright by convention, such as ranks. */
const ranks = new Set(
  (
    'and biovar cf complex group or pathovar sensu serogroup serotype serovar sp species spp ' +
    'strain strains subsp subspecies var'
  ).split(' '),
);
/** English words in names of taxa, such as "Cronobacter sakazakii and relatives". */
const plainWords = new Set(
  (
    'a an any both in like no not novel of other others related relative relatives the these ' +
    'unknown unnamed with'
  ).split(' '),
);
/* eslint-enable house/no-sentences */

export interface TextPart {
  readonly text: string;
  readonly italic: boolean;
}

/** Collects the words of a model's names that are set in italics. The names are the only source. */
export function italicWords(manifest: Pick<ModelManifest, 'taxa' | 'groups'>): ReadonlySet<string> {
  const words = new Set<string>();
  const names = [
    ...manifest.taxa.flatMap(({ name, shortName, alsoFits = [] }) => [
      name,
      shortName,
      ...alsoFits,
    ]),
    ...manifest.groups.flatMap(({ name, shortName }) => [name, shortName]),
  ];
  for (const one of names) {
    for (const word of one.match(wordPattern) ?? []) {
      const bare = withoutDot(word);
      // A single letter is an abbreviated genus and needs its dot; "or" and "subsp." stay upright.
      if (ranks.has(bare.toLowerCase()) || plainWords.has(bare)) continue;
      words.add(bare.length === 1 ? word : bare);
      if (/^\p{Lu}/u.test(bare)) words.add(`${bare.charAt(0)}.`);
    }
  }
  return words;
}

/**
 * Splits a sentence at its names, which it puts into the reader's language: `No Klebsiella pattern` has three parts. The word after an abbreviated
 * genus is a name too, so that a note can mention species that the model does not know.
 *
 * @param isQuoted whether the text stays in its own language, as the title of an article does
 */
export function splitTaxonText(
  text: string,
  words: ReadonlySet<string>,
  isQuoted = false,
): readonly TextPart[] {
  const parts: TextPart[] = [];
  const add = (piece: string, italic: boolean) => {
    if (piece === '') return;
    const last = parts.at(-1);
    // A blank between two words of one name belongs to the name.
    if (last !== undefined && last.italic === italic) {
      parts[parts.length - 1] = { text: last.text + piece, italic };
    } else {
      parts.push({ text: piece, italic });
    }
  };
  const said = isQuoted ? text : namesInWords(text, words);
  let end = 0;
  for (const match of said.matchAll(wordPattern)) {
    const between = said.slice(end, match.index);
    const isEpithet = between === ' ' && /(?:^|[ (])\p{Lu}\.$/u.test(parts.at(-1)?.text ?? '');
    const word = words.has(match[0]) ? match[0] : withoutDot(match[0]);
    const isUpright = ranks.has(word) || plainWords.has(word) || /^\p{Lu}/u.test(word);
    if (!words.has(word) && !(isEpithet && parts.at(-1)?.italic === true && !isUpright)) continue;
    add(between, between === ' ' && parts.at(-1)?.italic === true);
    add(word, true);
    end = match.index + word.length;
  }
  add(said.slice(end), false);
  return parts;
}

const wordPattern = /\p{L}[\p{L}-]*\.?/gu;

function withoutDot(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word;
}
