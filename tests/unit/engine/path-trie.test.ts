import { assert, property, array, constantFrom, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathTrie } from '../../../src/engine/path-trie';

describe('PathTrie', () => {
  it('finds by any folder above and by uid, and returns each item once', () => {
    const index = new PathTrie<number>();
    index.add(1, 'RUN/0_A1/1/1SLin/fid', 'AB-1');
    index.add(2, 'RUN/0_A10/1/1SLin/fid', '');
    index.add(3, 'fid', 'ab-1');
    expect([...index.find('run/0_a1', [])]).toEqual([1]);
    expect([...index.find('RUN', [])]).toEqual([1, 2]);
    expect([...index.find('', [])]).toEqual([1, 2, 3]);
    expect([...index.find('RUN/0_A1', ['ab-1', ''])]).toEqual([1, 3]);
    expect([...index.find('elsewhere', [])]).toEqual([]);
  });

  it('finds letters whose lower-case form is longer', () => {
    const index = new PathTrie<number>();
    for (let i = 0; i < 40; i++) index.add(i, `\u0130/\u0130${i % 2}/${i}/fid`, '');
    expect(index.find('\u0130', []).size).toBe(40);
    expect(index.find('\u0130/\u01301', []).size).toBe(20);
  });

  it('finds the same as a search of all items', () => {
    const part = constantFrom('a', 'B', 'bb', 'c');
    const thing = record({ parts: array(part, { maxLength: 4 }), uid: constantFrom('', 'u', 'V') });
    assert(
      property(
        array(thing, { maxLength: 80, size: 'max' }),
        array(part, { maxLength: 4 }),
        constantFrom('u', 'v', 'w'),
        (things, parts, uid) => {
          const index = new PathTrie<number>();
          things.forEach(({ parts, uid }, i) => index.add(i, [...parts, 'fid'].join('/'), uid));
          const folder = parts.join('/').toLowerCase();
          const expected = things.flatMap((thing, i) => {
            const path = [...thing.parts, 'fid'].join('/').toLowerCase();
            const isBelow = folder === '' || path.startsWith(`${folder}/`);
            return isBelow || thing.uid.toLowerCase() === uid ? [i] : [];
          });
          expect([...index.find(folder, [uid])].toSorted((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });
});
