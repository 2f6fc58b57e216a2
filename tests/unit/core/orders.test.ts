import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasOrders, markOrders, withoutOrders } from '../../../src/core/orders';
import { ORDERS_IN_TEXT } from '../../builders/hostile-names';

describe('text from any source', () => {
  it.each([
    ['KPN 12', 'KPN 12', 'KPN 12'],
    ['a\u001b[31mb', 'a[31mb', 'a?[31mb'],
    ['a\u009b2Jb\u0007', 'a2Jb', 'a?2Jb?'],
    ['a\t\r\n\u2028b', 'a b', 'a?b'],
    ['a\u202eb\u2066c\u200fd\u061ce', 'abcde', 'a?b?c?d?e'],
    ['half \ud800', 'half \ufffd', 'half ?'],
    // Emoji and Persian need their joiners.
    ['👩‍🔬 می‌خواهم', '👩‍🔬 می‌خواهم', '👩‍🔬 می‌خواهم'],
    ['Ångström 肺炎 שלום', 'Ångström 肺炎 שלום', 'Ångström 肺炎 שלום'],
  ])('%j is written as %j, and shown as %j', (text, written, told) => {
    expect(withoutOrders(text)).toBe(written);
    expect(markOrders(text)).toBe(told);
  });

  it('contains no control characters afterwards, and is not changed a second time', () => {
    const char = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(char), (chars) => {
        const text = chars.join('');
        for (const clean of [withoutOrders, markOrders]) {
          const plain = clean(text);
          expect(hasOrders(plain)).toBe(false);
          expect(plain).not.toMatch(ORDERS_IN_TEXT);
          expect(clean(plain)).toBe(plain);
        }
      }),
    );
  });
});
