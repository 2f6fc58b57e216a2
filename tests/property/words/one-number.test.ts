import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { showMz } from '../../../src/core/classify/shown-mz';
import * as neutral from '../../../src/core/text';
import { formatCount, formatMz, formatPercent, formatThreshold } from '../../../src/state/format';
import { LANGUAGES, type LanguageCode } from '../../../src/words/all';
import { inEnglish, inWords } from '../../../src/words/in-words';
import { speak } from '../../../src/words/say';
import { sentence } from '../../../src/words/told/sentence';

afterEach(() => speak('en'));

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const mz = fc.double({ min: 2000, max: 20_000, noNaN: true });
const count = fc.integer({ min: 0, max: 20_000_000 });

/** Reads a number that a language wrote. */
function read(text: string, locale: string): number {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)!.value;
  const digits = text.replaceAll(sign('group'), '').replace(sign('decimal'), '.');
  return Number(digits.replace(/[^\d.]/g, ''));
}

describe.each(Object.entries(LANGUAGES))('in "%s"', (code, { locale }) => {
  it('a sentence has the numbers that a cell has', () => {
    speak(code as LanguageCode);
    fc.assert(
      fc.property(probability, mz, count, (p, place, all) => {
        const percent = neutral.formatPercent(p);
        const limit = neutral.formatThreshold(Math.round(1000 * p) / 1000);
        const rank = sentence('call.rankOpenSpecies', { taxon: 'K. africana', percent, limit });
        expect(inWords(rank)).toContain(formatPercent(p));
        expect(inWords(rank)).toContain(formatThreshold(Math.round(1000 * p) / 1000));
        const at = sentence('call.markerAt', { locus: 'S22', mz: showMz(place) });
        expect(inWords(at)).toContain(formatMz(place));
        const saturated = sentence('run.saturated', {
          count: neutral.groupDigits(all),
          all: neutral.groupDigits(all + 1),
        });
        expect(inWords(saturated)).toContain(formatCount(all));
        expect(inWords(saturated)).toContain(formatCount(all + 1));
      }),
    );
  });

  it('a number is written otherwise, and is the same number', () => {
    speak(code as LanguageCode);
    fc.assert(
      fc.property(probability, mz, count, (p, place, all) => {
        expect(read(formatPercent(p), locale)).toBe(read(neutral.formatPercent(p), 'en'));
        expect(read(formatMz(place), locale)).toBe(Number(showMz(place)));
        expect(read(formatCount(all), locale)).toBe(all);
      }),
    );
  });

  it('what is no amount stays as it is, and exports are in English', () => {
    speak(code as LanguageCode);
    const told = sentence('job.duplicate', { name: '1.5', path: '12.50' });
    expect(inWords(told)).toContain('1.5');
    expect(inWords(told)).toContain('12.50');
    expect(inEnglish(sentence('call.markerAt', { locus: 'S22', mz: '5280.67' }))).toBe(
      'S22 at 5280.67',
    );
  });
});
