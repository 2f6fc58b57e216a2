import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextList } from '../../../src/core/text-list';
import { TextTable } from '../../../src/core/text-table';

/** Paths that begin alike and end alike, and any text at all, with halves of characters that are none. */
const text = fc.oneof(
  fc
    .array(fc.constantFrom('run', 'a', '0_A1', '1SLin', 'fid', 'acqu', 'é', '你'), { maxLength: 6 })
    .map((parts) => parts.join('/')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((codes) => String.fromCharCode(...codes)),
);

describe('TextList', () => {
  it('gives each text back, in any order', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 100 }), (texts) => {
        const list = new TextList();
        expect(texts.map((one) => list.add(one))).toEqual(texts.map((_, i) => i));
        for (let i = texts.length - 1; i >= 0; i--) expect(list.at(i)).toBe(texts[i]);
      }),
    );
  });
});

describe('TextTable', () => {
  it('is what a Map is', () => {
    const entry = fc.tuple(text, fc.integer({ min: 0, max: 2 ** 50 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 400 }), fc.array(text), (entries, others) => {
        const [table, map] = [new TextTable(), new Map<string, number>()];
        for (const [key, value] of entries) {
          expect(table.get(key)).toBe(map.get(key));
          table.set(key, value);
          map.set(key, value);
        }
        for (const key of [...map.keys(), ...others]) {
          expect(table.get(key)).toBe(map.get(key));
          expect(table.has(key)).toBe(map.has(key));
        }
      }),
    );
  });
});
