import { describe, expect, it } from 'vitest';
import { TextList } from '../../../src/core/text-list';
import { TextTable } from '../../../src/core/text-table';

/** FNV-1a, as the table computes it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Texts whose hashes have the same lowest bits, as somebody could choose the paths of an archive. */
function alike(count: number): readonly string[] {
  const texts: string[] = [];
  for (let i = 0; texts.length < count; i++) {
    if ((hashOf(`path ${i}`) & 0xfff) === 0x123) texts.push(`path ${i}`);
  }
  return texts;
}

describe('TextTable', () => {
  it('finds the paths of a run of thousands', () => {
    const table = new TextTable();
    const pathOf = (i: number) => `run ${i % 7}/isolate ${i}/0_A${i % 12}/1/1SLin/fid`;
    for (let i = 0; i < 20_000; i++) table.set(pathOf(i), i);
    for (let i = 0; i < 20_000; i += 7) expect(table.get(pathOf(i))).toBe(i);
    expect(table.get('run 0/isolate 20000/0_A1/1/1SLin/fid')).toBeUndefined();
  });

  it('finds texts that were chosen to lie in one place', () => {
    const table = new TextTable();
    const texts = alike(200);
    texts.forEach((text, i) => table.set(text, i));
    // Others make it grow, which moves all of them.
    for (let i = 0; i < 1_000; i++) table.set(`other ${i}`, -i);
    expect(texts.map((text) => table.get(text))).toEqual(texts.map((_, i) => i));
    table.set(texts[150]!, 7);
    expect(table.get(texts[150]!)).toBe(7);
    expect(table.get('other 999')).toBe(-999);
  });
});

describe('TextList', () => {
  it('has no text of a number that it did not give', () => {
    const list = new TextList();
    list.add('one');
    expect(() => list.at(1)).toThrow(RangeError);
    expect(() => list.at(-1)).toThrow(RangeError);
    expect(() => list.at(0.5)).toThrow(RangeError);
  });

  it('keeps texts of many thousands of characters', () => {
    const list = new TextList();
    const texts = ['x'.repeat(70_000), `${'x'.repeat(70_000)}y`, 'é'.repeat(5_000)];
    texts.forEach((text) => list.add(text));
    expect(texts.map((_, i) => list.at(i))).toEqual(texts);
  });
});
