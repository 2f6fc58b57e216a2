import type { SampleRow } from '../../core/job/types';

/** Returns the words that a sample's row shows, in lower case. */
export type TextOf = (sample: SampleRow) => string;

const SPOT = /^[a-z]{1,2}0*\d{1,2}$/;

/**
 * Makes the test of a search. The words of a row that begin with what was typed are found, in any case; in names
 * and spots what was typed may stand anywhere. The name of a spot finds that spot alone if some sample has it,
 * and several words find the rows where they follow one another, if there are any.
 *
 * @param textOf returns what else the row shows
 * @returns null when nothing is searched for
 */
export function searchFor(
  text: string,
  samples: readonly SampleRow[],
  textOf: TextOf,
): ((sample: SampleRow) => boolean) | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === '') return null;
  if (SPOT.test(typed)) {
    const isThere = (sample: SampleRow) => isAt(sample, typed);
    if (samples.some(isThere)) return isThere;
  }
  const words = typed.split(' ');
  if (words.length > 1) {
    const hasPhrase = (sample: SampleRow) => isIn(sample, typed, textOf);
    if (samples.some(hasPhrase)) return hasPhrase;
  }
  return (sample) => words.every((word) => isIn(sample, word, textOf));
}

function isAt({ name, spot }: SampleRow, typed: string): boolean {
  const wanted = typed.replace(/0+(?=\d)/, '');
  const spots = spot.toLowerCase().split(/, */);
  return (
    name.toLowerCase() === typed || spots.some((one) => one.replace(/^([a-z]+)0+/, '$1') === wanted)
  );
}

function isIn(sample: SampleRow, word: string, textOf: TextOf): boolean {
  if (sample.name.toLowerCase().includes(word) || sample.spot.toLowerCase().includes(word)) {
    return true;
  }
  const text = textOf(sample);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return true;
  }
  return false;
}
