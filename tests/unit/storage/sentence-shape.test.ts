import { describe, expect, it } from 'vitest';
import { areSentences } from '../../../src/storage/sentence-shape';
import { sentence } from '../../../src/words/told/sentence';

describe('the shape of sentences in a record', () => {
  it.each([
    ['a text', 'The file is cut off.'],
    ['a sentence', { key: 'a.b' }],
    ['a sentence of another version', { key: 'of.tomorrow', values: { n: 1, name: 'x' } }],
    [
      'several',
      ['One.', { key: 'a.b', values: { list: { list: ['A', { key: 'c.d' }], last: 'or' } } }],
    ],
    [
      'one in another',
      sentence('call.guardNone', { count: 2, first: sentence('call.weakEvidence') }),
    ],
  ])('is that of %s', (_, value) => {
    expect(areSentences(value)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a number', 3],
    ['a key that is no text', { key: 3 }],
    ['values that are none', { key: 'a.b', values: null }],
    ['a value that is none', { key: 'a.b', values: { n: true } }],
    ['a list with a number', { key: 'a.b', values: { l: { list: [3] } } }],
    ['a list that ends otherwise', { key: 'a.b', values: { l: { list: [], last: 'but' } } }],
    ['lists in a list', [['One.']]],
  ])('is not that of %s', (_, value) => {
    expect(areSentences(value)).toBe(false);
  });

  it('is not that of a damaged record that goes on and on', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 100_000; i += 1) deep = { key: 'a.b', values: { deep } };
    expect(areSentences(deep)).toBe(false);
  });
});
