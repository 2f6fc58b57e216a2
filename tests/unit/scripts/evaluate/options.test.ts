import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../../scripts/evaluate/options';

const parse = (...args: string[]) => parseOptions(args, ['Italy']);

describe('options of the evaluation', () => {
  it('are optional', () => {
    expect(parse()).toEqual({ help: false, write: false, sets: [] });
  });

  it('name sets, whose paths may contain an equals sign', () => {
    const { sets, write } = parse('--set', 'ours=/data/a=b', '--set', ' theirs = x.zip', '--write');
    expect(write).toBe(true);
    expect(sets).toEqual([
      { name: 'ours', path: '/data/a=b' },
      { name: 'theirs', path: 'x.zip' },
    ]);
  });

  it.each([
    [['--set', 'folder'], '--set takes NAME=PATH, and got "folder".'],
    [['--set', '=folder'], '--set takes NAME=PATH, and got "=folder".'],
    [['--set', 'ours='], '--set takes NAME=PATH, and got "ours=".'],
    [['--set', 'a=x', '--set', 'a=y'], 'There is a set "a" already.'],
    [['--set', 'Italy=x'], 'There is a set "Italy" already.'],
    [['--set', 'a|b=x'], 'The name of a set stands in a table, and "a|b" cannot.'],
  ])('are rejected with the reason if mistyped: %j', (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });

  it.each([
    ['--sets', "Unknown option '--sets'"],
    ['--set', "Option '--set <value>' argument missing"],
    ['folder', "Unexpected argument 'folder'"],
  ])('are rejected if unknown: %s', (arg, message) => {
    expect(() => parse(arg)).toThrow(message);
  });
});
