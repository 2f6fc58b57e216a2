import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../../scripts/make-example/options';

describe('the options of make-example', () => {
  it('have defaults for all but the output', () => {
    expect(parseOptions(['--out', 'example.zip'])).toEqual({
      kind: 'run',
      options: {
        out: 'example.zip',
        spots: 96,
        seed: '1',
        format: 'zip',
        plate: 96,
        replicates: 1,
        layout: 'lean',
        level: 6,
      },
    });
  });

  it.each([
    ['a.tgz', 'tar.gz'],
    ['a.tar.gz', 'tar.gz'],
    ['a.zip', 'zip'],
    ['a', 'folder'],
  ])('derive the format of %s from its name', (out, format) => {
    expect(parseOptions(['--out', out])).toMatchObject({ options: { format } });
  });

  it.each([
    [[], '--out is missing: where shall the run go?'],
    [['--out', 'a', '--spots', '0'], '--spots must be a whole number from 1 on, not "0".'],
    [['--out', 'a', '--spots', 'ten'], '--spots must be a whole number from 1 on, not "ten".'],
    [['--out', 'a', '--level', '10'], '--level must be a whole number from 0 to 9, not "10".'],
    [['--out', 'a', '--plate', '48'], '--plate must be one of 96, 384, not "48".'],
    [['--out', 'a', '--format', 'rar'], '--format must be one of zip, tar.gz, folder, not "rar".'],
  ])('are rejected with the reason: %j', (args, message) => {
    expect(parseOptions(args)).toEqual({ kind: 'mistake', message });
  });

  it('are rejected if unknown, by name', () => {
    const parsed = parseOptions(['--out', 'a', '--spot', '3']);
    expect(parsed.kind === 'mistake' && parsed.message).toContain('--spot');
  });
});
