import { describe, expect, it } from 'vitest';
import { withoutFormulas } from '../../../src/core/formulas';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)'];
const OTHER_SIGNS = ['＝1', '＋1', '－1', '＠x', '﹦1', '﹢1', '﹣1', '﹫x', '−1', '⁼1', '₊1'];
const BEFORE: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: '  ',
  'blanks that are no ASCII': '\u00a0\u2003\u3000',
  'a zero-width space': '\u200b',
  'joiners and a soft hyphen': '\u200d\u200c\u2060\u00ad',
  'a byte order mark': '\ufeff',
  fillers: '\u3164\u115f\uffa0\u2800',
  'a tag and a variation selector': '\u{e0041}\ufe0f',
  'an accent alone': '\u0301',
  quotes: '"\'',
  'other quotes': '“„«‘`´',
  'all of them': '\ufeff "\u200b \u201c',
};

describe('withoutFormulas', () => {
  for (const [name, before] of Object.entries(BEFORE)) {
    it.each([...FORMULAS, ...OTHER_SIGNS])(`defuses %s after ${name}`, (formula) => {
      expect(withoutFormulas(before + formula)).toBe(`'${before}${formula}`);
    });
  }

  it('ignores characters that are left out of the text', () => {
    expect(withoutFormulas('\u001b\u0000=1')).toBe("'=1");
    expect(withoutFormulas('\u202e=1')).toBe("'=1");
    expect(withoutFormulas('\t=1')).toBe("' =1");
    expect(withoutFormulas('\r1')).toBe("' 1");
  });

  it('defuses the beginning of a cell after a semicolon', () => {
    expect(withoutFormulas('a;=1;b; @x')).toBe("a;'=1;b;' @x");
  });

  it.each(['KPN-12', 'a=b', "d'Yeu", '12', '“KPN” 7', 'two; three', 'Île + Yeu', '', '\u200b7'])(
    'does not change %j',
    (text) => expect(withoutFormulas(text)).toBe(text),
  );
});
