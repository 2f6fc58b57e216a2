import { describe, expect, it } from 'vitest';
import { decodeText, formatBytes, groupDigits, listWords, printable } from '../../../src/core/text';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('reads UTF-8, with or without a byte-order mark, UTF-16 with one, and otherwise Windows-1252', () => {
    const utf16 = (text: string, little: boolean) => {
      const bytes = new Uint8Array(2 * text.length);
      const view = new DataView(bytes.buffer);
      [...text].forEach((char, i) => view.setUint16(2 * i, char.charCodeAt(0), little));
      return bytes;
    };
    expect(decodeText(bytesOf('Île α'))).toBe('Île α');
    expect(decodeText(bytesOf('\uFEFFÎle α'))).toBe('Île α');
    expect(decodeText(utf16('\uFEFFÎle', true))).toBe('Île');
    expect(decodeText(utf16('\uFEFFÎle', false))).toBe('Île');
    expect(decodeText(Uint8Array.of(0xce, 0x6c, 0x65))).toBe('Île');
    expect(decodeText(new Uint8Array())).toBe('');
    // What a file breaks off with does not go into the next one.
    expect(decodeText(Uint8Array.of(0x61, 0xce))).toBe('aÎ');
    expect(decodeText(bytesOf('lÎ'))).toBe('lÎ');
  });
});

describe('printable', () => {
  it.each([
    ['os.system', 'os.system'],
    ['a\u0000b\u202ec\nd', 'a?b?c?d'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(120)}...`],
  ])('turns %j into %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [85_696, '85.7 kB'],
    [99_499, '99.5 kB'],
    [99_500, '100 kB'],
    [999_600, '1.0 MB'],
    [2_713_240, '2.7 MB'],
    [8_388_608, '8.4 MB'],
    [156_000_000, '156 MB'],
    [68_719_476_736, '68.7 GB'],
    [5e15, '5.0 PB'],
    [5e18, '5000 PB'],
  ])('shows %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('groupDigits', () => {
  it.each([
    [20_000, 0, '20,000'],
    [999, 0, '999'],
    [1_234_567, 0, '1,234,567'],
    [5_279.5, 1, '5,279.5'],
    [0.25, 2, '0.25'],
    [-1_200, 0, '−1,200'],
  ])('formats %f with %i decimals as %s', (value, decimals, text) => {
    expect(groupDigits(value, decimals)).toBe(text);
  });
});

describe('listWords', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('turns %j into %j', (words, text) => {
    expect(listWords(words)).toBe(text);
  });

  it('joins alternatives', () => {
    expect(listWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });
});
