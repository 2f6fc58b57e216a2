import { describe, expect, it } from 'vitest';
import { exactJson } from '../../../src/core/exact-json';

describe('exactJson', () => {
  it.each([{ a: [1, 'two', null, { b: 0.1 }] }, [], 'text', 5e-324])('encodes %j', (value) => {
    expect(JSON.parse(exactJson(value)!)).toEqual(value);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d, which JSON would write as null', (number) => {
    expect(exactJson({ list: [1, number] })).toBeNull();
  });

  it('refuses a typed array, which JSON would write as an object', () => {
    expect(exactJson({ numbers: Float32Array.of(1) })).toBeNull();
  });
});
