import { sentence, type Sentence, type SentenceValue } from '../../words/told/sentence';

/** Things that one sentence names, of as many as there may be. */
export const NAMED = 5;

/** Names the first of some names: `a, b`, or `a, b, c, d, e and 3 more`. */
export function someNames(names: readonly string[], all: number): SentenceValue {
  const named = names.slice(0, NAMED).join(', ');
  if (all <= NAMED) return named;
  return { list: [named, sentence('sheet.more', { count: all - NAMED })] };
}

/** Lists the first of some things that have commas in them: `a; b`, or `a; b; c; d; e ...`. */
export function oneByOne(things: readonly (string | Sentence)[], all: number): SentenceValue {
  const before = joined(things.slice(0, NAMED));
  return all > NAMED ? sentence('sheet.andSoOn', { before }) : before;
}

/** By halves, so that the sentences stand in one another no deeper than a stored job may have them. */
function joined(things: readonly (string | Sentence)[]): string | Sentence {
  const [only = ''] = things;
  if (things.length < 2) return only;
  const half = things.length >> 1;
  return sentence('sheet.then', {
    before: joined(things.slice(0, half)),
    next: joined(things.slice(half)),
  });
}
