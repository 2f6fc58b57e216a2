import { describe, expect, it } from 'vitest';
import { oneByOne, someNames } from '../../../../src/core/sample-sheet/told-lists';
import { areSentences } from '../../../../src/storage/sentence-shape';
import { inTurn, sentence } from '../../../../src/words/told/sentence';
import { inEnglish } from '../../../../src/words/in-words';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** A sentence that ends in a list, as a job stores it. */
function unmatched(names: readonly string[], all: number) {
  return sentence('sheet.noMatchUnread', { names: someNames(names, all) });
}

describe('the names that a sentence lists', () => {
  it('are all of a few, and the first of many', () => {
    expect(inEnglish(unmatched(LETTERS.slice(0, 5), 5))).toMatch(/: a, b, c, d, e\.$/);
    expect(inEnglish(unmatched(LETTERS, 1_205))).toMatch(/: a, b, c, d, e and 1,200 more\.$/);
  });

  it('may have commas of their own', () => {
    const has = LETTERS.map((name) => sentence('sheet.groupHas', { name, spots: 'A1, A2' }));
    const told = (count: number) =>
      sentence('sheet.groupsIncomplete', {
        count,
        every: 4,
        groups: oneByOne(has.slice(0, count), count),
      });
    expect(inEnglish(told(1))).toMatch(/: a has A1, A2\.$/);
    expect(inEnglish(told(3))).toMatch(/: a has A1, A2; b has A1, A2; c has A1, A2\.$/);
    expect(inEnglish(told(7))).toMatch(/c has A1, A2; d has A1, A2; e has A1, A2 \.\.\.\.$/);
    // A job that is stored with them is not taken for a damaged one.
    expect(areSentences(inTurn(told(7), sentence('sheet.ambiguousMore', { count: 2 })))).toBe(true);
  });
});
