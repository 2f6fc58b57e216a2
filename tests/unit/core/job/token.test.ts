import { describe, expect, it } from 'vitest';
import { parseToken } from '../../../../src/core/job/token';
import { tokens } from '../../storage/records';

describe('parseToken', () => {
  it.each([
    tokens[0],
    `  ${tokens[0]}\n`,
    tokens[0].toUpperCase(),
    `https://ktyper.example/results/${tokens[0]}?q=a#top`,
  ])('reads %j', (text) => {
    expect(parseToken(text)).toBe(tokens[0]);
  });

  it.each(['', 'plate 7', tokens[0].slice(1)])('refuses %j', (text) => {
    expect(parseToken(text)).toBeNull();
  });
});
