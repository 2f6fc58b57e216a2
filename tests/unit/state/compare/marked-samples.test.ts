import { describe, expect, it } from 'vitest';
import { MarkedSamples, marksOf } from '../../../../src/state/compare/marked-samples.svelte';

describe('MarkedSamples', () => {
  it('keeps the order, takes a mark away, and has room for eight', () => {
    const marks = new MarkedSamples();
    for (const sample of [5, 1, 2, 1]) marks.toggle(sample);
    expect(marks.samples).toEqual([5, 2]);
    for (let sample = 10; sample < 20; sample += 1) marks.toggle(sample);
    expect(marks.samples).toHaveLength(8);
    marks.clear();
    expect(marks.samples).toEqual([]);
  });
});

describe('marksOf', () => {
  it('has the marks of a job again, and of no other', () => {
    const known = new Map<string, MarkedSamples>();
    marksOf(known, 'a').toggle(3);
    expect(marksOf(known, 'a').samples).toEqual([3]);
    expect(marksOf(known, 'b').samples).toEqual([]);
  });
});
