import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Placeholder, Tag, Values } from '../../../src/words/key-types';
import { partsOf } from '../../../src/words/parts';
import { say } from '../../../src/words/say';

describe('say', () => {
  it('leaves names of files and folders as they are', () => {
    const reason = String.raw`C:\x41\u0041 {x} # '{`;
    expect(say('help.offlineFailed', { reason })).toBe(
      `The page is not installed for offline use: ${reason}`,
    );
  });

  it('puts values and counts into the sentence', () => {
    expect(say('results.samplesCopied', { count: 1 })).toBe('1 sample copied.');
    expect(say('results.samplesCopied', { count: 21_424 })).toBe('21,424 samples copied.');
    expect(say('help.offlineFailed', { reason: 'no {reason}' })).toBe(
      'The page is not installed for offline use: no {reason}',
    );
  });

  it('requires the values of the message, and no others', () => {
    // @ts-expect-error the count is missing
    expect(() => say('results.samplesCopied')).not.toThrow();
    // @ts-expect-error the count is a number
    say('results.samplesCopied', { count: '1' });
    // @ts-expect-error there is no such message
    expect(() => say('results.noSuch')).toThrow('no message "results.noSuch"');
  });
});

describe('the types of a message', () => {
  it('name its values', () => {
    expectTypeOf<Placeholder<'None.'>>().toEqualTypeOf<never>();
    expectTypeOf<Placeholder<'{a} of {b}'>>().toEqualTypeOf<'a' | 'b'>();
    type Plural = '{n, plural, one {# file of {run}} other {# files of {run}}}';
    expectTypeOf<Placeholder<Plural>>().toEqualTypeOf<'n' | 'run'>();
    expectTypeOf<Values<Plural>['n']>().toEqualTypeOf<number>();
    expectTypeOf<Values<Plural>['run']>().toEqualTypeOf<string | number>();
    type BeginsWithValue = '{n, plural, one {{locus} only names} other {{locus} only name}}';
    expectTypeOf<Placeholder<BeginsWithValue>>().toEqualTypeOf<'n' | 'locus'>();
  });

  it('name its tags', () => {
    expectTypeOf<Tag<'See <link>help</link> or <em>ask</em>.'>>().toEqualTypeOf<'link' | 'em'>();
    expectTypeOf<Tag<'1 < 2'>>().toEqualTypeOf<never>();
  });
});

describe('partsOf', () => {
  it('splits a sentence at its tags', () => {
    expect(partsOf('help.privacyTools', undefined).map(({ tag }) => tag)).toEqual([
      null,
      'em',
      null,
    ]);
  });

  it('does not split at characters of a value', () => {
    const reason = '<em>x</em> <b>';
    expect(partsOf('help.offlineFailed', { reason })).toEqual([
      { tag: null, text: `The page is not installed for offline use: ${reason}` },
    ]);
  });
});
